import { beforeAll, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { contradictions } from '#lib/counting/published/contradictions';
import { note2023 } from '#lib/counting/published/note-2023';
import { checkNote } from '#lib/counting/published/queries';
import { largestRemainders } from '#lib/counting/published/check-note';
import { summaryDocument } from '#lib/counting/summaries/queries';
import { evaluate, publishedFigures, type AskApi } from '#tests/support/counting/published-figures';
import { freshRegister } from '#tests/support/databases/fresh-register';

const ask: AskApi = async (query) => {
  const answered = await summaryDocument(publicActor, new URLSearchParams(query), []);
  if (answered.kind !== 'found') throw new Error(JSON.stringify(answered));
  return JSON.parse(answered.body);
};
const tally = (found: readonly string[]) =>
  Object.fromEntries(
    [...new Set(found)]
      .sort()
      .map((each) => [each, found.filter((other) => other === each).length]),
  );

beforeAll(async () => {
  await freshRegister({ demonstration: true });
});

it('a register without the data behind the note says that its numbers differ, and still why 18 of them cannot be right', async () => {
  const { checked } = await checkNote(publicActor, note2023);
  const verdicts = tally(checked.map(({ verdict }) => verdict));
  // The note has printed some zeros, which an empty register agrees with.
  expect(verdicts).toEqual({
    contradiction: 18,
    differs: 290 - publishedFigures.filter(({ value }) => value === 0).length,
    same: publishedFigures.filter(({ value }) => value === 0).length,
  });
});

it('of the 308 numbers of the note 279 agree with the demonstration register, 11 by a special rule alone, and 18 cannot be right', async () => {
  const { loadDemonstration } = await import('#bin/demonstration');
  await loadDemonstration();
  const { checked } = await checkNote(publicActor, note2023);
  expect(tally(checked.map(({ verdict }) => verdict))).toEqual({
    'by-rule': 11,
    contradiction: 18,
    same: 279,
  });
  expect(checked.map(({ number: { id }, verdict }) => [id, verdict])).toEqual(
    publishedFigures.map(({ id, status }) => [
      id,
      status === 'must' ? 'same' : status === 'contradiction' ? status : 'by-rule',
    ]),
  );
  // The register's numbers once more, by the test's own reading of the API.
  for (const [at, { found, number }] of checked.entries())
    expect(found, number.id).toBe(await evaluate(ask, publishedFigures[at]!));
  for (const { number, byRule } of checked.filter(({ number: { rule } }) => rule === 'R4'))
    expect(byRule, number.id).toBe(number.value);
});

it('what is said of a contradiction rests on numbers of the note itself', () => {
  const figureOf = (id: string) => publishedFigures.find((figure) => figure.id === id)!;
  const contradicting = publishedFigures
    .filter(({ status }) => status === 'contradiction')
    .map(({ id }) => id);
  expect(Object.keys(contradictions).sort()).toEqual(contradicting.sort());
  const rows = ['5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '5+6', 'general'].map(
    (row) => figureOf(`t2-${row}-total`),
  );
  const printedTotal = rows.reduce((sum, { value }) => sum + value, 0);
  for (const [id, why] of Object.entries(contradictions)) {
    const { value, recomputed } = figureOf(id);
    if (why.why === 'rowTotal') {
      const at = rows.findIndex((row) => row.id === id);
      expect([why.first, why.second, why.right], id).toEqual([
        rows[at - 2]!.value,
        rows[at - 1]!.value,
        recomputed,
      ]);
      expect(why.first + why.second, id).toBe(value);
    }
    if (why.why === 'wrongTotals')
      expect(
        [printedTotal, Math.round((100 * why.n) / 124), Math.round((100 * why.right) / 89)],
        id,
      ).toEqual([124, value, recomputed]);
    if (why.why === 'columnShort')
      expect([why.right, value], id).toEqual([recomputed, recomputed - 1]);
  }
});

it('shares by largest remainders add up to 100, and each is one of the two whole numbers beside the share', () => {
  expect(largestRemainders([137, 50, 41, 39, 29, 19, 0])).toEqual([44, 16, 13, 12, 9, 6, 0]);
  expect(largestRemainders([1, 1, 1])).toEqual([34, 33, 33]);
  expect(largestRemainders([0, 0])).toEqual([0, 0]);
});
