import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { recordEvent } from '#db/change';
import { read, type Writer } from '#db/client';
import { account, register } from '#db/schema';
import { noteJob } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import type { Locale } from '#lib/convention/names';
import { done, forbidden, type Outcome } from '#lib/base/errors';
import { filesOfEdition, type NoteFileInfo } from '#lib/notes/documents/files';
import type { JobRow } from '#lib/notes/documents/job-lease';
import { toldRevision } from '#lib/notes/model/edition';
import { documentsPerLanguage } from '#lib/notes/documents/run-job';
import { languagesOf } from '#lib/notes/store/languages';
import { editionAtWork, editionById } from '#lib/notes/store/queries';
import { mayWriteNotes } from '#lib/notes/store/permissions';
import type { NoteJobStatus } from '#lib/notes/model/vocabulary';
import { wakeDocumentWorker } from '#lib/notes/documents/worker';

const openStatuses = ['waiting', 'running'] as const satisfies readonly NoteJobStatus[];
const isOpenJobOf = (noteId: string) =>
  and(eq(noteJob.noteId, noteId), inArray(noteJob.status, [...openStatuses]));

/**
 * Queues a job that renders the documents of an edition in all its languages, unless one is open.
 * Documents that are up to date are kept.
 */
export async function requestDocuments(
  actor: Actor,
  { id }: { id: string },
): Promise<Outcome<{ id: string }>> {
  if (!mayWriteNotes(actor)) return forbidden('role');
  const outcome = await runCommand(async (tx) => {
    const view = await editionAtWork(actor, id, tx);
    if (!view.ok) return view;
    const { edition } = view.value;
    const [already] = await tx.select({ id: noteJob.id }).from(noteJob).where(isOpenJobOf(id));
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
      revision: toldRevision(edition) ?? head!.revision,
      done: 0,
      total: edition.languages.length * documentsPerLanguage,
      failures: [],
      askedBy: actor.accountId!,
      askedAt: new Date().toISOString(),
    });
    await recordEvent(tx, 'documents-asked', actor.accountId, { note: id, job });
    return done({ id });
  });
  if (outcome.ok) wakeDocumentWorker();
  return outcome;
}

/** Whether a job of the edition is waiting or running. */
export const hasOpenJob = async (tx: Writer, noteId: string): Promise<boolean> =>
  (await tx.select({ id: noteJob.id }).from(noteJob).where(isOpenJobOf(noteId)).limit(1)).length >
  0;

/** Cancels the open jobs of an edition, also when its status changes. */
export async function cancelOpenJobs(tx: Writer, actor: Actor, noteId: string): Promise<void> {
  const ended = await tx
    .update(noteJob)
    .set({ status: 'cancelled', endedAt: new Date().toISOString() })
    .where(isOpenJobOf(noteId))
    .returning({ id: noteJob.id });
  for (const { id: job } of ended)
    await recordEvent(tx, 'documents-cancelled', actor.accountId, { note: noteId, job });
}

/** Cancels the open job of an edition; documents that are rendered already stay. */
export async function cancelDocuments(
  actor: Actor,
  { id }: { id: string },
): Promise<Outcome<{ id: string }>> {
  if (!mayWriteNotes(actor)) return forbidden('role');
  return runCommand(async (tx) => {
    const view = await editionAtWork(actor, id, tx);
    if (!view.ok) return view;
    await cancelOpenJobs(tx, actor, id);
    return done({ id });
  });
}

type JobView = Readonly<
  Pick<JobRow, 'status' | 'revision' | 'done' | 'total' | 'failures' | 'askedAt' | 'endedAt'> & {
    askedBy: string;
  }
>;
export type DocumentsView = Readonly<{
  id: string;
  languages: readonly Locale[];
  files: readonly NoteFileInfo[];
  /** The last job, for those who may request one. */
  job: JobView | null;
  mayRequest: boolean;
}>;

/** Returns the documents of an edition and the progress of the last job. */
export async function documentsOfEdition(
  actor: Actor,
  id: string,
): Promise<Outcome<DocumentsView>> {
  const view = await editionById(actor, id);
  if (!view.ok) return view;
  const { edition } = view.value;
  const mayRequest = mayWriteNotes(actor);
  const [files, [job = null]] = await Promise.all([
    filesOfEdition(edition),
    mayRequest
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
  return done({ id, languages: languagesOf(edition), files, job, mayRequest });
}
