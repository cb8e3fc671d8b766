import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { summaryDocument } from '#lib/counting/summaries/queries';
import { evaluate, publishedFigures, type AskApi } from '#tests/support/counting/published-figures';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';

const ask: AskApi = async (query) => {
  const answered = await summaryDocument(publicActor, new URLSearchParams(query), []);
  if (answered.kind !== 'found') throw new Error(JSON.stringify(answered));
  return JSON.parse(answered.body);
};

beforeAll(async () => {
  await demonstrationRegister();
});

describe('the 308 numbers of the note of 2023, from the answers of the summary API', () => {
  it('has the figures that the note has', () => {
    const of = (status: string) =>
      publishedFigures.filter((figure) => figure.status === status).length;
    expect([
      publishedFigures.length,
      of('must'),
      of('rule-dependent'),
      of('contradiction'),
    ]).toEqual([308, 279, 11, 18]);
  });

  it.each(
    publishedFigures
      .filter(({ status }) => status === 'must')
      .map((figure) => [figure.id, figure.what, figure] as const),
  )('%s: %s', async (_id, _what, figure) => {
    expect(await evaluate(ask, figure)).toBe(figure.value);
  });

  it.each(
    publishedFigures
      .filter(({ status }) => status === 'contradiction')
      .map((figure) => [figure.id, figure.what, figure] as const),
  )('%s cannot be right: %s', async (_id, _what, figure) => {
    const found = await evaluate(ask, figure);
    expect(found).toBe(figure.recomputed);
    if (figure.comparison === 'eq') expect(found).not.toBe(figure.value);
  });
});
