import { describe, expect, it } from 'vitest';
import { count } from '#lib/counting/count/count';
import { asPublic, asStaff, six, smallRegister } from '#tests/support/factories/small-register';

const staff = count(smallRegister(), asStaff);
const { regions, categories, articles, matrices } = staff;

describe('a small register, counted by hand', () => {
  it('in all and by region', () => {
    expect(staff.totals).toEqual({
      summaries: 4,
      statesWithNeeds: 3,
      needs: 6,
      shareOfStates: { n: 3, of: 4, percent: 75 },
    });
    expect(regions).toEqual([
      {
        region: 'AFR',
        summaries: 2,
        statesWithNeeds: 2,
        needs: 5,
        shareOfNeeds: { n: 5, of: 6, percent: 83 },
        shareOfStates: { n: 2, of: 2, percent: 100 },
      },
      {
        region: 'APG',
        summaries: 1,
        statesWithNeeds: 1,
        needs: 1,
        shareOfNeeds: { n: 1, of: 6, percent: 17 },
        shareOfStates: { n: 1, of: 1, percent: 100 },
      },
      {
        region: 'EEG',
        summaries: 0,
        statesWithNeeds: 0,
        needs: 0,
        shareOfNeeds: { n: 0, of: 6, percent: 0 },
        shareOfStates: { n: 0, of: 0, percent: null },
      },
      {
        region: 'GRULAC',
        summaries: 0,
        statesWithNeeds: 0,
        needs: 0,
        shareOfNeeds: { n: 0, of: 6, percent: 0 },
        shareOfStates: { n: 0, of: 0, percent: null },
      },
      {
        region: 'WEOG',
        summaries: 1,
        statesWithNeeds: 0,
        needs: 0,
        shareOfNeeds: { n: 0, of: 6, percent: 0 },
        shareOfStates: { n: 0, of: 1, percent: 0 },
      },
    ]);
  });

  it('by category and subcategory, with all of the vocabulary in its order', () => {
    const found = categories.map(({ category, needs, states, share }) => [
      category,
      needs,
      states,
      share.percent,
    ]);
    expect(found).toEqual([
      ['capacity-building', 4, 3, 67],
      ['institution-building', 0, 0, 0],
      ['legislative-assistance', 1, 1, 17],
      ['research-and-data', 0, 0, 0],
      ['policymaking', 1, 1, 17],
      ['international-cooperation', 0, 0, 0],
      ['other', 0, 0, 0],
    ]);
    expect(categories[0]!.byRegion.map(({ needs, share }) => [needs, share.percent])).toEqual([
      [3, 75],
      [1, 25],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(categories[1]!.byRegion[0]).toEqual({
      region: 'AFR',
      needs: 0,
      share: { n: 0, of: 0, percent: null },
    });
    expect(categories[0]!.subcategories).toEqual([
      { subcategory: 'cb-functions', needs: 1, share: { n: 1, of: 4, percent: 25 } },
      { subcategory: 'cb-training', needs: 3, share: { n: 3, of: 4, percent: 75 } },
      { subcategory: 'cb-guidance', needs: 0, share: { n: 0, of: 4, percent: 0 } },
    ]);
  });

  it('by article: a need counts under each of its articles, the chapter as a whole under none', () => {
    expect(articles.map(({ article, needs, states }) => [article, needs, states])).toEqual([
      ['5', 4, 3],
      ['6', 3, 2],
      ['7', 0, 0],
      ['8', 0, 0],
      ['9', 0, 0],
      ['10', 0, 0],
      ['11', 0, 0],
      ['12', 0, 0],
      ['13', 0, 0],
      ['14', 0, 0],
    ]);
    expect(articles[0]!.byCategory).toEqual(
      six({ 'capacity-building': 3, 'legislative-assistance': 1 }),
    );
    expect(articles[0]!.byRegion.slice(0, 2)).toEqual([
      { region: 'AFR', needs: 3, states: 2 },
      { region: 'APG', needs: 1, states: 1 },
    ]);
    expect(articles[1]!.byCategory).toEqual(
      six({ 'capacity-building': 2, 'legislative-assistance': 1 }),
    );
  });

  it('by row: a need stands in exactly one row', () => {
    const [afr, apg, eeg] = matrices;
    expect(afr).toEqual({
      region: 'AFR',
      total: 5,
      columns: six({ 'capacity-building': 3, 'legislative-assistance': 1, policymaking: 1 }),
      rows: [
        {
          articles: '5',
          cells: six({ 'capacity-building': 1 }),
          total: 1,
          share: { n: 1, of: 5, percent: 20 },
        },
        {
          articles: '6',
          cells: six({ 'capacity-building': 1 }),
          total: 1,
          share: { n: 1, of: 5, percent: 20 },
        },
        {
          articles: '5;6',
          cells: six({ 'capacity-building': 1, 'legislative-assistance': 1 }),
          total: 2,
          share: { n: 2, of: 5, percent: 40 },
        },
        {
          articles: 'general',
          cells: six({ policymaking: 1 }),
          total: 1,
          share: { n: 1, of: 5, percent: 20 },
        },
      ],
    });
    expect(apg!.rows).toEqual([
      {
        articles: '5',
        cells: six({ 'capacity-building': 1 }),
        total: 1,
        share: { n: 1, of: 1, percent: 100 },
      },
    ]);
    expect(eeg).toEqual({ region: 'EEG', total: 0, columns: six({}), rows: [] });
    expect(matrices.at(-1)!.rows.map(({ articles: row, total }) => [row, total])).toEqual([
      ['5', 2],
      ['6', 1],
      ['5;6', 2],
      ['general', 1],
    ]);
    expect(matrices.map(({ region }) => region)).toEqual([
      'AFR',
      'APG',
      'EEG',
      'GRULAC',
      'WEOG',
      null,
    ]);
  });

  it('by type: a need may be of several, and the shares are of the mentions', () => {
    expect(staff.types[0]).toEqual({
      region: 'AFR',
      mentions: 3,
      types: [
        { type: 'on-site', mentions: 1, share: { n: 1, of: 3, percent: 33 } },
        { type: 'staff-training', mentions: 2, share: { n: 2, of: 3, percent: 67 } },
        { type: 'other-type', mentions: 0, share: { n: 0, of: 3, percent: 0 } },
      ],
    });
    expect(staff.types[1]).toMatchObject({ region: 'APG', mentions: 1 });
    expect(staff.types.at(-1)).toMatchObject({ region: null, mentions: 4 });
  });

  it('by tag and by topic', () => {
    expect(
      staff.tags.map(({ tag, needs, states, share }) => [tag, needs, states, share.percent]),
    ).toEqual([
      ['good-practices', 2, 2, 33],
      ['training', 2, 1, 33],
      ['institutions', 0, 0, 0],
    ]);
    expect(staff.tags[0]).toMatchObject({
      byCategory: six({ 'capacity-building': 1, 'legislative-assistance': 1 }),
    });
    expect(staff.tags[0]!.byArticle.slice(0, 3)).toEqual([
      { article: '5', needs: 2, share: { n: 2, of: 2, percent: 100 } },
      { article: '6', needs: 1, share: { n: 1, of: 2, percent: 50 } },
      { article: '7', needs: 0, share: { n: 0, of: 2, percent: 0 } },
    ]);
    expect(staff.topics.map(({ topic, needs, states }) => [topic, needs, states])).toEqual([
      ['bribery', 1, 1],
      ['statistics', 2, 1],
    ]);
    expect(staff.topics[1]).toMatchObject({
      byCategory: six({ 'capacity-building': 1, policymaking: 1 }),
      share: { n: 2, of: 6, percent: 33 },
    });
  });

  it('rows and columns add up to the needs, in every region and in all', () => {
    for (const { columns, rows, total } of matrices) {
      const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
      expect(sum(Object.values(columns))).toBe(total);
      expect(sum(rows.map((row) => row.total))).toBe(total);
      for (const row of rows) expect(sum(Object.values(row.cells))).toBe(row.total);
    }
    expect(matrices.at(-1)!.total).toBe(6);
  });
});

describe('what the public may see', () => {
  it('is counted from published summaries alone, in summaries as in needs', () => {
    const found = count(smallRegister(), asPublic);
    expect(found.totals).toEqual({
      summaries: 3,
      statesWithNeeds: 2,
      needs: 5,
      shareOfStates: { n: 2, of: 3, percent: 67 },
    });
    expect(found.regions[1]).toMatchObject({
      region: 'APG',
      summaries: 0,
      statesWithNeeds: 0,
      needs: 0,
    });
    expect(found.articles[0]).toMatchObject({ article: '5', needs: 3, states: 2 });
    expect(found.matrices.at(-1)!.total).toBe(5);
  });
});
