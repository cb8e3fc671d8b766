import { describe, expect, it } from 'vitest';
import { actor, publicActor, type Actor } from '#lib/base/actor';
import {
  mayEnter,
  maySign,
  requiresReason,
  checkTransition,
  type NeedWorkflow,
} from '#lib/needs/model/transitions';

const verbs = [
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
const statuses = ['draft', 'submitted', 'returned', 'recoded', 'approved', 'withdrawn'] as const;
type Status = (typeof statuses)[number];

/**
 * One letter for each verb in the order above, in two words for each status: `+` allowed; forbidden
 * to the role (`r`), as
 * another's entry (`y`) or by the rule of four eyes (`4`); not in this status or without such a
 * request (`s`); because an
 * approved version counts, or none does (`c`); because the review is closed (`x`).
 */
type Table = Readonly<Record<Status, string>>;
const never: Table = {
  draft: 'rrrrrrr rrrrrr',
  submitted: 'rrrrrrr rrrrrr',
  returned: 'rrrrrrr rrrrrr',
  recoded: 'rrrrrrr rrrrrr',
  approved: 'rrrrrrr rrrrrr',
  withdrawn: 'rrrrrrr rrrrrr',
};
const lifting: Table = {
  draft: 'rrrrrrr rrrrrs',
  submitted: 'rrrrrrr rrrrr+',
  returned: 'rrrrrrr rrrrrs',
  recoded: 'rrrrrrr rrrrr+',
  approved: 'rrrrrrr rrrrrs',
  withdrawn: 'rrrrrrr rrrrrs',
};
const ownState: Table = {
  draft: '++rrrr+ sssrrr',
  submitted: 'ssrrrr+ sssrrr',
  returned: '++rrrr+ scsrrr',
  recoded: 'ssrrrr+ +ssrrr',
  approved: 'ssrrrrs scsrrr',
  withdrawn: 'ssrrrrs sssrrr',
};
const ownDrafts: Table = { ...never, draft: '+rrrrrr rrrrrr' };
const otherHands: Table = {
  draft: 'yyssssy yyyssr',
  submitted: 'yy+++sy yyyssr',
  returned: 'yyssssy yyyssr',
  recoded: 'yy+s+sy yyyssr',
  approved: 'yysss+y yyyssr',
  withdrawn: 'yyssssy yyyssr',
};
const changedOrRecoded: Table = {
  ...otherHands,
  submitted: 'yy444sy yyyssr',
  recoded: 'yy4s4sy yyyssr',
};
const ownEntry: Table = {
  draft: '++ssss+ sssssr',
  submitted: 'ss444s+ sssssr',
  returned: '++ssss+ scsssr',
  recoded: 'ss4s4s+ +ssssr',
  approved: 'sssss+s scsssr',
  withdrawn: 'sssssss sssssr',
};

const me = 'me';
const somebody = 'somebody';
const as = (role: Actor['role'], facts: Partial<Actor> = {}) =>
  actor({ ...publicActor, role, accountId: me, ...facts });
const ownFocal = as('focal-point', { stateId: 'own' });
const ownContributor = as('contributor', { stateId: 'own' });
const assigned = as('reviewer', { reviewIds: ['another', 'assigned'] });

const standing: NeedWorkflow = {
  status: 'draft',
  stateId: 'own',
  reviewId: 'assigned',
  enteredBy: somebody,
  changedBy: somebody,
  recodedBy: null,
  countedVersion: null,
  request: null,
  lifted: false,
  closed: false,
};
const letters = {
  allowed: '+',
  role: 'r',
  'not-yours': 'y',
  'four-eyes': '4',
  status: 's',
  counted: 'c',
  closed: 'x',
} as const;
const tableOf = (who: Actor, need: Partial<NeedWorkflow>) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      verbs
        .map((verb) => letters[checkTransition(who, verb, { ...standing, ...need, status })])
        .join('')
        .replace(/^.{7}/, '$& '),
    ]),
  );

describe('who may do what to a need, in which status', () => {
  it.each<[string, Actor, Partial<NeedWorkflow>, Table]>([
    ['a focal point, to what a colleague entered', ownFocal, {}, ownState],
    [
      'a focal point, to what they entered and changed themselves',
      ownFocal,
      { enteredBy: me, changedBy: me },
      ownState,
    ],
    [
      "a focal point, to a reviewer's entry that was recoded",
      ownFocal,
      { recodedBy: 'another' },
      ownState,
    ],
    ['a focal point of another State', as('focal-point', { stateId: 'other' }), {}, never],
    [
      'a focal point of another State, to what they entered once',
      as('focal-point', { stateId: 'other' }),
      { enteredBy: me, changedBy: me },
      never,
    ],
    ['a focal point without a State', as('focal-point'), {}, never],
    ['a contributor, to what a colleague entered', ownContributor, {}, ownDrafts],
    [
      'a contributor, to what they entered and changed themselves',
      ownContributor,
      { enteredBy: me, changedBy: me },
      ownDrafts,
    ],
    [
      'a contributor of another State, to what they entered once',
      as('contributor', { stateId: 'other' }),
      { enteredBy: me, changedBy: me },
      never,
    ],
    ['a contributor without a State', as('contributor'), {}, never],
    ['a reviewer, to what others entered and changed', assigned, {}, otherHands],
    [
      'a reviewer, to what another reviewer recoded',
      assigned,
      { recodedBy: 'another', changedBy: 'another' },
      otherHands,
    ],
    [
      'a reviewer, to what they entered and nobody changed',
      assigned,
      { enteredBy: me, changedBy: me },
      ownEntry,
    ],
    [
      'a reviewer, to what they entered and a focal point changed',
      assigned,
      { enteredBy: me },
      ownEntry,
    ],
    ['a reviewer, to what they changed last', assigned, { changedBy: me }, changedOrRecoded],
    [
      'a reviewer, to what they recoded last',
      assigned,
      { changedBy: me, recodedBy: me },
      changedOrRecoded,
    ],
    [
      'a reviewer, to what they recoded and a focal point changed since',
      assigned,
      { recodedBy: me },
      changedOrRecoded,
    ],
    ['a reviewer of another review', as('reviewer', { reviewIds: ['another'] }), {}, never],
    [
      'a reviewer of another review, to what they entered once',
      as('reviewer', { reviewIds: ['another'] }),
      { enteredBy: me, changedBy: me },
      never,
    ],
    ['a reviewer with the State of a focal point', as('reviewer', { stateId: 'own' }), {}, never],
    ['the manager', as('manager'), {}, never],
    [
      'the manager, crafted with a State and reviews',
      as('manager', { stateId: 'own', reviewIds: ['assigned'] }),
      {},
      never,
    ],
    ['the administrator', as('administrator'), {}, lifting],
    [
      'the administrator, crafted with a State and reviews',
      as('administrator', { stateId: 'own', reviewIds: ['assigned'] }),
      { enteredBy: me },
      lifting,
    ],
    ['a program', as('system'), {}, never],
    ['a program that entered it', as('system'), { enteredBy: me, changedBy: me }, never],
    ['the public', publicActor, {}, never],
    [
      'the public, crafted with a State and reviews',
      actor({ ...publicActor, stateId: 'own', reviewIds: ['assigned'] }),
      {},
      never,
    ],
  ])('%s', (_said, who, need, table) => {
    expect(tableOf(who, need)).toEqual(table);
  });

  it('what counts is withdrawn by nobody alone, in no status: its withdrawal can be asked for', () => {
    const counting = { countedVersion: 3 };
    expect(tableOf(ownFocal, counting)).toEqual({
      draft: '++rrrrc sssrrr',
      submitted: 'ssrrrrc sssrrr',
      returned: '++rrrrc s+srrr',
      recoded: 'ssrrrrc +ssrrr',
      approved: 'ssrrrrs s+srrr',
      withdrawn: 'ssrrrrs sssrrr',
    });
    expect(tableOf(assigned, { ...counting, enteredBy: me })).toEqual({
      draft: '++ssssc sssssr',
      submitted: 'ss444sc sssssr',
      returned: '++ssssc s+sssr',
      recoded: 'ss4s4sc +ssssr',
      approved: 'sssss+s s+sssr',
      withdrawn: 'sssssss sssssr',
    });
  });

  it('a withdrawal that was asked for is decided by other hands, and can be taken back', () => {
    const asked = { countedVersion: 3, request: 'withdrawal' } as const;
    expect(tableOf(ownFocal, asked)).toEqual({
      draft: '++rrrrc sssrrr',
      submitted: 'ssrrrrc sssrrr',
      returned: '++rrrrc ss+rrr',
      recoded: 'ssrrrrc ss+rrr',
      approved: 'ssrrrrs ss+rrr',
      withdrawn: 'ssrrrrs sssrrr',
    });
    expect(tableOf(assigned, asked)).toEqual({
      ...otherHands,
      returned: 'yyssssy yyy++r',
      approved: 'yysss+y yyy++r',
    });
    expect(tableOf(assigned, { ...asked, changedBy: me })).toEqual({
      ...changedOrRecoded,
      returned: 'yyssssy yyy44r',
      approved: 'yysss+y yyy44r',
    });
  });

  it('a recoding is objected to once, until that is taken back', () => {
    expect(tableOf(ownFocal, { request: 'objection' }).recoded).toBe('ssrrrr+ ss+rrr');
    expect(tableOf(assigned, { request: 'objection' }).recoded).toBe('yy+s+sy yyyssr');
  });

  it('where the rule of four eyes was lifted, the same hands decide', () => {
    expect(tableOf(assigned, { changedBy: me, recodedBy: me, lifted: true })).toEqual(otherHands);
    expect(tableOf(assigned, { enteredBy: me, lifted: true }).submitted).toBe('ss+++s+ sssssr');
  });

  it('nothing is done to the needs of a review that is closed for counting', () => {
    const all = (table: Table) =>
      Object.fromEntries(
        Object.entries(table).map(([status, letters]) => [
          status,
          letters.replaceAll(/[+s4c]/g, 'x'),
        ]),
      );
    const closed = { closed: true };
    expect(tableOf(ownFocal, closed)).toEqual(all(ownState));
    expect(tableOf(assigned, closed)).toEqual(all(otherHands));
    expect(tableOf(as('administrator'), closed)).toEqual(all(lifting));
    expect(tableOf(ownContributor, closed)).toEqual({ ...never, draft: 'xrrrrrr rrrrrr' });
  });
});

describe('who may enter a need', () => {
  it.each<[string, Actor, boolean]>([
    ['the focal point of the State', ownFocal, true],
    ['a contributor of the State', ownContributor, true],
    ['a contributor of another State', as('contributor', { stateId: 'other' }), false],
    ['a reviewer of the review', assigned, true],
    ['the focal point of another State', as('focal-point', { stateId: 'other' }), false],
    ['a focal point without a State', as('focal-point'), false],
    ['a reviewer of another review', as('reviewer', { reviewIds: ['another'] }), false],
    ['a reviewer without reviews', as('reviewer'), false],
    ['the manager', as('manager', { stateId: 'own', reviewIds: ['assigned'] }), false],
    ['the administrator', as('administrator', { stateId: 'own', reviewIds: ['assigned'] }), false],
    ['a program', as('system'), false],
    ['the public', publicActor, false],
  ])('%s: %s', (_said, who, may) => {
    expect(mayEnter(who, { id: 'assigned', stateId: 'own' })).toBe(may);
  });
});

describe('who may sign for what was entered', () => {
  it.each<[string, Actor, boolean]>([
    ['the focal point of the State', ownFocal, true],
    ['a reviewer of the review', assigned, true],
    ['a contributor of the State', ownContributor, false],
    ['the focal point of another State', as('focal-point', { stateId: 'other' }), false],
    ['the administrator', as('administrator', { stateId: 'own', reviewIds: ['assigned'] }), false],
    ['the public', publicActor, false],
  ])('%s: %s', (_said, who, may) => {
    expect(maySign(who, { id: 'assigned', stateId: 'own' })).toBe(may);
  });
});

describe('a reason', () => {
  it('is asked for by what somebody else has to understand', () => {
    expect(verbs.filter((verb) => requiresReason(verb))).toEqual([
      'recode',
      'reopen',
      'withdraw',
      'object',
      'request-withdrawal',
      'refuse-withdrawal',
      'lift-four-eyes',
    ]);
  });
});
