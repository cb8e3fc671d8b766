import type { Actor } from '#lib/base/actor';
import type { ReviewFacts } from '#lib/counting/facts/facts';

const isReached = (date: number, today: number) => date > 0 && date <= today;

/**
 * Returns whether a review is in the actor's numbers. Published: at the revision of the facts, and
 * now as well. Public: published reviews, if the register is
 * open; provider and adviser: published; focal point and contributor: also those of their State;
 * reviewer: also those assigned; secretariat: all. `approvedNeeds` is the same rule in SQL.
 */
export function reviewVisibilityFor(
  actor: Actor,
  today: number,
  open: boolean,
): (review: ReviewFacts) => boolean {
  const published = ({ publishedOn, publishedNow = publishedOn }: ReviewFacts) =>
    isReached(publishedOn, today) && isReached(publishedNow, today);
  switch (actor.role) {
    case 'public':
      return (review) => open && published(review);
    case 'provider':
    case 'adviser':
      return published;
    case 'focal-point':
    case 'contributor':
      return (review) => published(review) || review.stateId === actor.stateId;
    case 'reviewer':
      return (review) => published(review) || actor.reviewIds.includes(review.id);
    default:
      return () => true;
  }
}

/**
 * A key of everything on which an actor's numbers depend besides the parameters: readers with the
 * same key get the same response.
 */
export function scopeKey(actor: Actor): string {
  switch (actor.role) {
    case 'public':
      return 'public';
    case 'provider':
    case 'adviser':
      return 'published';
    case 'focal-point':
    case 'contributor':
      return `state ${actor.stateId}`;
    case 'reviewer':
      return `reviews ${[...actor.reviewIds].sort().join(' ')}`;
    default:
      return 'all';
  }
}
