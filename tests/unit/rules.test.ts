import { describe, expect, it } from 'vitest';
import { actor, publicActor, type Actor } from '#lib/actor';
import { mayEnter, maySign, needsReason, ruling, type Standing } from '#lib/needs/rules';

const verbs = ['edit', 'submit', 'return', 'recode', 'approve', 'reopen', 'withdraw'] as const;
const statuses = ['draft', 'submitted', 'returned', 'recoded', 'approved', 'withdrawn'] as const;
type Status = (typeof statuses)[number];

/**
 * One letter for each verb in the order above, one word for each status: `+` allowed; forbidden to the role (`r`), as
 * another's entry (`y`) or by the rule of four eyes (`4`); not in this status (`s`); not while an approved version counts (`c`).
 */
type Table = Readonly<Record<Status, string>>;
const never: Table = { draft: 'rrrrrrr', submitted: 'rrrrrrr', returned: 'rrrrrrr', recoded: 'rrrrrrr', approved: 'rrrrrrr', withdrawn: 'rrrrrrr' };
const ownState: Table = { draft: '++rrrr+', submitted: 'ssrrrr+', returned: '++rrrr+', recoded: 'ssrrrr+', approved: 'ssrrrrs', withdrawn: 'ssrrrrs' };
const ownDrafts: Table = { draft: '+rrrrrr', submitted: 'rrrrrrr', returned: 'rrrrrrr', recoded: 'rrrrrrr', approved: 'rrrrrrr', withdrawn: 'rrrrrrr' };
const otherHands: Table = { draft: 'yyssssy', submitted: 'yy+++sy', returned: 'yyssssy', recoded: 'yy+s+sy', approved: 'yysss+y', withdrawn: 'yyssssy' };
const changedOrRecoded: Table = { ...otherHands, submitted: 'yy444sy', recoded: 'yy4s4sy' };
const ownEntry: Table = { draft: '++ssss+', submitted: 'ss444s+', returned: '++ssss+', recoded: 'ss4s4s+', approved: 'sssss+s', withdrawn: 'sssssss' };

const me = 'me';
const somebody = 'somebody';
const as = (role: Actor['role'], facts: Partial<Actor> = {}) => actor({ ...publicActor, role, accountId: me, ...facts });
const ownFocal = as('focal-point', { stateId: 'own' });
const ownContributor = as('contributor', { stateId: 'own' });
const assigned = as('reviewer', { reviewIds: ['another', 'assigned'] });

const standing: Standing = { status: 'draft', stateId: 'own', reviewId: 'assigned', enteredBy: somebody, changedBy: somebody, recodedBy: null, countedVersion: null };
const letters = { allowed: '+', role: 'r', 'not-yours': 'y', 'four-eyes': '4', status: 's', counted: 'c' } as const;
const tableOf = (who: Actor, need: Partial<Standing>) => Object.fromEntries(statuses.map((status) =>
  [status, verbs.map((verb) => letters[ruling(who, verb, { ...standing, ...need, status })]).join('')]));

describe('who may do what to a need, in which status', () => {
  it.each<[string, Actor, Partial<Standing>, Table]>([
    ['a focal point, to what a colleague entered', ownFocal, {}, ownState],
    ['a focal point, to what they entered and changed themselves', ownFocal, { enteredBy: me, changedBy: me }, ownState],
    ['a focal point, to a reviewer\'s entry that was recoded', ownFocal, { recodedBy: 'another' }, ownState],
    ['a focal point of another State', as('focal-point', { stateId: 'other' }), {}, never],
    ['a focal point of another State, to what they entered once', as('focal-point', { stateId: 'other' }), { enteredBy: me, changedBy: me }, never],
    ['a focal point without a State', as('focal-point'), {}, never],
    ['a contributor, to what a colleague entered', ownContributor, {}, ownDrafts], ['a contributor, to what they entered and changed themselves', ownContributor, { enteredBy: me, changedBy: me }, ownDrafts],
    ['a contributor of another State, to what they entered once', as('contributor', { stateId: 'other' }), { enteredBy: me, changedBy: me }, never], ['a contributor without a State', as('contributor'), {}, never],
    ['a reviewer, to what others entered and changed', assigned, {}, otherHands],
    ['a reviewer, to what another reviewer recoded', assigned, { recodedBy: 'another', changedBy: 'another' }, otherHands],
    ['a reviewer, to what they entered and nobody changed', assigned, { enteredBy: me, changedBy: me }, ownEntry],
    ['a reviewer, to what they entered and a focal point changed', assigned, { enteredBy: me }, ownEntry],
    ['a reviewer, to what they changed last', assigned, { changedBy: me }, changedOrRecoded],
    ['a reviewer, to what they recoded last', assigned, { changedBy: me, recodedBy: me }, changedOrRecoded],
    ['a reviewer, to what they recoded and a focal point changed since', assigned, { recodedBy: me }, changedOrRecoded],
    ['a reviewer of another review', as('reviewer', { reviewIds: ['another'] }), {}, never],
    ['a reviewer of another review, to what they entered once', as('reviewer', { reviewIds: ['another'] }), { enteredBy: me, changedBy: me }, never],
    ['a reviewer with the State of a focal point', as('reviewer', { stateId: 'own' }), {}, never],
    ['the manager', as('manager'), {}, never], ['the manager, crafted with a State and reviews', as('manager', { stateId: 'own', reviewIds: ['assigned'] }), {}, never],
    ['the administrator', as('administrator'), {}, never], ['the administrator, crafted with a State and reviews', as('administrator', { stateId: 'own', reviewIds: ['assigned'] }), { enteredBy: me }, never],
    ['a program', as('system'), {}, never], ['a program that entered it', as('system'), { enteredBy: me, changedBy: me }, never],
    ['the public', publicActor, {}, never], ['the public, crafted with a State and reviews', actor({ ...publicActor, stateId: 'own', reviewIds: ['assigned'] }), {}, never],
  ])('%s', (_said, who, need, table) => {
    expect(tableOf(who, need)).toEqual(table);
  });

  it('what counts is not withdrawn, by nobody and in no status', () => {
    const counting = { countedVersion: 3 };
    expect(tableOf(ownFocal, counting)).toEqual({ draft: '++rrrrc', submitted: 'ssrrrrc', returned: '++rrrrc', recoded: 'ssrrrrc', approved: 'ssrrrrs', withdrawn: 'ssrrrrs' });
    expect(tableOf(assigned, { ...counting, enteredBy: me })).toEqual({ draft: '++ssssc', submitted: 'ss444sc', returned: '++ssssc', recoded: 'ss4s4sc', approved: 'sssss+s', withdrawn: 'sssssss' });
  });
});

describe('who may enter a need', () => {
  it.each<[string, Actor, boolean]>([
    ['the focal point of the State', ownFocal, true], ['a contributor of the State', ownContributor, true], ['a contributor of another State', as('contributor', { stateId: 'other' }), false], ['a reviewer of the review', assigned, true], ['the focal point of another State', as('focal-point', { stateId: 'other' }), false],
    ['a focal point without a State', as('focal-point'), false], ['a reviewer of another review', as('reviewer', { reviewIds: ['another'] }), false], ['a reviewer without reviews', as('reviewer'), false],
    ['the manager', as('manager', { stateId: 'own', reviewIds: ['assigned'] }), false], ['the administrator', as('administrator', { stateId: 'own', reviewIds: ['assigned'] }), false],
    ['a program', as('system'), false], ['the public', publicActor, false],
  ])('%s: %s', (_said, who, may) => {
    expect(mayEnter(who, { id: 'assigned', stateId: 'own' })).toBe(may);
  });
});

describe('who may sign for what was entered', () => {
  it.each<[string, Actor, boolean]>([
    ['the focal point of the State', ownFocal, true], ['a reviewer of the review', assigned, true], ['a contributor of the State', ownContributor, false], ['the focal point of another State', as('focal-point', { stateId: 'other' }), false],
    ['the administrator', as('administrator', { stateId: 'own', reviewIds: ['assigned'] }), false], ['the public', publicActor, false],
  ])('%s: %s', (_said, who, may) => {
    expect(maySign(who, { id: 'assigned', stateId: 'own' })).toBe(may);
  });
});

describe('a reason', () => {
  it('is asked for by what somebody else has to understand', () => {
    expect(verbs.filter(needsReason)).toEqual(['return', 'recode', 'reopen', 'withdraw']);
  });
});
