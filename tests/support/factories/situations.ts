import type { Actor } from '#lib/base/actor';
import {
  approveNeed,
  editNeed,
  grantWithdrawal,
  liftFourEyes,
  objectToRecoding,
  recodeNeed,
  refuseWithdrawal,
  reopenNeed,
  requestWithdrawal,
  returnNeed,
  submitNeed,
  takeBackRequest,
  withdrawNeed,
} from '#lib/needs/entry/commands';
import type { Outcome } from '#lib/base/errors';
import type { Verb } from '#lib/needs/model/vocabulary';
import {
  approved,
  completeFields,
  draft,
  submitted,
  type Seen,
} from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';

/** Every verb as somebody would send it, with all that it needs. */
export const commands: Readonly<
  Record<Verb, (actor: Actor, seen: Seen) => Promise<Outcome<Seen>>>
> = {
  edit: (actor, seen) =>
    editNeed(actor, { ...seen, fields: { ...completeFields, text: 'Changed.' } }),
  submit: submitNeed,
  return: (actor, seen) => returnNeed(actor, { ...seen, reason: 'A reason.' }),
  recode: (actor, seen) =>
    recodeNeed(actor, {
      ...seen,
      fields: { ...completeFields, subcategory: 'cb-structures' },
      reason: 'A reason.',
    }),
  approve: (actor, seen) => approveNeed(actor, { ...seen, reason: 'A reason.' }),
  reopen: (actor, seen) => reopenNeed(actor, { ...seen, reason: 'A reason.' }),
  withdraw: (actor, seen) => withdrawNeed(actor, { ...seen, reason: 'A reason.' }),
  object: (actor, seen) => objectToRecoding(actor, { ...seen, reason: 'A reason.' }),
  'request-withdrawal': (actor, seen) => requestWithdrawal(actor, { ...seen, reason: 'A reason.' }),
  'take-back-request': takeBackRequest,
  'grant-withdrawal': grantWithdrawal,
  'refuse-withdrawal': (actor, seen) => refuseWithdrawal(actor, { ...seen, reason: 'A reason.' }),
  'lift-four-eyes': (actor, seen) => liftFourEyes(actor, { ...seen, reason: 'A reason.' }),
};

type By = Readonly<{ entering: Actor; reviewing: Actor; review: { id: string } }>;

/**
 * A need in each situation that it can be in: `reopened` is returned while its approved version
 * counts.
 */
export const situations = {
  draft: ({ entering, review }: By) => draft(entering, review),
  submitted: ({ entering, review }: By) => submitted(entering, review),
  returned: async ({ entering, reviewing, review }: By) =>
    valueOf(await commands.return(reviewing, await submitted(entering, review))),
  recoded: async ({ entering, reviewing, review }: By) =>
    valueOf(await commands.recode(reviewing, await submitted(entering, review))),
  approved: ({ entering, reviewing, review }: By) => approved(entering, reviewing, review),
  reopened: async ({ entering, reviewing, review }: By) =>
    valueOf(await commands.reopen(reviewing, await approved(entering, reviewing, review))),
  withdrawn: async ({ entering, review }: By) =>
    valueOf(await commands.withdraw(entering, await submitted(entering, review))),
} as const satisfies Record<string, (by: By) => Promise<Seen>>;

export type Situation = keyof typeof situations;
