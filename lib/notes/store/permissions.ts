import 'server-only';
import type { Actor } from '#lib/base/actor';
import { environment } from '#lib/base/env';
import type { NotePersonRole } from '#lib/notes/model/vocabulary';

export type NamedPerson = Readonly<{ accountId: string; role: NotePersonRole }>;

/** Only managers write notes. */
export const mayWriteNotes = ({ role }: Actor): boolean => role === 'manager';

const isSecretariat = ({ role }: Actor): boolean =>
  role === 'manager' || role === 'administrator' || role === 'system';

/**
 * Whether the actor works on an edition: the secretariat, and the people added to it. They alone
 * see its drafts, blocks, checks, comments and versions, also once it is published.
 */
export const worksOn = (actor: Actor, people: readonly Pick<NamedPerson, 'accountId'>[]): boolean =>
  isSecretariat(actor) || people.some(({ accountId }) => accountId === actor.accountId);

/**
 * Whether the actor may read an edition as it was published: everybody while it is in public view,
 * the public only if public reading is on. Those who work on it may always.
 */
export const mayReadNote = (
  actor: Actor,
  isPublic: boolean,
  people: readonly Pick<NamedPerson, 'accountId'>[],
): boolean =>
  (isPublic && (environment().open || actor.role !== 'public')) || worksOn(actor, people);

/** Whether the actor has a role on the edition. */
export const hasRole = (
  actor: Actor,
  role: NotePersonRole,
  people: readonly NamedPerson[],
): boolean => people.some((person) => person.accountId === actor.accountId && person.role === role);
