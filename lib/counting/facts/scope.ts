import type { Actor } from '#lib/base/actor';
import type { ReviewFacts } from '#lib/counting/facts/facts';

/**
 * Returns whether an actor counts a review before it is published: the secretariat all, others
 * those of their own work.
 */
export function seesWithoutPublication(
  actor: Actor,
): 'all' | ((review: Pick<ReviewFacts, 'id' | 'stateId'>) => boolean) {
  switch (actor.role) {
    case 'public':
    case 'provider':
    case 'adviser':
      return () => false;
    case 'focal-point':
    case 'contributor':
      return ({ stateId }) => stateId === actor.stateId;
    case 'reviewer':
      return ({ id }) => actor.reviewIds.includes(id);
    default:
      return 'all';
  }
}

/**
 * Returns whether a review is in the actor's numbers. Public: published reviews, if the register is
 * open; provider and adviser: published; focal point and contributor: also those of their State;
 * reviewer: also those assigned; secretariat: all. `approvedNeeds` is the same rule in SQL.
 */
export function reviewVisibilityFor(
  actor: Actor,
  today: number,
  open: boolean,
): (review: ReviewFacts) => boolean {
  const published = ({ publishedOn }: ReviewFacts) => publishedOn > 0 && publishedOn <= today;
  if (actor.role === 'public' && !open) return () => false;
  const unpublished = seesWithoutPublication(actor);
  if (unpublished === 'all') return () => true;
  return (review) => published(review) || unpublished(review);
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
