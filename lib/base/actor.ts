import type { Role } from '#lib/base/roles';
import type { Locale } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';

declare const checked: unique symbol;

/**
 * Who reads or writes. Every query and command takes an actor first. Only a session
 * (`lib/sessions`) and the functions below create one, so that nobody can forget to check
 * authorisation.
 */
export type Actor = Readonly<{
  [checked]: true;
  role: Role | 'public' | 'system';
  /** Null for the public. */
  accountId: string | null;
  name: string;
  /** The State of a focal point or a contributor. */
  stateId: string | null;
  stateCode: string | null;
  /** The organisation of a provider. */
  organisationId: string | null;
  /** The regional group of an adviser. */
  region: Region | null;
  /** The reviews assigned to a reviewer. */
  reviewIds: readonly string[];
  sessionId: string | null;
  locale: Locale | null;
}>;

/** Marks checked facts as an actor. */
export const actor = (facts: Omit<Actor, typeof checked>): Actor => facts as Actor;

/** A reader who has not signed in. */
export const publicActor: Actor = actor({
  role: 'public',
  accountId: null,
  name: '',
  stateId: null,
  stateCode: null,
  organisationId: null,
  region: null,
  reviewIds: [],
  sessionId: null,
  locale: null,
});

/** A program that writes in its own name: the demonstration, an import, the command line. */
export const systemActor = (accountId: string, name: string): Actor =>
  actor({ ...publicActor, role: 'system', accountId, name });
