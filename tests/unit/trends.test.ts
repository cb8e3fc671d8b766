import { describe, expect, it } from 'vitest';
import { completeness } from '#lib/summaries/completeness';
import { count } from '#lib/summaries/count';
import { perSummary, periodsOf, trends } from '#lib/summaries/trends';
import { asStaff, smallRegister } from '#tests/support/small-register';

const filter = { ...asStaff, cutoff: 20261231 };

describe('periods of completion', () => {
  it('go without a gap from the first completed summary to the last', () => {
    expect(periodsOf([20210701, 20191231, 20220630], 'year').map(({ year, after, until }) => [year, after, until])).toEqual([[2019, 20181231, 20191231], [2020, 20191231, 20201231], [2021, 20201231, 20211231], [2022, 20211231, 20221231]]);
    expect(periodsOf([20200630, 20210101], 'half-year').map(({ year, half, after, until }) => [year, half, after, until])).toEqual([[2020, 1, 20191231, 20200630], [2020, 2, 20200630, 20201231], [2021, 1, 20201231, 20210630]]);
    expect(periodsOf([], 'year')).toEqual([]);
    expect(periodsOf([20200701], 'half-year')).toMatchObject([{ year: 2020, half: 2 }]);
  });

  it('hold every summary and need once, and together at last all of them', () => {
    const facts = smallRegister();
    const all = count(facts, filter);
    for (const unit of ['year', 'half-year'] as const) {
      const found = trends(facts, filter, unit);
      expect(found.reduce((sum, { within }) => sum + within.totals.needs, 0)).toBe(all.totals.needs);
      expect(found.reduce((sum, { within }) => sum + within.totals.summaries, 0)).toBe(all.totals.summaries);
      expect(found.at(-1)!.together.totals).toEqual(all.totals);
    }
  });

  it('rounds needs for each summary to tenths, half up', () => {
    expect([perSummary(1, 3), perSummary(1, 4), perSummary(13, 20), perSummary(3, 0), perSummary(0, 5)]).toEqual([0.3, 0.3, 0.7, null, 0]);
  });
});

describe('what is known of the needs', () => {
  it('is counted over the same needs as everything else', () => {
    const facts = smallRegister();
    const all = count(facts, filter);
    const rows = completeness(facts, filter);
    expect(rows.map(({ region }) => region)).toEqual(['AFR', 'APG', 'EEG', 'GRULAC', 'WEOG', null]);
    expect(rows.map(({ needs }) => needs)).toEqual([...all.regions.map(({ needs }) => needs), all.totals.needs]);
    expect(rows.at(-1)!.shares.type.of).toBe(all.categories[0]!.needs);
    expect(rows.at(-1)!.shares.article.n).toBe(all.totals.needs - (all.matrices.at(-1)!.rows.find(({ articles }) => articles === 'general')?.total ?? 0));
  });
});
