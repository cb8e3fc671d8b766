import type { ActorName, Place } from '#tests/support/matrix-register';
import type { Situation } from '#tests/support/situations';

/**
 * Who may do what to a need, written by hand. First the verbs edit, submit, return, recode, approve, reopen, withdraw: `+` done;
 * `n` as if there were no such need; `u` sign in first; forbidden to the role (`r`), as another's entry (`y`) or by the rule of
 * four eyes (`4`); not in this status (`s`); not while an approved version counts (`c`). Then the pages need, change, check,
 * recoding: `v` shown; `>` leads back to the need; `i` leads to signing in; `n` as if there were none.
 */
export const needVerbs = ['edit', 'submit', 'return', 'recode', 'approve', 'reopen', 'withdraw'] as const;
export const needPages = ['', '/change', '/check', '/recoding'] as const;
export type Letters = Readonly<Record<Situation, string>>;

const all = (letters: string): Letters =>
  ({ draft: letters, submitted: letters, returned: letters, recoded: letters, approved: letters, reopened: letters, withdrawn: letters });

const stranger = all('uuuuuuu niii');
const strangerPublished: Letters = { ...stranger, approved: 'uuuuuuu viii', reopened: 'uuuuuuu viii' };
const outsider = all('nnnnnnn nnnn');
const onlyApproved: Letters = { ...outsider, approved: 'rrrrrrr v>>>', reopened: 'rrrrrrr v>>>' };
const ownState: Letters = {
  draft: '++rrrr+ vvv>', submitted: 'ssrrrr+ v>>>', returned: '++rrrr+ vvv>', recoded: 'ssrrrr+ v>>>',
  approved: 'ssrrrrs v>>>', reopened: '++rrrrc vvv>', withdrawn: 'ssrrrrs v>>>',
};
const ownDrafts: Letters = { ...all('rrrrrrr v>>>'), draft: '+rrrrrr vv>>' };
const assigned: Letters = {
  draft: 'nnnnnnn nnnn', submitted: 'yy+++sy v>>v', returned: 'yyssssy v>>>', recoded: 'yy+s+sy v>>>',
  approved: 'yysss+y v>>>', reopened: 'yyssssy v>>>', withdrawn: 'yyssssy v>>>',
};
const assignedRecoder: Letters = { ...assigned, recoded: 'yy4s4sy v>>>' };
const readsAll = all('rrrrrrr v>>>');

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
};
