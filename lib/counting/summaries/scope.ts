import type { Actor } from '#lib/base/actor';
import type { ReviewFacts } from '#lib/counting/summaries/facts';

/**
 * Whether the actor's numbers take in a review: the public's the published ones, if readers are let
 * in at all; a focal
 * point's and a contributor's also their State's; a reviewer's also those assigned; a provider's
 * and an adviser's the published ones alone; the secretariat's every one. Twin of `approvedNeeds`.
 */
export function seesReview(
  actor: Actor,
  today: number,
  open: boolean,
): (review: ReviewFacts) => boolean {
  const published = ({ publishedOn }: ReviewFacts) => publishedOn > 0 && publishedOn <= today;
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
 * What the numbers of an actor depend on besides the question: readers with the same scope get the
 * same answer.
 */
export function scopeOf(actor: Actor): string {
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
