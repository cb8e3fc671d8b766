import type { Actor } from '#lib/base/actor';
import { mayEnter } from '#lib/needs/model/rules';

type Place = Readonly<{ reviewId: string; stateId: string; closed: boolean }>;

/** Who may say something about a need, and to whom: internal comments stay among the reviewers. */
export const mayComment = (actor: Actor, need: Place, internal: boolean): boolean =>
  !need.closed &&
  mayEnter(actor, { id: need.reviewId, stateId: need.stateId }) &&
  (!internal || actor.role === 'reviewer');

/**
 * Who reads what reviewers say among themselves: reviewers of the review, the administrator, who
 * answers for the audit, and what the register itself goes through.
 */
export const readsInternal = (actor: Actor): boolean =>
  actor.role === 'reviewer' || actor.role === 'administrator' || actor.role === 'system';

/**
 * Who may mark a comment as resolved, or open it again: the reviewers; a focal point what they said
 * themselves.
 */
export const mayResolve = (
  actor: Actor,
  need: Place,
  comment: Readonly<{ authorId: string }>,
): boolean =>
  !need.closed &&
  mayEnter(actor, { id: need.reviewId, stateId: need.stateId }) &&
  (actor.role === 'reviewer' || comment.authorId === actor.accountId);
