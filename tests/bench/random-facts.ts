import { categoryCodes } from '#lib/convention/categories';
import { regionCodes } from '#lib/convention/regions';
import { Facts } from '#lib/counting/facts/facts';

/** Mulberry32: the same register in every run. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const provisions = [
  ...Array.from({ length: 10 }, (_, i) => String(i + 5)),
  '5;6',
  '7;8',
  '9;10',
  '5;6;7',
  'general',
];
const subcategories = Array.from({ length: 30 }, (_, i) => `sub-${i}`);
const types = [
  'staff-training',
  'institutional-capacity',
  'technological-development',
  'awareness-raising',
  'good-practice-exchange',
  'frameworks',
  'guidance',
];
const tags = ['good-practices', 'training', 'aims-at-institutions', 'mentions-capacity-building'];
const topics = Array.from({ length: 25 }, (_, i) => `topic-${i}`);
export const today = 20261124;

/** What a register of this many needs of 190 States holds, as plain rows. */
export function* randomNeeds(needs: number) {
  const next = numbers(needs);
  for (let i = 0; i < needs; i += 1) {
    const category = categoryCodes[next(6)]!;
    yield {
      id: `need-${i}`,
      reviewId: `review-${next(190)}`,
      chapter: 'II' as const,
      provision: provisions[next(provisions.length)]!,
      category,
      subcategory: subcategories[next(30)]!,
      types: category === 'capacity-building' ? [types[next(7)]!] : [],
      tags: next(3) === 0 ? [tags[next(4)]!] : [],
      topics: next(2) === 0 ? [topics[next(25)]!] : [topics[next(12)]!, topics[12 + next(13)]!],
    };
  }
}

export const reviewFacts = Array.from({ length: 190 }, (_, i) => ({
  id: `review-${i}`,
  stateId: `state-${i}`,
  region: regionCodes[i % 5]!,
  cycle: 2 as const,
  completedOn: 20180101 + (i % 28),
  publishedOn: 20190101,
}));

export function randomFacts(needs: number): Facts {
  const facts = new Facts();
  facts.vocabulary = {
    subcategories: subcategories.map((code, i) => ({ code, category: categoryCodes[i % 6]! })),
    types,
    tags,
    topics,
  };
  for (const review of reviewFacts) facts.putReview(review);
  for (const need of randomNeeds(needs)) facts.putNeed(need);
  return facts;
}
