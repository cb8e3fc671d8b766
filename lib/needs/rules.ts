import type { Actor } from '#lib/actor';
import type { Status, Verb } from '#lib/needs/vocabulary';

/**
 * Under which condition a role may do it: `always`; `drafts`: only while it is a draft; `own-entry`: only to what this person entered;
 * `other-hands`: never to what this person entered, recoded or last changed (four eyes).
 */
type Condition = 'always' | 'drafts' | 'own-entry' | 'other-hands';

type Rule = Readonly<{
  from: readonly Status[];
  /** Null: the status stays. */
  to: Status | null;
  by: Readonly<Partial<Record<Actor['role'], Condition>>>;
  reason?: 'required';
  /** Not to a need whose approved version counts: that is a request which a reviewer decides. */
  uncountedOnly?: true;
}>;

/** The one table of what can be done to a need, in which status, by whom. What is not here cannot be done. */
export const rules: Readonly<Record<Verb, Rule>> = {
  edit: { from: ['draft', 'returned'], to: null, by: { 'focal-point': 'always', contributor: 'drafts', reviewer: 'own-entry' } },
  submit: { from: ['draft', 'returned'], to: 'submitted', by: { 'focal-point': 'always', reviewer: 'own-entry' } },
  return: { from: ['submitted', 'recoded'], to: 'returned', by: { reviewer: 'other-hands' }, reason: 'required' },
  recode: { from: ['submitted'], to: 'recoded', by: { reviewer: 'other-hands' }, reason: 'required' },
  approve: { from: ['submitted', 'recoded'], to: 'approved', by: { reviewer: 'other-hands' } },
  reopen: { from: ['approved'], to: 'returned', by: { reviewer: 'always' }, reason: 'required' },
  withdraw: {
    from: ['draft', 'submitted', 'returned', 'recoded'], to: 'withdrawn',
    by: { 'focal-point': 'always', reviewer: 'own-entry' }, reason: 'required', uncountedOnly: true,
  },
};

/** The statuses in which a role may do it, whoever entered it. */
export const openTo = (role: Actor['role'], verb: Verb): readonly Status[] => (rules[verb].by[role] === 'drafts' ? ['draft'] : rules[verb].from);

/** Who may enter a need into a review that they can see as their own work. */
export const mayEnter = (actor: Actor, review: { id: string; stateId: string }): boolean =>
  ((actor.role === 'focal-point' || actor.role === 'contributor') && actor.stateId === review.stateId) ||
  (actor.role === 'reviewer' && actor.reviewIds.includes(review.id));

/** Who may sign for the entries of a review: that an article has no need, that a chapter is complete. */
export const maySign = (actor: Actor, review: { id: string; stateId: string }): boolean => actor.role !== 'contributor' && mayEnter(actor, review);

/** What the rules look at. */
export type Standing = Readonly<{
  status: Status;
  stateId: string;
  reviewId: string;
  enteredBy: string;
  changedBy: string;
  recodedBy: string | null;
  countedVersion: number | null;
}>;

export type Ruling = 'allowed' | 'role' | 'not-yours' | 'four-eyes' | 'status' | 'counted';

/** Whether the actor may do it now, or which rule forbids it. Scope (whether they see the need at all) is decided before. */
export function ruling(actor: Actor, verb: Verb, need: Standing): Ruling {
  const rule = rules[verb];
  const condition = rule.by[actor.role];
  if (condition === undefined || !mayEnter(actor, { id: need.reviewId, stateId: need.stateId })) return 'role';
  if (condition === 'drafts' && need.status !== 'draft') return 'role';
  if (condition === 'own-entry' && need.enteredBy !== actor.accountId) return 'not-yours';
  if (!rule.from.includes(need.status)) return 'status';
  if (condition === 'other-hands' && [need.enteredBy, need.changedBy, need.recodedBy].includes(actor.accountId)) return 'four-eyes';
  if (rule.uncountedOnly && need.countedVersion !== null) return 'counted';
  return 'allowed';
}

export const needsReason = (verb: Verb): boolean => rules[verb].reason === 'required';
