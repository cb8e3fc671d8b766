import { describe, expect, it } from 'vitest';
import type { Category } from '#lib/convention/categories';
import { regionCodes } from '#lib/convention/regions';
import { count } from '#lib/counting/count/count';
import {
  Facts,
  type CountedVocabulary,
  type NeedFacts,
  type ReviewFacts,
} from '#lib/counting/facts/facts';
import { noFilter } from '#lib/counting/filter/filter';
import { randomNumbers } from '#tests/support/random/numbers';

const writes = process.env.CAMPAIGN === '1' ? 1_000_000 : 200_000;
const categories: readonly Category[] = ['capacity-building', 'policymaking', 'other'];
const provisions = ['5', '6', '5;6', 'general'];
const sets = [[], ['training'], ['good-practices', 'training'], ['guidance']];
/** A set that few needs bear: its code comes and goes. */
const seldom = ['elsewhere'];
const days = [0, 20200229, 20230101, 20240615];

const vocabularyOf = (next: (below: number) => number): CountedVocabulary => ({
  subcategories: [{ code: 'cb-training', category: 'capacity-building' as const }].slice(next(2)),
  types: ['training', 'guidance'].slice(next(3)),
  tags: ['training', 'good-practices'].slice(next(3)),
  topics: ['training'].slice(next(2)),
});
const reviewOf = (i: number, next: (below: number) => number): ReviewFacts => ({
  id: `r${i}`,
  stateId: `s${i >> 1}`,
  region: regionCodes[next(5)]!,
  cycle: i % 2 === 0 ? 2 : 1,
  completedOn: days[next(4)]!,
  publishedOn: days[next(4)]!,
});

/**
 * To the byte: nothing of an answer may depend on the order in which needs were met, or on needs
 * that are gone.
 */
const countedIn = (facts: Facts) =>
  (
    [
      [2, ['II'], 99991231],
      [1, ['III', 'IV'], 20230101],
      [2, ['II', 'V'], 20200229],
    ] as const
  ).map(([cycle, chapters, cutoff]) =>
    count(facts, {
      ...noFilter,
      cycle,
      chapters,
      cutoff,
      sees: ({ publishedOn }) => cutoff === 99991231 || publishedOn > 0,
    }),
  );

describe('the facts', () => {
  it(`equal a rebuild, and are counted alike, after ${writes} random writes of needs, reviews and vocabulary`, () => {
    const next = randomNumbers(20_231);
    const reviews = new Map(
      Array.from({ length: 50 }, (_, i): [string, ReviewFacts] => [`r${i}`, reviewOf(i, next)]),
    );
    let vocabulary = vocabularyOf(next);
    const kept = new Facts();
    for (const review of reviews.values()) kept.putReview(review);
    const truth = new Map<string, NeedFacts>();

    const equalARebuild = () => {
      const rebuilt = new Facts();
      rebuilt.vocabulary = vocabulary;
      for (const review of reviews.values()) rebuilt.putReview(review);
      for (const need of truth.values()) rebuilt.putNeed(need);
      expect(kept.size).toBe(truth.size);
      expect([...kept.needsAsTexts()]).toEqual([...rebuilt.needsAsTexts()]);
      expect(kept.reviews).toEqual(rebuilt.reviews);
      expect(JSON.stringify(countedIn(kept))).toBe(JSON.stringify(countedIn(rebuilt)));
    };

    for (let i = 1; i <= writes; i += 1) {
      const id = `n${next(2000)}`;
      const what = next(100);
      if (what < 2) {
        // A review is dated, published or taken back, or its State changes its regional group.
        const changed = reviewOf(next(50), next);
        kept.putReview(changed);
        reviews.set(changed.id, changed);
      } else if (what < 3) {
        vocabulary = vocabularyOf(next);
        kept.vocabulary = vocabulary;
      } else if (what < 35) {
        kept.dropNeed(id);
        truth.delete(id);
      } else {
        const need: NeedFacts = {
          id,
          reviewId: `r${next(50)}`,
          chapter: 'II',
          provision: provisions[next(4)]!,
          category: categories[next(3)]!,
          subcategory: next(2) ? 'cb-training' : null,
          types: sets[next(4)]!,
          tags: sets[next(4)]!,
          topics: next(5000) === 0 ? seldom : sets[next(4)]!,
        };
        kept.putNeed(need);
        truth.set(id, need);
      }
      if (i % (writes / 20) === 0) equalARebuild();
    }
  });

  it('refuse a need whose review they do not know', () => {
    expect(() =>
      new Facts().putNeed({
        id: 'n',
        reviewId: 'r',
        chapter: 'II',
        provision: '5',
        category: 'policymaking',
        subcategory: null,
        types: [],
        tags: [],
        topics: [],
      }),
    ).toThrow('review');
  });
});
