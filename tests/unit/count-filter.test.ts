import { describe, expect, it } from 'vitest';
import { count } from '#lib/counting/count/count';
import type { Filter } from '#lib/counting/filter/filter';
import { asStaff, six, smallRegister } from '#tests/support/factories/small-register';

const facts = smallRegister();
/** Summaries, States with needs, needs. */
const totals = (filter: Partial<Filter>) => {
  const { summaries, statesWithNeeds, needs } = count(facts, { ...asStaff, ...filter }).totals;
  return [summaries, statesWithNeeds, needs];
};

describe('a cut-off', () => {
  it.each([
    [20200130, [0, 0, 0]],
    [20200131, [1, 1, 3]],
    [20210629, [1, 1, 3]],
    [20210630, [3, 3, 6]],
    [20210701, [4, 3, 6]],
    [0, [0, 0, 0]],
  ])('on %i counts the summaries completed on or before that day', (cutoff, expected) => {
    expect(totals({ cutoff })).toEqual(expected);
  });
});

describe('cycles and chapters', () => {
  it('are counted apart: a summary counts in its cycle, whether or not the chapter has needs', () => {
    expect(totals({ chapters: ['V'] })).toEqual([4, 2, 2]);
    expect(totals({ cycle: 1, chapters: ['III'] })).toEqual([1, 1, 1]);
    expect(totals({ cycle: 1, chapters: ['IV'] })).toEqual([1, 0, 0]);
    expect(totals({ cycle: 1, chapters: ['II'] })).toEqual([1, 0, 0]);
  });

  it('several chapters of a cycle are counted together, each with a row of its own for the chapter as a whole', () => {
    const found = count(facts, { ...asStaff, chapters: ['V', 'II'] });
    expect(found.totals).toMatchObject({ summaries: 4, statesWithNeeds: 3, needs: 8 });
    expect(found.matrices.at(-1)!.rows.map(({ articles, total }) => [articles, total])).toEqual([
      ['5', 2],
      ['6', 1],
      ['51', 1],
      ['5;6', 2],
      ['general-II', 1],
      ['general-V', 1],
    ]);
    expect(found.articles.map(({ article }) => article)).toEqual([
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      '13',
      '14',
      '51',
      '52',
      '53',
      '54',
      '55',
      '56',
      '57',
      '58',
      '59',
    ]);
    expect(found.matrices[1]!.columns).toEqual({ ...six({ 'capacity-building': 1 }), other: 1 });
    expect(found.categories.at(-1)).toMatchObject({
      category: 'other',
      needs: 1,
      states: 1,
      subcategories: [],
    });
  });
});

describe('a filter', () => {
  it.each<[string, Partial<Filter>, number[]]>([
    ['by region narrows the summaries too', { regions: ['AFR'] }, [2, 2, 5]],
    ['by several regions', { regions: ['APG', 'WEOG'] }, [2, 1, 1]],
    ['by a region without summaries', { regions: ['EEG'] }, [0, 0, 0]],
    ['by category narrows the needs alone', { categories: ['capacity-building'] }, [4, 3, 4]],
    [
      'by several categories',
      { categories: ['policymaking', 'legislative-assistance'] },
      [4, 2, 2],
    ],
    ['by subcategory', { subcategories: ['cb-training'] }, [4, 2, 3]],
    ['by article counts a need that has others too', { articles: ['6'] }, [4, 2, 3]],
    ['by several articles counts a need once', { articles: ['5', '6'] }, [4, 3, 5]],
    ['by the chapter as a whole', { articles: ['general'] }, [4, 1, 1]],
    ['by type', { types: ['staff-training'] }, [4, 1, 2]],
    ['by several types counts a need once', { types: ['staff-training', 'on-site'] }, [4, 2, 3]],
    ['by tag', { tags: ['good-practices'] }, [4, 2, 2]],
    ['by topic', { topics: ['bribery'] }, [4, 1, 1]],
    ['by a row of the matrix', { rows: ['5;6'] }, [4, 2, 2]],
    [
      'by what a need has besides',
      { articles: ['5'], besides: [{ of: 'article', code: '6' }] },
      [4, 2, 2],
    ],
    [
      'by two tags at once',
      {
        besides: [
          { of: 'tag', code: 'training' },
          { of: 'tag', code: 'good-practices' },
        ],
      },
      [4, 1, 1],
    ],
    ['by priority', { priorities: ['1', '3'] }, [4, 2, 2]],
    ['by a priority that none has', { priorities: ['999'] }, [4, 0, 0]],
    [
      'by several lists is by all of them',
      { categories: ['capacity-building'], articles: ['6'], tags: ['training'] },
      [4, 1, 1],
    ],
    ['that nothing passes', { categories: ['policymaking'], articles: ['5'] }, [4, 0, 0]],
    ['by a code that nothing bears', { topics: ['elsewhere'] }, [4, 0, 0]],
  ])('%s', (_said, filter, expected) => {
    expect(totals(filter)).toEqual(expected);
  });

  it('narrows every number alike', () => {
    const found = count(facts, { ...asStaff, articles: ['6'] });
    expect(found.categories.map(({ needs }) => needs)).toEqual([2, 0, 1, 0, 0, 0, 0]);
    expect(found.articles.slice(0, 3).map(({ needs, states }) => [needs, states])).toEqual([
      [2, 2],
      [3, 2],
      [0, 0],
    ]);
    expect(found.matrices.at(-1)!.rows.map(({ articles, total }) => [articles, total])).toEqual([
      ['6', 1],
      ['5;6', 2],
    ]);
    expect(found.types.at(-1)).toMatchObject({ mentions: 1 });
    expect(found.tags.map(({ needs }) => needs)).toEqual([1, 1, 0]);
    expect(found.topics.map(({ needs }) => needs)).toEqual([0, 0]);
    expect(found.regions[0]).toMatchObject({
      needs: 3,
      shareOfNeeds: { n: 3, of: 3, percent: 100 },
    });
  });
});

describe('needs that come and go', () => {
  it('a need taken out counts no more; the others count as before', () => {
    const changing = smallRegister();
    changing.dropNeed('n2');
    const found = count(changing, asStaff);
    expect(found.totals).toMatchObject({ summaries: 4, statesWithNeeds: 3, needs: 5 });
    expect(found.matrices[0]!.rows.map(({ articles, total }) => [articles, total])).toEqual([
      ['5', 1],
      ['6', 1],
      ['5;6', 1],
      ['general', 1],
    ]);
    expect(found.articles.slice(0, 2).map(({ needs, states }) => [needs, states])).toEqual([
      [3, 3],
      [2, 1],
    ]);
    for (const id of ['n6', 'n2', 'no such need']) changing.dropNeed(id);
    expect(count(changing, asStaff).totals).toMatchObject({ statesWithNeeds: 2, needs: 4 });
    for (const id of ['n1', 'n3', 'n4', 'n5', 'n7', 'n8', 'n9', 'n10']) changing.dropNeed(id);
    expect(changing.size).toBe(0);
    expect(count(changing, asStaff).totals).toMatchObject({
      summaries: 4,
      statesWithNeeds: 0,
      needs: 0,
    });
  });

  it('a need put again stands in its new row alone', () => {
    const changing = smallRegister();
    changing.putNeed({
      id: 'n1',
      reviewId: 'one',
      chapter: 'II',
      provision: '14',
      category: 'policymaking',
      subcategory: 'pm-development',
      types: [],
      tags: [],
      topics: [],
    });
    const found = count(changing, asStaff);
    expect(found.totals.needs).toBe(6);
    expect(found.matrices[0]!.rows.map(({ articles, total }) => [articles, total])).toEqual([
      ['6', 1],
      ['14', 1],
      ['5;6', 2],
      ['general', 1],
    ]);
  });

  it('a review put again counts by its new date and region', () => {
    const changing = smallRegister();
    changing.putReview({
      id: 'one',
      stateId: 'S1',
      region: 'EEG',
      cycle: 2,
      completedOn: 20220101,
      publishedOn: 0,
    });
    expect(count(changing, { ...asStaff, cutoff: 20211231 }).totals).toMatchObject({
      summaries: 3,
      statesWithNeeds: 2,
      needs: 3,
    });
    expect(count(changing, asStaff).regions.map(({ needs }) => needs)).toEqual([2, 1, 3, 0, 0]);
  });

  it('an empty register counts nothing, and shares of nothing are none', () => {
    const found = count(Object.assign(smallRegister(), { size: 0 }), asStaff);
    expect(found.totals).toMatchObject({
      needs: 0,
      statesWithNeeds: 0,
      shareOfStates: { n: 0, of: 4, percent: 0 },
    });
    expect(found.categories[0]!.share).toEqual({ n: 0, of: 0, percent: null });
  });
});
