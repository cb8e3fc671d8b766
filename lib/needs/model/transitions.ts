import type { Actor } from '#lib/base/actor';
import type { Request, Status, Verb } from '#lib/needs/model/vocabulary';

/**
 * When a role may use a verb. `always`; `drafts`: only while the need is a draft; `own-entry`: only
 * on a need that this person entered; `other-hands`: never on a need that this person entered,
 * recoded or last changed (four eyes).
 */
type Condition = 'always' | 'drafts' | 'own-entry' | 'other-hands';

type Transition = Readonly<{
  from: readonly Status[];
  /** Null: the status stays. */
  to: Status | null;
  by: Readonly<Partial<Record<Actor['role'], Condition>>>;
  /** `or-comment`: a comment sent to the focal point counts as the reason. */
  reason?: 'required' | 'or-comment';
  /** Whether the need must have an approved version that counts, or must not. */
  counts?: 'no' | 'yes';
  /** Which request of the focal point must be open; `none`: no request may be open. */
  request?: Request | 'any' | 'none';
  /**
   * The request that this transition opens. Every other transition but an edit closes the open one.
   */
  opens?: Request;
}>;

const submitters = { 'focal-point': 'always', reviewer: 'own-entry' } as const;
const deciders = { reviewer: 'other-hands' } as const;

/**
 * The only table of transitions: status, verb and role. A transition that is not listed is refused.
 */
export const transitions: Readonly<Record<Verb, Transition>> = {
  edit: { from: ['draft', 'returned'], to: null, by: { ...submitters, contributor: 'drafts' } },
  submit: { from: ['draft', 'returned'], to: 'submitted', by: submitters },
  return: { from: ['submitted', 'recoded'], to: 'returned', by: deciders, reason: 'or-comment' },
  recode: { from: ['submitted'], to: 'recoded', by: deciders, reason: 'required' },
  approve: { from: ['submitted', 'recoded'], to: 'approved', by: deciders },
  reopen: { from: ['approved'], to: 'returned', by: { reviewer: 'always' }, reason: 'required' },
  withdraw: {
    from: ['draft', 'submitted', 'returned', 'recoded'],
    to: 'withdrawn',
    by: submitters,
    reason: 'required',
    counts: 'no',
  },
  object: {
    from: ['recoded'],
    to: null,
    by: submitters,
    reason: 'required',
    request: 'none',
    opens: 'objection',
  },
  'request-withdrawal': {
    from: ['returned', 'approved'],
    to: null,
    by: submitters,
    reason: 'required',
    counts: 'yes',
    request: 'none',
    opens: 'withdrawal',
  },
  'take-back-request': {
    from: ['returned', 'recoded', 'approved'],
    to: null,
    by: submitters,
    request: 'any',
  },
  'grant-withdrawal': {
    from: ['returned', 'approved'],
    to: 'withdrawn',
    by: deciders,
    request: 'withdrawal',
  },
  'refuse-withdrawal': {
    from: ['returned', 'approved'],
    to: null,
    by: deciders,
    reason: 'required',
    request: 'withdrawal',
  },
  // Only where a setting allows it. The history then shows that the same person approved the need.
  'lift-four-eyes': {
    from: ['submitted', 'recoded'],
    to: null,
    by: { administrator: 'always' },
    reason: 'required',
  },
};

/** The statuses in which a role may use a verb, whoever entered the need. */
export const statusesAllowing = (role: Actor['role'], verb: Verb): readonly Status[] =>
  transitions[verb].by[role] === 'drafts' ? ['draft'] : transitions[verb].from;

/** Whether the actor may enter needs into this review. */
export const mayEnter = (actor: Actor, review: { id: string; stateId: string }): boolean =>
  ((actor.role === 'focal-point' || actor.role === 'contributor') &&
    actor.stateId === review.stateId) ||
  (actor.role === 'reviewer' && actor.reviewIds.includes(review.id));

/**
 * Whether the actor may sign for a review: that an article has no need, that a chapter is complete.
 */
export const maySign = (actor: Actor, review: { id: string; stateId: string }): boolean =>
  actor.role !== 'contributor' && mayEnter(actor, review);

/** The part of a need that the transitions depend on. */
export type NeedWorkflow = Readonly<{
  status: Status;
  stateId: string;
  reviewId: string;
  enteredBy: string;
  changedBy: string;
  recodedBy: string | null;
  countedVersion: number | null;
  /** The open request of the focal point, until a reviewer decides on it. */
  request: Request | null;
  /** Whether an administrator has lifted the rule of four eyes for the next decision. */
  lifted: boolean;
  /** Whether its review is closed for counting. */
  closed: boolean;
}>;

export type TransitionVerdict =
  | 'allowed'
  | 'role'
  | 'not-yours'
  | 'closed'
  | 'four-eyes'
  | 'status'
  | 'counted';

/** Whether the open request is the one that the transition requires. */
function isRequestFitting({ request }: Transition, open: Request | null): boolean {
  if (request === undefined) return true;
  if (request === 'any') return open !== null;
  if (request === 'none') return open === null;
  return open === request;
}

/**
 * Returns `allowed`, or which rule forbids the transition. Whether the actor sees the need at all
 * is checked before.
 */
export function checkTransition(actor: Actor, verb: Verb, need: NeedWorkflow): TransitionVerdict {
  const rule = transitions[verb];
  const condition = rule.by[actor.role];
  if (
    condition === undefined ||
    (actor.role !== 'administrator' &&
      !mayEnter(actor, { id: need.reviewId, stateId: need.stateId }))
  )
    return 'role';
  if (condition === 'drafts' && need.status !== 'draft') return 'role';
  if (condition === 'own-entry' && need.enteredBy !== actor.accountId) return 'not-yours';
  if (need.closed) return 'closed';
  if (!rule.from.includes(need.status) || !isRequestFitting(rule, need.request)) return 'status';
  if (
    condition === 'other-hands' &&
    !need.lifted &&
    [need.enteredBy, need.changedBy, need.recodedBy].includes(actor.accountId)
  )
    return 'four-eyes';
  if (rule.counts && (rule.counts === 'yes') !== (need.countedVersion !== null)) return 'counted';
  return 'allowed';
}

/** The request that is open after a transition. An edit leaves an open request as it is. */
export const requestAfter = (verb: Verb, open: Request | null): Request | null =>
  transitions[verb].opens ?? (verb === 'edit' || verb === 'lift-four-eyes' ? open : null);

/** Whether the verb takes a reason. A draft is discarded without one: nobody else has seen it. */
export const requiresReason = (verb: Verb, status?: Status): boolean =>
  transitions[verb].reason === 'required' && !(verb === 'withdraw' && status === 'draft');

/** For how long the author of a discarded draft sees it and can bring it back, in milliseconds. */
export const undoPeriod = 86_400_000;

/**
 * Whether this is a discarded draft: a need has a reference from its first submission on, and only
 * what was submitted is called withdrawn.
 */
export const isDiscarded = (need: Readonly<{ status: Status; reference: string | null }>) =>
  need.status === 'withdrawn' && need.reference === null;
