import type { Actor } from '#lib/base/actor';
import { checkCodingRule, type CodingRuleInput } from '#lib/review/coding/rules';
import type { CodingVerb } from '#lib/review/coding/vocabulary';
import { failed, forbidden, type Outcome } from '#lib/base/errors';

/** For verbs that apply to no existing coding. */
export const nothingCoded: CodingRuleInput = {
  status: 'none',
  coder: null,
  involved: [],
  coders: [],
};

/** Refuses a verb that the rules forbid. */
export function refuseByRule(
  actor: Actor,
  verb: CodingVerb,
  standing: CodingRuleInput,
): Outcome<never> | undefined {
  const verdict = checkCodingRule(actor, verb, standing);
  if (verdict === 'allowed') return undefined;
  return verdict === 'status' ? failed({ kind: 'conflict', why: 'status' }) : forbidden(verdict);
}
