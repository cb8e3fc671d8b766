import type { Actor } from '#lib/base/actor';
import { codingRuling, type CodingStanding } from '#lib/review/coding/rules';
import type { CodingVerb } from '#lib/review/coding/vocabulary';
import { failed, forbidden, type Outcome } from '#lib/base/errors';

/** For verbs that apply to no existing coding. */
export const alone: CodingStanding = { status: 'none', coder: null, hands: [], coders: [] };

/** Refuses a verb that the rules forbid. */
export function refusal(
  actor: Actor,
  verb: CodingVerb,
  standing: CodingStanding,
): Outcome<never> | undefined {
  const verdict = codingRuling(actor, verb, standing);
  if (verdict === 'allowed') return undefined;
  return verdict === 'status' ? failed({ kind: 'conflict', why: 'status' }) : forbidden(verdict);
}
