import 'server-only';
import { eq } from 'drizzle-orm';
import { read } from '#db/client';
import { account } from '#db/schema';
import { systemActor, type Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { environment } from '#lib/base/env';
import type { Outcome } from '#lib/base/errors';
import { translator } from '#lib/text/i18n';
import { log } from '#lib/base/log';
import type { FinishedNote } from '#lib/documents/model/document';
import type { DocumentFailure } from '#lib/documents/model/document-failures';
import type { Edition } from '#lib/notes/edition';
import { filesOfEdition, isIntact, storeFile } from '#lib/notes/files';
import { languagesOf } from '#lib/notes/languages-of';
import { noteDocument } from '#lib/documents/html/note-document';
import type { NoteLinks } from '#lib/documents/html/words';
import { leaseJob, type JobLease } from '#lib/notes/job-held';
import { notePdf } from '#lib/documents/pdf/pdf';
import { editionById } from '#lib/notes/queries';
import { noteText } from '#lib/documents/plain/text';
import type { DocumentFormat } from '#lib/notes/model/vocabulary';
import { wordsOf } from '#lib/notes/words';

/** What documents are made of and by, besides what this file does itself. */
export type Makers = Readonly<{
  finish: (actor: Actor, noteId: string, locale: Locale) => Promise<Outcome<FinishedNote>>;
  docx: (note: FinishedNote) => Promise<Uint8Array> | Uint8Array;
  /** The numbers that a made document does not say as they were counted. */
  readBack?: (note: FinishedNote, docx: Uint8Array) => Promise<readonly string[]>;
}>;
type RenderResult = Readonly<
  { ok: true; content: Uint8Array } | { ok: false; why: DocumentFailure }
>;
type Failures = JobLease['job']['failures'];

/** What takes longest, and may be missing, comes last. */
const formatsInOrder: readonly DocumentFormat[] = ['docx', 'html', 'txt', 'pdf'];
export const documentsPerLanguage = formatsInOrder.length;

async function render(
  format: DocumentFormat,
  finished: FinishedNote,
  { docx, readBack }: Makers,
  signal: AbortSignal,
): Promise<RenderResult> {
  const links: NoteLinks = {
    links: 'register',
    base: environment().publicUrl.origin,
    words: wordsOf(translator(finished.locale), finished.words.draft !== null),
  };
  const utf8 = (text: string): RenderResult => ({
    ok: true,
    content: new TextEncoder().encode(text),
  });
  switch (format) {
    case 'docx': {
      const content = await docx(finished);
      // A note whose own document says other numbers than were counted is not given out.
      const differ = readBack ? await readBack(finished, content) : [];
      if (differ.length > 0)
        log.error(
          { differ: differ.slice(0, 20) },
          'numbers of a note differ from what its document says',
        );
      return differ.length > 0 ? { ok: false, why: 'disagrees' } : { ok: true, content };
    }
    case 'html':
      return utf8(noteDocument(finished, links));
    case 'txt':
      return utf8(noteText(finished));
    case 'pdf':
      return notePdf(finished, links, { signal });
  }
}

/** A bug in one document keeps none of the others from being made. */
async function attemptRender<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    log.error({ err: error }, 'a document of a note could not be made');
    return otherwise;
  }
}

/**
 * The documents that need not be made again: whole, and of the state of the register that was asked
 * for or a later one.
 */
async function upToDateFiles(edition: Edition, revision: number): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const file of await filesOfEdition(edition))
    if (file.revision >= revision && (await isIntact(edition.id, file)))
      found.add(`${file.locale} ${file.format}`);
  return found;
}

/**
 * Makes what is missing of an edition's documents, file after file; each is stored as soon as it is
 * made.
 */
async function renderMissing(
  lease: JobLease,
  makers: Makers,
  stopping: AbortSignal,
): Promise<void> {
  const {
    job: { noteId, revision, askedBy },
  } = lease;
  const [asker] = await read()
    .select({ name: account.name })
    .from(account)
    .where(eq(account.id, askedBy));
  const maker = systemActor(askedBy, asker!.name);
  const view = await editionById(maker, noteId);
  if (!view.ok) throw new Error(`the note ${noteId} of a job is ${view.failure.kind}`);
  const { edition } = view.value;
  const there = await upToDateFiles(edition, revision);
  const languages = languagesOf(edition);
  const signal = AbortSignal.any([lease.lost, stopping]);
  const wanted = (locale: Locale) =>
    formatsInOrder.filter((format) => !there.has(`${locale} ${format}`));
  const total = languages.length * documentsPerLanguage;
  let count = total - languages.flatMap(wanted).length;
  let failures: Failures = [];
  const tell = async (...update: Parameters<JobLease['report']>) => {
    const outcome = await lease.report(...update);
    if (!outcome.ok && outcome.failure.kind === 'database' && outcome.failure.why !== 'full')
      throw new Error(`the database is ${outcome.failure.why}`);
    return outcome.ok || outcome.failure.kind !== 'database';
  };
  await tell({ done: count, total });
  for (const locale of languages) {
    const missing = wanted(locale);
    const finished =
      missing.length > 0 && !signal.aborted
        ? await attemptRender(() => makers.finish(maker, noteId, locale), undefined)
        : undefined;
    for (const format of missing) {
      if (signal.aborted) return;
      const made = finished?.ok
        ? await attemptRender(() => render(format, finished.value, makers, signal), {
            ok: false,
            why: 'failed',
          })
        : ({ ok: false, why: 'not-finished' } satisfies RenderResult);
      if (signal.aborted) return;
      const stored =
        made.ok &&
        finished?.ok &&
        (await tell({ done: count + 1 }, (tx) =>
          storeFile(tx, noteId, {
            locale,
            format,
            revision: finished.value.revision,
            content: made.content,
          }),
        ));
      if (stored) count += 1;
      else {
        failures = [...failures, { locale, format, why: made.ok ? 'disk-full' : made.why }];
        await tell({ failures });
      }
    }
  }
  await tell({
    status: failures.length > 0 ? 'failed' : 'done',
    done: count,
    failures,
    endedAt: new Date().toISOString(),
  });
}

/**
 * Takes a job and does it. One that is stopped waits for whoever comes next, who makes only what is
 * missing.
 */
export async function makeDocuments(
  jobId: string,
  makers: Makers,
  stopping: AbortSignal = new AbortController().signal,
): Promise<void> {
  const lease = await leaseJob(jobId);
  if (!lease) return;
  try {
    await renderMissing(lease, makers, stopping);
    if (stopping.aborted && !lease.lost.aborted) await lease.report({ status: 'waiting' });
  } finally {
    lease.release();
  }
}
