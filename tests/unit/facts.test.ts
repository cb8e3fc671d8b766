import { describe, expect, it } from 'vitest';
import type { Category } from '#lib/convention/categories';
import { Facts, type NeedFacts, type ReviewFacts } from '#lib/summaries/facts';

/** Mulberry32: the same numbers on every machine. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const categories: readonly Category[] = ['capacity-building', 'policymaking', 'other'];
const provisions = ['5', '6', '5;6', 'general'];
const sets = [[], ['training'], ['good-practices', 'training']];

describe('the facts', () => {
  it('equal a rebuild after 200,000 random writes', () => {
    const next = numbers(20_231);
    const reviews: ReviewFacts[] = Array.from({ length: 50 }, (_, i) => ({ id: `r${i}`, stateId: `s${i}`, region: 'AFR', cycle: 2, completedOn: 20230101, publishedOn: 0 }));
    const kept = new Facts();
    for (const review of reviews) kept.putReview(review);
    const truth = new Map<string, NeedFacts>();
    for (let i = 0; i < 200_000; i += 1) {
      const id = `n${next(2000)}`;
      if (next(3) === 0) {
        kept.dropNeed(id);
        truth.delete(id);
        continue;
      }
      const need: NeedFacts = {
        id, reviewId: `r${next(50)}`, chapter: 'II', provision: provisions[next(4)]!, category: categories[next(3)]!, subcategory: next(2) ? 'cb-training' : null,
        types: sets[next(3)]!, tags: sets[next(3)]!, topics: sets[next(3)]!,
      };
      kept.putNeed(need);
      truth.set(id, need);
    }
    const rebuilt = new Facts();
    for (const review of reviews) rebuilt.putReview(review);
    for (const need of truth.values()) rebuilt.putNeed(need);
    expect(kept.size).toBe(truth.size);
    expect([...kept.words()]).toEqual([...rebuilt.words()]);
  });

  it('refuse a need whose review they do not know', () => {
    expect(() => new Facts().putNeed({ id: 'n', reviewId: 'r', chapter: 'II', provision: '5', category: 'policymaking', subcategory: null, types: [], tags: [], topics: [] })).toThrow('review');
  });
});
