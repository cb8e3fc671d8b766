import type { ByActor, ReadOutcome, SentOutcome } from '#tests/support/permissions/outcomes';
import type { Place } from '#tests/support/permissions/register';
import { completeFields } from '#tests/support/factories/needs';
import type { Situation } from '#tests/support/factories/situations';

/** Who may do what to a need, written by hand: first its verbs, then its pages. */
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
/** The pages of a need, each with what its address has after the id. */
export const needPages = {
  need: '',
  change: '/change',
  check: '/check',
  recoding: '/recoding',
} as const;
export type NeedVerb = (typeof needVerbs)[number];
export type NeedPage = keyof typeof needPages;
export const needPageNames = Object.keys(needPages) as readonly NeedPage[];

/** What is sent to each verb, to a need seen in this version. */
export const needFields = (version: number) => ({
  ...completeFields,
  text: 'Sent by the matrix.',
  reason: 'A reason.',
  version: String(version),
});
/** What comes of each verb and of each page of a need. */
type NeedOutcomes = Readonly<Record<NeedVerb, SentOutcome> & Record<NeedPage, ReadOutcome>>;
type BySituation = Readonly<Record<Situation, NeedOutcomes>>;

const everyVerb = (outcome: SentOutcome) =>
  Object.fromEntries(needVerbs.map((verb) => [verb, outcome])) as Record<NeedVerb, SentOutcome>;
const everyPage = (outcome: ReadOutcome) =>
  Object.fromEntries(needPageNames.map((page) => [page, outcome])) as Record<NeedPage, ReadOutcome>;

const inEverySituation = (outcomes: NeedOutcomes): BySituation => ({
  draft: outcomes,
  submitted: outcomes,
  returned: outcomes,
  recoded: outcomes,
  approved: outcomes,
  reopened: outcomes,
  withdrawn: outcomes,
});

const signInFirst: NeedOutcomes = {
  ...everyVerb('sign-in'),
  ...everyPage('sign-in'),
  need: 'not-found',
};
const stranger = inEverySituation(signInFirst);
const strangerToPublished: BySituation = {
  ...stranger,
  approved: { ...signInFirst, need: 'shown' },
  reopened: { ...signInFirst, need: 'shown' },
};

const outsider = inEverySituation({ ...everyVerb('not-found'), ...everyPage('not-found') });

/** May read the need, and do nothing to it. */
const readsOnly: NeedOutcomes = {
  ...everyVerb('forbidden-to-role'),
  ...everyPage('redirect'),
  need: 'shown',
};
const onlyApproved: BySituation = { ...outsider, approved: readsOnly, reopened: readsOnly };

/** The verbs of a focal point are there, and none of them for this status. */
const ofOwnState: NeedOutcomes = {
  ...readsOnly,
  edit: 'wrong-status',
  submit: 'wrong-status',
  withdraw: 'wrong-status',
  object: 'wrong-status',
  'request-withdrawal': 'wrong-status',
  'take-back-request': 'wrong-status',
};
const ofOwnStateToChange: NeedOutcomes = {
  ...ofOwnState,
  edit: 'done',
  submit: 'done',
  change: 'shown',
  check: 'shown',
};
const focalPoint: BySituation = {
  draft: { ...ofOwnStateToChange, withdraw: 'done' },
  submitted: { ...ofOwnState, withdraw: 'done' },
  returned: {
    ...ofOwnStateToChange,
    withdraw: 'done',
    'request-withdrawal': 'wrong-counting',
  },
  recoded: { ...ofOwnState, withdraw: 'done', object: 'done' },
  approved: { ...ofOwnState, 'request-withdrawal': 'done' },
  reopened: { ...ofOwnStateToChange, withdraw: 'wrong-counting', 'request-withdrawal': 'done' },
  withdrawn: ofOwnState,
};

const contributor: BySituation = {
  ...inEverySituation(readsOnly),
  draft: { ...readsOnly, edit: 'done', change: 'shown' },
};

/** The verbs of a reviewer are there, and none of them for this status. */
const assigned: NeedOutcomes = {
  ...everyVerb('own-entry'),
  ...everyPage('redirect'),
  return: 'wrong-status',
  recode: 'wrong-status',
  approve: 'wrong-status',
  reopen: 'wrong-status',
  'grant-withdrawal': 'wrong-status',
  'refuse-withdrawal': 'wrong-status',
  'lift-four-eyes': 'forbidden-to-role',
  need: 'shown',
};
const reviewer: BySituation = {
  ...inEverySituation(assigned),
  draft: { ...everyVerb('not-found'), ...everyPage('not-found') },
  submitted: { ...assigned, return: 'done', recode: 'done', approve: 'done', recoding: 'shown' },
  recoded: { ...assigned, return: 'done', approve: 'done' },
  approved: { ...assigned, reopen: 'done' },
};
const recoder: BySituation = {
  ...reviewer,
  recoded: { ...assigned, return: 'four-eyes', approve: 'four-eyes' },
};

const administrator: BySituation = {
  ...inEverySituation({ ...readsOnly, 'lift-four-eyes': 'wrong-status' }),
  submitted: { ...readsOnly, 'lift-four-eyes': 'forbidden' },
  recoded: { ...readsOnly, 'lift-four-eyes': 'forbidden' },
};

export const needTable: ByActor<Readonly<Record<Place, BySituation>>> = {
  anonymous: { A: stranger, B: stranger, C: strangerToPublished },
  deactivated: { A: stranger, B: stranger, C: strangerToPublished },
  'focal point of A': { A: focalPoint, B: outsider, C: onlyApproved },
  'focal point of B': { A: outsider, B: focalPoint, C: onlyApproved },
  'reviewer of A': { A: reviewer, B: outsider, C: onlyApproved },
  'recoder of A': { A: recoder, B: outsider, C: onlyApproved },
  'reviewer of D': { A: outsider, B: outsider, C: onlyApproved },
  manager: { A: onlyApproved, B: onlyApproved, C: onlyApproved },
  administrator: { A: administrator, B: administrator, C: administrator },
  'contributor of A': { A: contributor, B: outsider, C: onlyApproved },
  provider: { A: outsider, B: outsider, C: onlyApproved },
  adviser: { A: outsider, B: outsider, C: onlyApproved },
};
