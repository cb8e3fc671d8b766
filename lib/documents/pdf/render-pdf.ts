import 'server-only';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromiumArguments, chromiumPath } from '#lib/documents/pdf/chromium';
import type { FinishedNote } from '#lib/documents/model/document';
import type { DocumentFailure } from '#lib/documents/model/document-failures';
import { hasFont } from '#lib/documents/pdf/fonts';
import { headingTexts } from '#lib/documents/html/headings';
import { noteDocument } from '#lib/documents/html/note-document';
import type { HtmlOptions } from '#lib/documents/html/html-options';
import { withPdfMetadata } from '#lib/documents/pdf/pdf-metadata';

/** Why there is no PDF; the other documents are rendered all the same. */
type PdfFailure = Exclude<DocumentFailure, 'not-finished'>;
export type PdfResult = Readonly<
  { ok: true; content: Uint8Array } | { ok: false; why: PdfFailure }
>;

type PrintOptions = Readonly<{
  seconds?: number;
  signal?: AbortSignal;
  chromium?: string | undefined;
}>;
const defaultSeconds = 120;
const failure = (why: PdfFailure): PdfResult => ({ ok: false, why });

type ProcessEnd = 'done' | 'timed-out' | 'failed';
type BrowserRun = Readonly<{
  program: string;
  options: readonly string[];
  /** Working folder and home of the browser. */
  folder: string;
  seconds: number;
  signal?: AbortSignal;
}>;

/** Starts the browser as the leader of a process group, so that its helpers can be ended with it. */
const startBrowser = ({ program, options, folder }: BrowserRun): ChildProcess =>
  spawn(program, options, {
    cwd: folder,
    detached: process.platform !== 'win32',
    stdio: 'ignore',
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
  });

function killProcessGroup(child: ChildProcess): void {
  try {
    if (child.pid && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    /* It has ended already. */
  }
}

function lowerPriority({ pid }: ChildProcess): void {
  if (!pid) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    /* It has ended already. */
  }
}

/** Runs the browser to its end; kills it and its helpers on timeout and when it is aborted. */
function runBrowser(run: BrowserRun): Promise<ProcessEnd> {
  const { seconds, signal } = run;
  return new Promise((resolve) => {
    const child = startBrowser(run);
    let interrupted: ProcessEnd | undefined;
    const interrupt = (end: ProcessEnd) => {
      interrupted ??= end;
      killProcessGroup(child);
    };
    const timeout = setTimeout(interrupt, seconds * 1000, 'timed-out');
    const onAbort = () => interrupt('failed');
    signal?.addEventListener('abort', onAbort, { once: true });
    const finish = (end: ProcessEnd) => {
      clearTimeout(timeout);
      signal?.removeEventListener('abort', onAbort);
      resolve(interrupted ?? end);
    };
    child.on('error', () => finish('failed'));
    child.on('exit', (code) => {
      killProcessGroup(child);
      finish(code === 0 ? 'done' : 'failed');
    });
    lowerPriority(child);
    if (signal?.aborted) onAbort();
  });
}

const printOptions = (folder: string, source: string, target: string): readonly string[] => [
  '--headless',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
  '--export-tagged-pdf',
  ...chromiumArguments,
  `--user-data-dir=${join(folder, 'profile')}`,
  `--print-to-pdf=${target}`,
  pathToFileURL(source).href,
];

const isWholePdf = (content: Buffer): boolean =>
  content.subarray(0, 5).toString() === '%PDF-' && content.subarray(-1024).includes('%%EOF');

/** Prints the page with a temporary browser profile and without a network. */
async function printPage(
  program: string,
  page: string,
  { seconds = defaultSeconds, signal }: PrintOptions,
): Promise<PdfResult> {
  const folder = await mkdtemp(join(tmpdir(), 'needs-register-print-'));
  try {
    const source = join(folder, 'note.html');
    const target = join(folder, 'note.pdf');
    await writeFile(source, page);
    const end = await runBrowser({
      program,
      options: printOptions(folder, source, target),
      folder,
      seconds,
      signal,
    });
    if (end !== 'done') return failure(end);
    const content = await readFile(target);
    return isWholePdf(content) ? { ok: true, content: new Uint8Array(content) } : failure('failed');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT') return failure('disk-full');
    if (code === 'ENOENT') return failure('failed');
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Renders the note as PDF: tagged, with bookmarks, language, title and metadata. */
export async function renderPdf(
  note: FinishedNote,
  links: HtmlOptions,
  limits: PrintOptions = {},
): Promise<PdfResult> {
  const program = 'chromium' in limits ? limits.chromium : chromiumPath();
  if (!program) return failure('no-chromium');
  if (!(await hasFont(note.locale))) return failure('no-font');
  const printed = await printPage(program, noteDocument(note, links), limits);
  if (!printed.ok) return printed;
  const {
    head: { symbol, author },
    colophon,
    checksum,
  } = note;
  return {
    ok: true,
    content: await withPdfMetadata(printed.content, headingTexts(note), {
      author,
      subject: colophon,
      keywords: `${symbol} ${checksum}`.trim(),
    }),
  };
}
