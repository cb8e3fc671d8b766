import { actorNames, type ActorName } from '#tests/support/permissions/register';

/** What may come of reading a page or an address. */
export type ReadOutcome =
  | 'shown'
  | 'not-found'
  | 'forbidden'
  | 'sign-in'
  | 'redirect'
  // Next's own page of a failure, which nobody reaches through the server of the register.
  | 'error-page'
  | `status ${number}`;

/** What may come of sending a form. */
export type SentOutcome =
  | 'done'
  // Done, and answered with a page that shows something once, such as a new link.
  | 'done-and-shown'
  | 'sign-in'
  | 'not-found'
  | 'invalid'
  | 'forbidden'
  | 'forbidden-to-role'
  | 'own-entry'
  | 'four-eyes'
  | 'wrong-status'
  // Not while an approved version counts, or not while none does.
  | 'wrong-counting'
  | `status ${number}`;

export type Outcome = ReadOutcome | SentOutcome;

/** Something for each actor of the matrix. */
export type ByActor<T> = Readonly<Record<ActorName, T>>;

/** The same for everyone. */
export const everyone = <const T>(same: T): ByActor<T> =>
  Object.fromEntries(actorNames.map((name) => [name, same])) as Record<ActorName, T>;

/** The same for all who have signed in; the others are asked to do so. */
export const signedIn = <const O extends Outcome>(outcome: O): ByActor<O | 'sign-in'> => ({
  ...everyone<O | 'sign-in'>(outcome),
  anonymous: 'sign-in',
  deactivated: 'sign-in',
});

/** What each has, one by one in the order of the actors. */
export const inOrder = <T>(each: ByActor<T>): readonly T[] => actorNames.map((name) => each[name]);
