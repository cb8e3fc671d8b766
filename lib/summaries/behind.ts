import type { Facts, ReviewFacts } from '#lib/summaries/facts';
import { countedReviews, passing, type Filter } from '#lib/summaries/filter';

/** The States that a number of States counts: those with at least one counted need, each once. */
export function statesBehind(facts: Facts, filter: Filter): string[] {
  const { region } = countedReviews(facts, filter);
  const { provision, narrowed } = passing(facts, filter);
  const states = new Set<string>();
  for (let i = 0; i < facts.size; i += 1) {
    const review = facts.review.values[i]!;
    if (region[review]! < 0 || provision[facts.provision.values[i]!] === 0) continue;
    if (narrowed.every(({ column, pass }) => pass[column[i]!] === 1)) states.add(facts.reviews[review]!.stateId);
  }
  return [...states];
}

/** The completed summaries that a number of summaries counts. */
export function summariesBehind(facts: Facts, filter: Filter): ReviewFacts[] {
  const { region } = countedReviews(facts, filter);
  return facts.reviews.filter((_, row) => region[row]! >= 0);
}
