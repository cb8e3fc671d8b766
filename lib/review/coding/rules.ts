import type { Actor } from '#lib/base/actor';
import type { CodingVerb } from '#lib/review/coding/vocabulary';

/**
 * The status of a second coding: nothing there yet, to be made, made and in agreement or not,
 * settled, or an example in the guide.
 */
export const codingStatuses = ['none', 'open', 'same', 'differs', 'settled', 'shown'] as const;
export type CodingStatus = (typeof codingStatuses)[number];

/**
 * Under which condition a role may act: `always`; `blind`: on what was assigned to this person, who
 * was not involved in the need and never appointed to its review; `neither`: only people who made
 * neither the first coding nor a second one, and have none to make.
 */
type Condition = 'always' | 'blind' | 'neither';

type Rule = Readonly<{
  from: readonly CodingStatus[];
  by: Readonly<Partial<Record<Actor['role'], Condition>>>;
  reason?: 'required';
}>;

/** The one table of what can be done to second codings, by whom. Everything else is forbidden. */
const codingRules: Readonly<Record<CodingVerb, Rule>> = {
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

/** The facts that the rules check. */
export type CodingRuleInput = Readonly<{
  status: CodingStatus;
  /** To whom this second coding is assigned. */
  coder: string | null;
  /** Authors of any version of the need, and everybody ever appointed to its review. */
  involved: readonly string[];
  /** Authors of the first coding, and everybody who made or has to make a second one. */
  coders: readonly string[];
}>;

export type CodingVerdict = 'allowed' | 'role' | 'not-yours' | 'four-eyes' | 'status';

/**
 * Checks whether the actor may do this now, and returns the reason if not. Scope (whether they see
 * the need at all) is checked before.
 */
export function checkCodingRule(
  actor: Actor,
  verb: CodingVerb,
  { status, coder, involved: hands, coders }: CodingRuleInput,
): CodingVerdict {
  const { by, from } = codingRules[verb];
  const condition = by[actor.role];
  if (condition === undefined || actor.accountId === null) return 'role';
  if (condition === 'blind' && coder !== actor.accountId) return 'not-yours';
  if (condition === 'blind' && hands.includes(actor.accountId)) return 'four-eyes';
  if (condition === 'neither' && coders.includes(actor.accountId)) return 'four-eyes';
  return from.includes(status) ? 'allowed' : 'status';
}

/** Who may see samples and their agreement. */
export const maySeeSamples = (actor: Actor): boolean =>
  actor.role === 'manager' || actor.role === 'administrator';
