import type { Actor } from '#lib/base/actor';
import type { TermVerb } from '#lib/needs/terms/vocabulary';

/** The one table of who changes the vocabulary. */
const rules: Readonly<Record<TermVerb, readonly Actor['role'][]>> = {
  add: ['administrator'],
  rename: ['administrator'],
  merge: ['administrator'],
  split: ['administrator'],
};

export const mayChangeTerms = (actor: Actor, verb: TermVerb): boolean =>
  actor.accountId !== null && rules[verb].includes(actor.role);

/** Who is shown what must be recoded, each the needs that they see. */
export const seesRecoding = ({ role }: Actor): boolean =>
  role === 'administrator' || role === 'reviewer' || role === 'manager';
