import type { Actor } from '#lib/base/actor';
import type { TermVerb } from '#lib/needs/terms/vocabulary';

/** The only table of who may change the vocabulary. */
const allowedRoles: Readonly<Record<TermVerb, readonly Actor['role'][]>> = {
  add: ['administrator'],
  rename: ['administrator'],
  merge: ['administrator'],
  split: ['administrator'],
};

export const mayChangeTerms = (actor: Actor, verb: TermVerb): boolean =>
  actor.accountId !== null && allowedRoles[verb].includes(actor.role);

/** Whether the actor sees which needs must be recoded, each within their scope. */
export const maySeeRecoding = ({ role }: Actor): boolean =>
  role === 'administrator' || role === 'reviewer' || role === 'manager';
