import type { Actor } from '#lib/base/actor';
import type { CodingVerb } from '#lib/review/coding/vocabulary';

/**
 * Where a second coding stands: nothing is there yet, it is to be made, it was made and agrees or
 * differs, was settled, is an example.
 */
export const codingStatuses = ['none', 'open', 'same', 'differs', 'settled', 'shown'] as const;
export type CodingStatus = (typeof codingStatuses)[number];

/**
 * Under which condition a role may do it: `always`; `blind`: what was dealt to this person, who had
 * no hand in the need and was never
 * appointed to its review; `neither`: to those who made neither the first coding nor a second one,
 * nor are to make one.
 */
type Condition = 'always' | 'blind' | 'neither';

type Rule = Readonly<{
  from: readonly CodingStatus[];
  by: Readonly<Partial<Record<Actor['role'], Condition>>>;
  reason?: 'required';
}>;

/**
 * The one table of what can be done to second codings, by whom. What is not here cannot be done.
 */
export const codingRules: Readonly<Record<CodingVerb, Rule>> = {
  draw: { from: ['none'], by: { manager: 'always' } },
  'hand-on': { from: ['open'], by: { manager: 'always' } },
  code: { from: ['open'], by: { reviewer: 'blind' } },
  settle: {
    from: ['differs'],
    by: { manager: 'neither', reviewer: 'neither' },
    reason: 'required',
  },
  copy: { from: ['settled'], by: { manager: 'always' } },
  remove: { from: ['shown'], by: { manager: 'always' } },
};

/** What the rules look at, besides the status. */
export type CodingStanding = Readonly<{
  status: CodingStatus;
  /** To whom this second coding was dealt. */
  coder: string | null;
  /** Whoever made any version of the need, and whoever was ever appointed to its review. */
  hands: readonly string[];
  /** Whoever made the first coding, and whoever made or is to make a second one. */
  coders: readonly string[];
}>;

export type CodingRuling = 'allowed' | 'role' | 'not-yours' | 'four-eyes' | 'status';

/**
 * Whether the actor may do it now, or which rule forbids it. Scope (whether they see the need at
 * all) is decided before.
 */
export function codingRuling(
  actor: Actor,
  verb: CodingVerb,
  { status, coder, hands, coders }: CodingStanding,
): CodingRuling {
  const { by, from } = codingRules[verb];
  const condition = by[actor.role];
  if (condition === undefined || actor.accountId === null) return 'role';
  if (condition === 'blind' && coder !== actor.accountId) return 'not-yours';
  if (condition === 'blind' && hands.includes(actor.accountId)) return 'four-eyes';
  if (condition === 'neither' && coders.includes(actor.accountId)) return 'four-eyes';
  return from.includes(status) ? 'allowed' : 'status';
}

/** Who reads what managers read of second codings. */
export const seesSamples = (actor: Actor): boolean =>
  actor.role === 'manager' || actor.role === 'administrator';
