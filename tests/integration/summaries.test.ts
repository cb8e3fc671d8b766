import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { today } from '#lib/text/dates';
import type { Count } from '#lib/counting/count/count-types';
import { countForOptions } from '#lib/counting/summaries/queries';
import { countedLines } from '#tests/support/counting/counted-lines';
import { manager } from '#tests/support/factories/people';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';
import { witnessed } from '#tests/support/counting/witness';

type Figure = Readonly<{
  id: string;
  value: number;
  recomputed: number;
  status: 'must' | 'contradiction';
  unit: string;
  calc: Readonly<{
    num: Readonly<{ of: string; region: readonly string[]; category?: string; article?: string }>;
  }>;
}>;

const { figures } = JSON.parse(readFileSync('lib/counting/published/note-2023.json', 'utf8')) as {
  figures: readonly Figure[];
};
/**
 * Tables 1 and 2 of the note: every cell, row total and column total. Four of the printed row
 * totals cannot be right.
 */
const tables = figures.filter(({ id }) => /^t[12]-/.test(id));
const cutoff = '2023-02-28';
const asked = { cycle: 2, chapters: ['II'], cutoff, regions: [] } as const;
let count: Count;

beforeAll(async () => {
  await demonstrationRegister();
  count = await countForOptions(publicActor, asked);
});

/** A number of a matrix; what is not in the matrix is zero. */
function inMatrix({
  calc: {
    num: {
      region: [region],
      category,
      article,
    },
  },
}: Figure): number {
  const matrix = count.matrices.find((each) => each.region === region)!;
  const numbers =
    article === undefined
      ? matrix.columns
      : matrix.rows.find(({ articles }) => articles === article)?.cells;
  if (category !== undefined)
    return (numbers as Readonly<Record<string, number>> | undefined)?.[category] ?? 0;
  return article === undefined
    ? matrix.total
    : (matrix.rows.find(({ articles }) => articles === article)?.total ?? 0);
}

describe('the demonstration register on 28 February 2023', () => {
  it('has the totals of the note', () => {
    expect(count.totals).toMatchObject({ summaries: 67, statesWithNeeds: 38, needs: 315 });
    expect(count.regions[0]).toMatchObject({
      region: 'AFR',
      summaries: 20,
      statesWithNeeds: 17,
      needs: 202,
    });
    expect(count.regions[1]).toMatchObject({ region: 'APG', needs: 89 });
    expect(count.categories[0]).toMatchObject({
      category: 'capacity-building',
      needs: 137,
      states: 34,
    });
    expect(count.articles[0]).toMatchObject({ article: '5', needs: 53, states: 22 });
  });

  it('has 180 numbers in tables 1 and 2, four of which the note got wrong', () => {
    expect(tables).toHaveLength(180);
    expect(tables.filter(({ status }) => status === 'contradiction').map(({ id }) => id)).toEqual([
      't2-7-total',
      't2-10-total',
      't2-13-total',
      't2-general-total',
    ]);
    expect(tables.filter(({ unit }) => unit !== 'count')).toEqual([]);
  });

  it('has every number of tables 1 and 2', () => {
    const different = tables.flatMap((figure) => {
      const expected = figure.status === 'contradiction' ? figure.recomputed : figure.value;
      return inMatrix(figure) === expected
        ? []
        : [`${figure.id}: ${inMatrix(figure)} instead of ${expected}`];
    });
    expect(different).toEqual([]);
  });

  it('has the rows of table 1 in its order, and nothing in the tables that the note has not', () => {
    const rows = ['5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '5;6', 'general'];
    for (const [region, total] of [
      ['AFR', 202],
      ['APG', 89],
    ] as const) {
      const matrix = count.matrices.find((each) => each.region === region)!;
      expect(matrix.rows.map(({ articles }) => articles)).toEqual(rows);
      expect(matrix.total).toBe(total);
      expect(matrix.rows.map((row) => row.total).reduce((a, b) => a + b)).toBe(total);
      expect(Object.values(matrix.columns).reduce((a, b) => a + b)).toBe(total);
    }
  });

  it.each([
    ['2023-02-28'],
    ['2021-10-31'],
    ['2018-07-20'],
    ['2018-07-21'],
    ['2000-01-01'],
    ['2999-12-31'],
  ])('counts what plain SQL counts, at the cut-off %s', async (day) => {
    const until = day < today() ? day : today();
    const found = countedLines(await countForOptions(publicActor, { ...asked, cutoff: day }));
    expect(found).toEqual(
      await witnessed({ cycle: 2, chapter: 'II', cutoff: until, publishedBy: today() }),
    );
  });

  it('counts for the secretariat what plain SQL counts, and nothing in the other chapters and cycle', async () => {
    const actor = await manager();
    for (const [cycle, chapter] of [
      [2, 'II'],
      [2, 'V'],
      [1, 'III'],
      [1, 'IV'],
    ] as const) {
      const found = countedLines(
        await countForOptions(actor, { cycle, chapters: [chapter], cutoff: null, regions: [] }),
      );
      expect(found).toEqual(
        await witnessed({ cycle, chapter, cutoff: today(), publishedBy: null }),
      );
    }
  });

  it('leaves the needs that are not approved out of every number', async () => {
    expect((await countForOptions(await manager(), { ...asked, cutoff: null })).totals.needs).toBe(
      315,
    );
  });
});
