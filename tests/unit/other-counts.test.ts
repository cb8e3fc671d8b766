import { describe, expect, it } from 'vitest';
import { countedStateIds, countedSummaries } from '#lib/counting/drill-down/counted';
import { completeness } from '#lib/counting/count/completeness';
import { crossTabulate } from '#lib/counting/count/cross-tabulation';
import { trends } from '#lib/counting/count/trends';
import { asPublic, asStaff, smallRegister } from '#tests/support/factories/small-register';

const facts = smallRegister();

describe('behind a number', () => {
  it('stand the States that it counts, each once, and the summaries', () => {
    expect(countedStateIds(facts, asStaff).sort()).toEqual(['S1', 'S2', 'S3']);
    expect(countedStateIds(facts, asPublic).sort()).toEqual(['S1', 'S2']);
    expect(
      countedStateIds(facts, { ...asStaff, articles: ['6'], tags: ['good-practices'] }),
    ).toEqual(['S2']);
    expect(countedSummaries(facts, asPublic).map(({ id }) => id)).toEqual([
      'one',
      'two',
      'without needs',
    ]);
    expect(
      countedSummaries(facts, { ...asStaff, since: 20210630, cutoff: 20210630 }).map(
        ({ id }) => id,
      ),
    ).toEqual(['two', 'unpublished']);
  });
});

describe('two lists of codes against each other', () => {
  it('count a need under each of its pairs', () => {
    const found = crossTabulate(facts, asStaff, 'topics', 'types');
    expect([
      found.at('statistics', 'staff-training'),
      found.at('statistics', 'on-site'),
      found.at('bribery', 'on-site'),
      found.row('statistics'),
      found.row('bribery'),
    ]).toEqual([1, 1, 0, 2, 1]);
    expect(
      crossTabulate(facts, asPublic, 'tags', 'topics').at('good-practices', 'statistics'),
    ).toBe(1);
  });
});

describe('trends', () => {
  it('by half-year name every half-year between the first and the last', () => {
    const found = trends(facts, asStaff, 'half');
    expect(
      found.map(({ period, since, until, summaries, needs }) => [
        period,
        since,
        until,
        summaries,
        needs,
      ]),
    ).toEqual([
      ['2020-1', '2020-01-01', '2020-06-30', 1, 3],
      ['2020-2', '2020-07-01', '2020-12-31', 0, 0],
      ['2021-1', '2021-01-01', '2021-06-30', 2, 3],
      ['2021-2', '2021-07-01', '2021-12-31', 1, 0],
    ]);
    expect(found[2]).toMatchObject({
      byRegion: { AFR: 2, APG: 1 },
      byCategory: { 'capacity-building': 2, 'legislative-assistance': 1 },
      byArticle: { 5: 2, 6: 2, 7: 0 },
    });
  });
  it('by year add up to the same, and are empty without a summary', () => {
    expect(
      trends(facts, asStaff, 'year').map(({ period, summaries, needs }) => [
        period,
        summaries,
        needs,
      ]),
    ).toEqual([
      ['2020', 1, 3],
      ['2021', 3, 3],
    ]);
    expect(trends(facts, { ...asStaff, cutoff: 0 }, 'year')).toEqual([]);
  });
});

describe('completeness', () => {
  const second = facts.reviews.filter(({ cycle }) => cycle === 2);
  it('counts an article as answered by an approved need or by a signed answer, for each group and never for a single review', () => {
    const found = completeness(
      facts,
      second,
      ['II'],
      [
        { reviewId: 'two', article: 7 },
        { reviewId: 'two', article: 5 },
        { reviewId: 'elsewhere', article: 8 },
      ],
      20991231,
    );
    expect(
      found.map(({ region, shown }) => [
        region,
        shown && [shown.reviews, shown.completed, shown.answered, shown.of],
      ]),
    ).toEqual([
      ['AFR', [2, 2, 5, 20]],
      ['APG', [2, 1, 2, 20]],
      ['EEG', [0, 0, 0, 0]],
      ['GRULAC', [0, 0, 0, 0]],
      ['WEOG', null],
    ]);
    expect(found[0]!.shown!.byArticle).toMatchObject({ 5: 2, 6: 2, 7: 1, 8: 0 });
  });
  it('knows only the reviews that are seen', () => {
    expect(
      completeness(
        facts,
        second.filter(({ publishedOn }) => publishedOn > 0),
        ['II'],
        [],
        20991231,
      )[1]!.shown,
    ).toMatchObject({ reviews: 0, answered: 0 });
    expect(completeness(facts, second, ['II'], [], 20200131)[0]!.shown).toMatchObject({
      completed: 1,
    });
  });
});
