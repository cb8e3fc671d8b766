import type { Actor } from '#lib/base/actor';
import type { Request, Status, Verb } from '#lib/needs/model/vocabulary';

/**
 * Under which condition a role may do it: `always`; `drafts`: only while it is a draft;
 * `own-entry`: only to what this person entered;
 * `other-hands`: never to what this person entered, recoded or last changed (four eyes).
 */
type Condition = 'always' | 'drafts' | 'own-entry' | 'other-hands';

type Rule = Readonly<{
  from: readonly Status[];
  /** Null: the status stays. */
  to: Status | null;
  by: Readonly<Partial<Record<Actor['role'], Condition>>>;
  /** `or-comment`: a comment that was sent to the focal point will do. */
  reason?: 'required' | 'or-comment';
  /** Only to a need without, or only to one with an approved version that counts. */
  counts?: 'no' | 'yes';
  /** Which request of the focal point must be open; `none`: there must be none. */
  request?: Request | 'any' | 'none';
  /** The request that it opens. Every other move, but a correction, ends the one that is open. */
  asks?: Request;
}>;

const asks = { 'focal-point': 'always', reviewer: 'own-entry' } as const;
const decides = { reviewer: 'other-hands' } as const;

/**
 * The one table of what can be done to a need, in which status, by whom. What is not here cannot be
 * done.
 */
export const rules: Readonly<Record<Verb, Rule>> = {
  edit: { from: ['draft', 'returned'], to: null, by: { ...asks, contributor: 'drafts' } },
  submit: { from: ['draft', 'returned'], to: 'submitted', by: asks },
  return: { from: ['submitted', 'recoded'], to: 'returned', by: decides, reason: 'or-comment' },
  recode: { from: ['submitted'], to: 'recoded', by: decides, reason: 'required' },
  approve: { from: ['submitted', 'recoded'], to: 'approved', by: decides },
  reopen: { from: ['approved'], to: 'returned', by: { reviewer: 'always' }, reason: 'required' },
  withdraw: {
    from: ['draft', 'submitted', 'returned', 'recoded'],
    to: 'withdrawn',
    by: asks,
    reason: 'required',
    counts: 'no',
  },
  object: {
    from: ['recoded'],
    to: null,
    by: asks,
    reason: 'required',
    request: 'none',
    asks: 'objection',
  },
  'request-withdrawal': {
    from: ['returned', 'approved'],
    to: null,
    by: asks,
    reason: 'required',
    counts: 'yes',
    request: 'none',
    asks: 'withdrawal',
  },
  'take-back-request': {
    from: ['returned', 'recoded', 'approved'],
    to: null,
    by: asks,
    request: 'any',
  },
  'grant-withdrawal': {
    from: ['returned', 'approved'],
    to: 'withdrawn',
    by: decides,
    request: 'withdrawal',
  },
  'refuse-withdrawal': {
    from: ['returned', 'approved'],
    to: null,
    by: decides,
    reason: 'required',
    request: 'withdrawal',
  },
  // Where a setting allows it; an approval by the same hands then shows it in the history.
  'lift-four-eyes': {
    from: ['submitted', 'recoded'],
    to: null,
    by: { administrator: 'always' },
    reason: 'required',
  },
};

/** The statuses in which a role may do it, whoever entered it. */
export const openTo = (role: Actor['role'], verb: Verb): readonly Status[] =>
  rules[verb].by[role] === 'drafts' ? ['draft'] : rules[verb].from;

/** Who may enter a need into a review that they can see as their own work. */
export const mayEnter = (actor: Actor, review: { id: string; stateId: string }): boolean =>
  ((actor.role === 'focal-point' || actor.role === 'contributor') &&
    actor.stateId === review.stateId) ||
  (actor.role === 'reviewer' && actor.reviewIds.includes(review.id));

/**
 * Who may sign for the entries of a review: that an article has no need, that a chapter is
 * complete.
 */
export const maySign = (actor: Actor, review: { id: string; stateId: string }): boolean =>
  actor.role !== 'contributor' && mayEnter(actor, review);

/** What the rules look at. */
export type Standing = Readonly<{
  status: Status;
  stateId: string;
  reviewId: string;
  enteredBy: string;
  changedBy: string;
  recodedBy: string | null;
  countedVersion: number | null;
  /** What the focal point has asked for and no reviewer has answered yet. */
  request: Request | null;
  /** Whether an administrator has lifted the rule of four eyes for the next decision. */
  lifted: boolean;
  /** Whether its review is closed for counting. */
  closed: boolean;
}>;

export type Ruling =
  | 'allowed'
  | 'role'
  | 'not-yours'
  | 'closed'
  | 'four-eyes'
  | 'status'
  | 'counted';

/** Whether the request that must be open is, or none where none may be. */
const asked = ({ request }: Rule, open: Request | null): boolean =>
  request === undefined ||
  (request === 'any' ? open !== null : request === 'none' ? open === null : open === request);

/**
 * Whether the actor may do it now, or which rule forbids it. Scope (whether they see the need at
 * all) is decided before.
 */
export function ruling(actor: Actor, verb: Verb, need: Standing): Ruling {
  const rule = rules[verb];
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
  if (!rule.from.includes(need.status) || !asked(rule, need.request)) return 'status';
  if (
    condition === 'other-hands' &&
    !need.lifted &&
    [need.enteredBy, need.changedBy, need.recodedBy].includes(actor.accountId)
  )
    return 'four-eyes';
  if (rule.counts && (rule.counts === 'yes') !== (need.countedVersion !== null)) return 'counted';
  return 'allowed';
}

/**
 * The request that stands after a move: the one that it opens; a correction leaves an open one as
 * it is.
 */
export const requestAfter = (verb: Verb, open: Request | null): Request | null =>
  rules[verb].asks ?? (verb === 'edit' || verb === 'lift-four-eyes' ? open : null);

export const needsReason = (verb: Verb): boolean => rules[verb].reason === 'required';
