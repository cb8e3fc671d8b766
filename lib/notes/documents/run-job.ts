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
import type { Edition } from '#lib/notes/model/edition';
import { filesOfEdition, isIntact, storeFile } from '#lib/notes/documents/files';
import { languagesOf } from '#lib/notes/store/languages';
import { noteDocument } from '#lib/documents/html/note-document';
import type { HtmlOptions } from '#lib/documents/html/html-options';
import { leaseJob, type JobLease } from '#lib/notes/documents/job-lease';
import { renderPdf } from '#lib/documents/pdf/render-pdf';
import { editionById } from '#lib/notes/store/queries';
import { renderText } from '#lib/documents/plain/render-text';
import type { DocumentFormat } from '#lib/notes/model/vocabulary';
import { noteLabels } from '#lib/notes/documents/labels';

/** The functions that assemble, render and verify a document; the rest this file does itself. */
export type Renderers = Readonly<{
  finalise: (actor: Actor, noteId: string, locale: Locale) => Promise<Outcome<FinishedNote>>;
  docx: (note: FinishedNote) => Promise<Uint8Array> | Uint8Array;
  /** Returns the numbers that a rendered document has not as they were counted. */
  verifyNumbers?: (note: FinishedNote, docx: Uint8Array) => Promise<readonly string[]>;
}>;
type RenderResult = Readonly<
  { ok: true; content: Uint8Array } | { ok: false; why: DocumentFailure }
>;

/** The formats in the order of rendering: PDF, which takes longest and may fail, is the last. */
const formatsInOrder: readonly DocumentFormat[] = ['docx', 'html', 'txt', 'pdf'];
export const documentsPerLanguage = formatsInOrder.length;

/** Renders the Word document; fails if its numbers are not those that were counted. */
async function renderDocx(
  note: FinishedNote,
  { docx, verifyNumbers: readBack }: Renderers,
): Promise<RenderResult> {
  const content = await docx(note);
  const differing = readBack ? await readBack(note, content) : [];
  if (differing.length === 0) return { ok: true, content };
  log.error(
    { differ: differing.slice(0, 20) },
    'numbers of a note differ from what its document says',
  );
  return { ok: false, why: 'disagrees' };
}

async function render(
  format: DocumentFormat,
  noteId: string,
  note: FinishedNote,
  renderers: Renderers,
  signal: AbortSignal,
): Promise<RenderResult> {
  const base = environment().publicUrl.origin;
  const labels = noteLabels(translator(note.locale), note.labels.draft !== null);
  const address = `${base}/${note.locale}/notes/${noteId}/annex`;
  const options: HtmlOptions = {
    links: 'register',
    base,
    labels,
    annex: { address, isFolded: false },
  };
  const utf8 = (text: string): RenderResult => ({
    ok: true,
    content: new TextEncoder().encode(text),
  });
  switch (format) {
    case 'docx':
      return renderDocx(note, renderers);
    case 'html':
      return utf8(noteDocument(note, options));
    case 'txt':
      return utf8(renderText(note));
    case 'pdf':
      // What is folded is not printed.
      return renderPdf(
        note,
        { ...options, labels: { ...labels, figureTable: undefined } },
        { signal },
      );
  }
}

/** Logs an unexpected error and returns `fallback`, so that the other documents are rendered. */
async function attemptRender<T>(work: () => Promise<T>, fallback: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    log.error({ err: error }, 'a document of a note could not be made');
    return fallback;
  }
}

const documentKey = (locale: Locale, format: DocumentFormat) => `${locale} ${format}`;

/** Returns the keys of the documents that are intact and of this revision or a later one. */
async function upToDateFiles(edition: Edition, revision: number): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (const file of await filesOfEdition(edition))
    if (file.revision >= revision && (await isIntact(edition.id, file)))
      keys.add(documentKey(file.locale, file.format));
  return keys;
}

/** Renders documents of one job and reports its progress after each. */
class DocumentJob {
  readonly #lease: JobLease;
  readonly #renderers: Renderers;
  readonly #signal: AbortSignal;
  readonly #total: number;
  #done: number;
  #failures: JobLease['job']['failures'] = [];

  constructor(
    lease: JobLease,
    renderers: Renderers,
    signal: AbortSignal,
    progress: Readonly<{ done: number; total: number }>,
  ) {
    this.#lease = lease;
    this.#renderers = renderers;
    this.#signal = signal;
    this.#done = progress.done;
    this.#total = progress.total;
  }

  /** Returns false if the disk is full; throws for other failures of the database. */
  async #report(...update: Parameters<JobLease['report']>): Promise<boolean> {
    const outcome = await this.#lease.report(...update);
    if (outcome.ok || outcome.failure.kind !== 'database') return true;
    if (outcome.failure.why !== 'full') throw new Error(`the database is ${outcome.failure.why}`);
    return false;
  }

  async #fail(locale: Locale, format: DocumentFormat, why: DocumentFailure): Promise<void> {
    this.#failures = [...this.#failures, { locale, format, why }];
    await this.#report({ failures: this.#failures });
  }

  async #renderAndStore(note: FinishedNote, format: DocumentFormat): Promise<void> {
    const { locale, revision } = note;
    const result = await attemptRender<RenderResult>(
      () => render(format, this.#lease.job.noteId, note, this.#renderers, this.#signal),
      { ok: false, why: 'failed' },
    );
    if (this.#signal.aborted) return;
    if (!result.ok) return this.#fail(locale, format, result.why);
    const { content } = result;
    const isStored = await this.#report({ done: this.#done + 1 }, (tx) =>
      storeFile(tx, this.#lease.job.noteId, { locale, format, revision, content }),
    );
    if (!isStored) return this.#fail(locale, format, 'disk-full');
    this.#done += 1;
  }

  get isComplete(): boolean {
    return this.#done + this.#failures.length === this.#total;
  }

  async start(): Promise<void> {
    await this.#report({ done: this.#done, total: this.#total });
  }

  /** Renders the missing formats in one language. */
  async renderLanguage(
    actor: Actor,
    locale: Locale,
    formats: readonly DocumentFormat[],
  ): Promise<void> {
    if (formats.length === 0 || this.#signal.aborted) return;
    const note = await attemptRender(
      () => this.#renderers.finalise(actor, this.#lease.job.noteId, locale),
      undefined,
    );
    for (const format of formats) {
      if (this.#signal.aborted) return;
      if (note?.ok) await this.#renderAndStore(note.value, format);
      else await this.#fail(locale, format, 'not-finished');
    }
  }

  async end(): Promise<void> {
    await this.#report({
      status: this.#failures.length > 0 ? 'failed' : 'done',
      done: this.#done,
      failures: this.#failures,
      endedAt: new Date().toISOString(),
    });
  }
}

/** Renders the missing documents of an edition; each is stored as soon as it is rendered. */
async function renderMissing(
  lease: JobLease,
  renderers: Renderers,
  stopping: AbortSignal,
): Promise<void> {
  const { noteId, revision, askedBy } = lease.job;
  const [requester] = await read()
    .select({ name: account.name })
    .from(account)
    .where(eq(account.id, askedBy));
  const actor = systemActor(askedBy, requester!.name);
  const view = await editionById(actor, noteId);
  if (!view.ok) throw new Error(`the note ${noteId} of a job is ${view.failure.kind}`);
  const { edition } = view.value;
  const upToDate = await upToDateFiles(edition, revision);
  const languages = languagesOf(edition);
  const missingIn = (locale: Locale) =>
    formatsInOrder.filter((format) => !upToDate.has(documentKey(locale, format)));
  const signal = AbortSignal.any([lease.lost, stopping]);
  const total = languages.length * documentsPerLanguage;
  const done = total - languages.flatMap(missingIn).length;
  const job = new DocumentJob(lease, renderers, signal, { done, total });
  await job.start();
  for (const locale of languages) await job.renderLanguage(actor, locale, missingIn(locale));
  if (!signal.aborted || job.isComplete) await job.end();
}

/**
 * Runs a job, if it is available. A job that is stopped waits for another process, which renders
 * only what is missing.
 */
export async function runDocumentJob(
  jobId: string,
  renderers: Renderers,
  stopping: AbortSignal = new AbortController().signal,
): Promise<void> {
  const lease = await leaseJob(jobId);
  if (!lease) return;
  try {
    await renderMissing(lease, renderers, stopping);
    if (stopping.aborted && !lease.lost.aborted) await lease.report({ status: 'waiting' });
  } finally {
    lease.release();
  }
}
