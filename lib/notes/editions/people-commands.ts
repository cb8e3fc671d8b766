import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { account } from '#db/schema';
import { noteBlock, noteComment, notePerson } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import { done, failed, invalid, notFound } from '#lib/base/errors';
import { draftChecksumOf, withEditionSnapshot } from '#lib/notes/assembly/finished-note';
import { withEditionChecks } from '#lib/notes/checks/check-queries';
import { hasWritten } from '#lib/notes/store/writers';
import { editionAtWork } from '#lib/notes/store/queries';
import { hasRole, mayWriteNotes } from '#lib/notes/store/permissions';
import type { NotePersonRole } from '#lib/notes/model/vocabulary';
import { editionTransaction, recordNoteChange, type EditionOutcome } from '#lib/notes/store/write';
import { readEmail } from '#lib/text/written';

const beforePublication = ['drafting', 'under-review', 'frozen'] as const;

/**
 * Adds the holder of an account to an edition as reader, translator or approver, who sees it before
 * it is published.
 */
export const addPerson = (
  actor: Actor,
  { id, email, role }: Readonly<{ id: string; email: string; role: NotePersonRole }>,
): Promise<EditionOutcome> =>
  editionTransaction(actor, id, beforePublication, async (tx, { people }) => {
    const [found] = await tx
      .select({ id: account.id })
      .from(account)
      .where(and(eq(account.email, readEmail(email)), eq(account.active, true)));
    if (!found) return invalid('email', 'notes.errors.nobody');
    if (people.some((person) => person.accountId === found.id && person.role === role))
      return invalid('email', 'notes.errors.namedAlready');
    const fromSeq = await recordNoteChange(tx, actor, 'name', id, { account: found.id, role });
    await tx
      .insert(notePerson)
      .values({ id: randomUUID(), noteId: id, accountId: found.id, role, fromSeq });
    return done({ id });
  });

export const removePerson = (
  actor: Actor,
  { id, person }: Readonly<{ id: string; person: string }>,
): Promise<EditionOutcome> =>
  editionTransaction(actor, id, beforePublication, async (tx, { people }) => {
    if (!people.some((each) => each.id === person)) return notFound;
    const toSeq = await recordNoteChange(tx, actor, 'unname', id, { person });
    await tx
      .update(notePerson)
      .set({ toSeq })
      .where(and(eq(notePerson.id, person), isNull(notePerson.toSeq)));
    return done({ id });
  });

/**
 * Approves the present content of an edition, by its checksum; later changes are not approved. Whoever
 * has written in it does not, and nobody does while something has to be settled.
 */
export async function approveEdition(
  actor: Actor,
  { id, checksum }: Readonly<{ id: string; checksum: string }>,
): Promise<EditionOutcome> {
  const view = await editionAtWork(actor, id);
  if (!view.ok) return view;
  const now =
    view.value.edition.checksum ?? (await withEditionSnapshot(actor, view.value, draftChecksumOf));
  const hasFindings = await withEditionChecks(actor, view.value, ({ checks }) =>
    checks.some(({ blocking }) => blocking),
  );
  return editionTransaction(
    actor,
    id,
    ['under-review', 'frozen'],
    async (tx) => {
      if (hasFindings) return invalid('checksum', 'notes.errors.findings');
      if (await hasWritten(tx, actor, id)) return invalid('checksum', 'notes.errors.ownText');
      if (now !== checksum) return failed({ kind: 'conflict', why: 'note' });
      await recordNoteChange(tx, actor, 'approve', id, { checksum });
      await tx
        .update(notePerson)
        .set({ approved: checksum, approvedAt: new Date().toISOString() })
        .where(
          and(
            eq(notePerson.noteId, id),
            eq(notePerson.accountId, actor.accountId!),
            eq(notePerson.role, 'approves'),
            isNull(notePerson.toSeq),
          ),
        );
      return done({ id });
    },
    ({ people }) => hasRole(actor, 'approves', people),
  );
}

/** Adds a comment to a block. */
export const addComment = (
  actor: Actor,
  { id, key, text }: Readonly<{ id: string; key: string; text: string }>,
): Promise<EditionOutcome> =>
  editionTransaction(
    actor,
    id,
    ['drafting', 'under-review'],
    async (tx) => {
      const [found] = await tx
        .select({ key: noteBlock.key })
        .from(noteBlock)
        .where(and(eq(noteBlock.noteId, id), eq(noteBlock.key, key), isNull(noteBlock.toSeq)));
      if (!found) return notFound;
      await recordNoteChange(tx, actor, 'comment', id, { key });
      await tx.insert(noteComment).values({
        id: randomUUID(),
        noteId: id,
        key,
        text,
        byId: actor.accountId!,
        at: new Date().toISOString(),
      });
      return done({ id });
    },
    ({ people }) =>
      mayWriteNotes(actor) || people.some(({ accountId }) => accountId === actor.accountId),
  );

/** Resolves a comment: whoever writes the note may do so, and the author of the comment. */
export const resolveComment = (
  actor: Actor,
  { id, comment: commentId }: Readonly<{ id: string; comment: string }>,
): Promise<EditionOutcome> =>
  editionTransaction(
    actor,
    id,
    ['drafting', 'under-review'],
    async (tx) => {
      const open = and(
        eq(noteComment.id, commentId),
        eq(noteComment.noteId, id),
        isNull(noteComment.resolvedAt),
      );
      const [found] = await tx.select({ byId: noteComment.byId }).from(noteComment).where(open);
      if (!found || !(mayWriteNotes(actor) || found.byId === actor.accountId)) return notFound;
      await recordNoteChange(tx, actor, 'resolve', id, { comment: commentId });
      await tx
        .update(noteComment)
        .set({ resolvedBy: actor.accountId, resolvedAt: new Date().toISOString() })
        .where(open);
      return done({ id });
    },
    () => true,
  );
