import type { Facts, ReviewFacts } from '#lib/counting/facts/facts';
import { countedNeeds, countedReviews, type Filter } from '#lib/counting/filter/filter';

/** Returns the ids of the needs that a number counts; null where there are more than `maximum`. */
export function countedNeedIds(facts: Facts, filter: Filter, maximum = Infinity): string[] | null {
  const counted = countedNeeds(facts, filter);
  const ids: string[] = [];
  for (let i = 0; i < facts.size; i += 1) {
    if (counted[i] === 0) continue;
    if (ids.length === maximum) return null;
    ids.push(facts.idOf(i));
  }
  return ids;
}

/** Returns the ids of the States that a number counts: those with at least one counted need. */
export function countedStateIds(facts: Facts, filter: Filter): string[] {
  const counted = countedNeeds(facts, filter);
  const states = new Set<string>();
  for (let i = 0; i < facts.size; i += 1)
    if (counted[i] === 1) states.add(facts.reviews[facts.review.values[i]!]!.stateId);
  return [...states];
}

/** Returns the completed summaries that a number counts. */
export function countedSummaries(facts: Facts, filter: Filter): ReviewFacts[] {
  const { region } = countedReviews(facts, filter);
  return facts.reviews.filter((_, row) => region[row]! >= 0);
}
