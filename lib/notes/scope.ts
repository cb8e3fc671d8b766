import 'server-only';
import type { Actor } from '#lib/base/actor';
import { environment } from '#lib/base/env';
import type { NotePersonRole, NoteStatus } from '#lib/notes/model/vocabulary';

export type NamedPerson = Readonly<{ accountId: string; role: NotePersonRole }>;

/** Whoever writes notes. */
export const writesNotes = ({ role }: Actor): boolean => role === 'manager';
const mayReadDrafts = ({ role }: Actor): boolean =>
  role === 'manager' || role === 'administrator' || role === 'system';

/**
 * A published edition is everybody's, if readers are let in at all; before that it is the
 * secretariat's and theirs who are named on it.
 */
export const maySeeNote = (
  actor: Actor,
  { status }: { status: NoteStatus },
  people: readonly NamedPerson[],
): boolean =>
  status === 'published'
    ? environment().open || actor.role !== 'public'
    : mayReadDrafts(actor) || people.some(({ accountId }) => accountId === actor.accountId);

/** Whether the actor is named for something, or writes the note anyway. */
export const does = (actor: Actor, role: NotePersonRole, people: readonly NamedPerson[]): boolean =>
  people.some((person) => person.accountId === actor.accountId && person.role === role);
