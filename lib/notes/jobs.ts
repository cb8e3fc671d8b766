import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { recordEvent } from '#db/change';
import { read, type Writer } from '#db/client';
import { account, register } from '#db/schema';
import { noteJob } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import { attempt } from '#lib/base/attempt';
import type { Locale } from '#lib/convention/names';
import { done, forbidden, type Outcome } from '#lib/base/errors';
import { filesOf, type FileSeen } from '#lib/notes/files';
import type { JobRow } from '#lib/notes/job-held';
import { documentsPerLanguage } from '#lib/notes/making';
import { languagesOf } from '#lib/notes/languages-of';
import { editionById } from '#lib/notes/queries';
import { writesNotes } from '#lib/notes/scope';
import type { NoteJobStatus } from '#lib/notes/model/vocabulary';
import { wakeDocuments } from '#lib/notes/worker';

const open = ['waiting', 'running'] as const satisfies readonly NoteJobStatus[];
const openOf = (noteId: string) =>
  and(eq(noteJob.noteId, noteId), inArray(noteJob.status, [...open]));

/**
 * Asks for the documents of an edition in all its languages. Asked twice, they are made once; what
 * stands and is up to date is kept.
 */
export async function askForDocuments(
  actor: Actor,
  { id }: { id: string },
): Promise<Outcome<{ id: string }>> {
  if (!writesNotes(actor)) return forbidden('role');
  const outcome = await attempt(async (tx) => {
    const seen = await editionById(actor, id, tx);
    if (!seen.ok) return seen;
    const { edition } = seen.value;
    const [already] = await tx.select({ id: noteJob.id }).from(noteJob).where(openOf(id));
    if (already) return done({ id });
    const [head] = await tx
      .select({ revision: register.revision })
      .from(register)
      .where(eq(register.id, 1));
    const job = randomUUID();
    await tx.insert(noteJob).values({
      id: job,
      noteId: id,
      status: 'waiting',
      revision: edition.revision ?? head!.revision,
      done: 0,
      total: edition.languages.length * documentsPerLanguage,
      failures: [],
      askedBy: actor.accountId!,
      askedAt: new Date().toISOString(),
    });
    await recordEvent(tx, 'documents-asked', actor.accountId, { note: id, job });
    return done({ id });
  });
  if (outcome.ok) wakeDocuments();
  return outcome;
}

/** Whether documents are being made or are about to be. */
export const areBeingMade = async (tx: Writer, noteId: string): Promise<boolean> =>
  (await tx.select({ id: noteJob.id }).from(noteJob).where(openOf(noteId)).limit(1)).length > 0;

/**
 * Ends what is being made, because somebody stops it or because the edition is no longer what was
 * asked for.
 */
export async function endMaking(tx: Writer, actor: Actor, noteId: string): Promise<void> {
  const ended = await tx
    .update(noteJob)
    .set({ status: 'cancelled', endedAt: new Date().toISOString() })
    .where(openOf(noteId))
    .returning({ id: noteJob.id });
  for (const { id: job } of ended)
    await recordEvent(tx, 'documents-cancelled', actor.accountId, { note: noteId, job });
}

/** Ends what is being made; what has been made stays. */
export async function cancelDocuments(
  actor: Actor,
  { id }: { id: string },
): Promise<Outcome<{ id: string }>> {
  if (!writesNotes(actor)) return forbidden('role');
  return attempt(async (tx) => {
    const seen = await editionById(actor, id, tx);
    if (!seen.ok) return seen;
    await endMaking(tx, actor, id);
    return done({ id });
  });
}

export type JobSeen = Readonly<
  Pick<JobRow, 'status' | 'revision' | 'done' | 'total' | 'failures' | 'askedAt' | 'endedAt'> & {
    askedBy: string;
  }
>;
export type DocumentsSeen = Readonly<{
  id: string;
  languages: readonly Locale[];
  files: readonly FileSeen[];
  /** The last job, for those who may ask for one. */
  job: JobSeen | null;
  mayAsk: boolean;
}>;

/** The documents of an edition, and how far their making is. */
export async function documentsOf(actor: Actor, id: string): Promise<Outcome<DocumentsSeen>> {
  const seen = await editionById(actor, id);
  if (!seen.ok) return seen;
  const { edition } = seen.value;
  const mayAsk = writesNotes(actor);
  const [files, [job = null]] = await Promise.all([
    filesOf(edition),
    mayAsk
      ? read()
          .select({
            status: noteJob.status,
            revision: noteJob.revision,
            done: noteJob.done,
            total: noteJob.total,
            failures: noteJob.failures,
            askedAt: noteJob.askedAt,
            endedAt: noteJob.endedAt,
            askedBy: account.name,
          })
          .from(noteJob)
          .innerJoin(account, eq(account.id, noteJob.askedBy))
          .where(eq(noteJob.noteId, id))
          .orderBy(desc(noteJob.askedAt), desc(noteJob.id))
          .limit(1)
      : [],
  ]);
  return done({ id, languages: languagesOf(edition), files, job, mayAsk });
}
