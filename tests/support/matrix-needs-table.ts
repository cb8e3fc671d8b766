import type { ActorName, Place } from '#tests/support/matrix-register';
import { completeFields } from '#tests/support/needs';
import type { Situation } from '#tests/support/situations';

/**
 * Who may do what to a need, written by hand. First the verbs, in their order below: `+` done;
 * `n` as if there were no such need; `u` sign in first; forbidden to the role (`r`), as another's
 * entry (`y`) or by the rule of
 * four eyes (`4`); not in this status (`s`); not while an approved version counts, or none does
 * (`c`); because a
 * setting forbids it (`f`). Then the pages need, change, check,
 * recoding: `v` shown; `>` leads back to the need; `i` leads to signing in; `n` as if there were
 * none.
 */
export const needVerbs = [
  'edit',
  'submit',
  'return',
  'recode',
  'approve',
  'reopen',
  'withdraw',
  'object',
  'request-withdrawal',
  'take-back-request',
  'grant-withdrawal',
  'refuse-withdrawal',
  'lift-four-eyes',
] as const;
export const needPages = ['', '/change', '/check', '/recoding'] as const;
/** What is sent to each verb, to a need seen in this version. */
export const needFields = (version: number) => ({
  ...completeFields,
  text: 'Sent by the matrix.',
  reason: 'A reason.',
  version: String(version),
});
export type Letters = Readonly<Record<Situation, string>>;

const all = (letters: string): Letters => ({
  draft: letters,
  submitted: letters,
  returned: letters,
  recoded: letters,
  approved: letters,
  reopened: letters,
  withdrawn: letters,
});

const stranger = all('uuuuuuuuuuuuu niii');
const strangerPublished: Letters = {
  ...stranger,
  approved: 'uuuuuuuuuuuuu viii',
  reopened: 'uuuuuuuuuuuuu viii',
};
const outsider = all('nnnnnnnnnnnnn nnnn');
const onlyApproved: Letters = {
  ...outsider,
  approved: 'rrrrrrrrrrrrr v>>>',
  reopened: 'rrrrrrrrrrrrr v>>>',
};
const ownState: Letters = {
  draft: '++rrrr+sssrrr vvv>',
  submitted: 'ssrrrr+sssrrr v>>>',
  returned: '++rrrr+scsrrr vvv>',
  recoded: 'ssrrrr++ssrrr v>>>',
  approved: 'ssrrrrss+srrr v>>>',
  reopened: '++rrrrcs+srrr vvv>',
  withdrawn: 'ssrrrrssssrrr v>>>',
};
const ownDrafts: Letters = { ...all('rrrrrrrrrrrrr v>>>'), draft: '+rrrrrrrrrrrr vv>>' };
const assigned: Letters = {
  draft: 'nnnnnnnnnnnnn nnnn',
  submitted: 'yy+++syyyyssr v>>v',
  returned: 'yyssssyyyyssr v>>>',
  recoded: 'yy+s+syyyyssr v>>>',
  approved: 'yysss+yyyyssr v>>>',
  reopened: 'yyssssyyyyssr v>>>',
  withdrawn: 'yyssssyyyyssr v>>>',
};
const assignedRecoder: Letters = { ...assigned, recoded: 'yy4s4syyyyssr v>>>' };
const readsAll: Letters = {
  ...all('rrrrrrrrrrrrs v>>>'),
  submitted: 'rrrrrrrrrrrrf v>>>',
  recoded: 'rrrrrrrrrrrrf v>>>',
};

export const needTable: Readonly<Record<ActorName, Readonly<Record<Place, Letters>>>> = {
  anonymous: { A: stranger, B: stranger, C: strangerPublished },
  deactivated: { A: stranger, B: stranger, C: strangerPublished },
  'focal point of A': { A: ownState, B: outsider, C: onlyApproved },
  'focal point of B': { A: outsider, B: ownState, C: onlyApproved },
  'reviewer of A': { A: assigned, B: outsider, C: onlyApproved },
  'recoder of A': { A: assignedRecoder, B: outsider, C: onlyApproved },
  'reviewer of D': { A: outsider, B: outsider, C: onlyApproved },
  manager: { A: onlyApproved, B: onlyApproved, C: onlyApproved },
  administrator: { A: readsAll, B: readsAll, C: readsAll },
  'contributor of A': { A: ownDrafts, B: outsider, C: onlyApproved },
  provider: { A: outsider, B: outsider, C: onlyApproved },
  adviser: { A: outsider, B: outsider, C: onlyApproved },
};
