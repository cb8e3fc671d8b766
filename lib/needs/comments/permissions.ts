import type { Actor } from '#lib/base/actor';
import { mayEnter } from '#lib/needs/model/transitions';

type CommentedNeed = Readonly<{ reviewId: string; stateId: string; closed: boolean }>;

/** Whether the actor may comment on a need. Internal comments are among the reviewers only. */
export const mayComment = (actor: Actor, need: CommentedNeed, internal: boolean): boolean =>
  !need.closed &&
  mayEnter(actor, { id: need.reviewId, stateId: need.stateId }) &&
  (!internal || actor.role === 'reviewer');

/**
 * Whether the actor may read internal comments: reviewers, the administrator, who answers for the
 * audit, and jobs of the register itself.
 */
export const mayReadInternal = (actor: Actor): boolean =>
  actor.role === 'reviewer' || actor.role === 'administrator' || actor.role === 'system';

/** Whether the actor may resolve or reopen a comment: reviewers any, a focal point their own. */
export const mayResolve = (
  actor: Actor,
  need: CommentedNeed,
  comment: Readonly<{ authorId: string }>,
): boolean =>
  !need.closed &&
  mayEnter(actor, { id: need.reviewId, stateId: need.stateId }) &&
  (actor.role === 'reviewer' || comment.authorId === actor.accountId);
