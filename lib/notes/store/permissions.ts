import 'server-only';
import type { Actor } from '#lib/base/actor';
import { environment } from '#lib/base/env';
import type { NotePersonRole, NoteStatus } from '#lib/notes/model/vocabulary';

export type NamedPerson = Readonly<{ accountId: string; role: NotePersonRole }>;

/** Only managers write notes. */
export const mayWriteNotes = ({ role }: Actor): boolean => role === 'manager';
const mayReadDrafts = ({ role }: Actor): boolean =>
  role === 'manager' || role === 'administrator' || role === 'system';

/**
 * Everybody sees a published edition, the public only if public reading is on. Before that, the
 * secretariat and the people added to the edition see it.
 */
export const maySeeNote = (
  actor: Actor,
  { status }: { status: NoteStatus },
  people: readonly NamedPerson[],
): boolean =>
  status === 'published'
    ? environment().open || actor.role !== 'public'
    : mayReadDrafts(actor) || people.some(({ accountId }) => accountId === actor.accountId);

/** Whether the actor has a role on the edition. */
export const hasRole = (
  actor: Actor,
  role: NotePersonRole,
  people: readonly NamedPerson[],
): boolean => people.some((person) => person.accountId === actor.accountId && person.role === role);
