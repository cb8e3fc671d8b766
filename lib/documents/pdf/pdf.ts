import 'server-only';
import { spawn } from 'node:child_process';
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
import type { NoteLinks } from '#lib/documents/html/words';
import { withPdfMetadata } from '#lib/documents/pdf/pdf-metadata';

/** Why there is no PDF; the other documents come all the same. */
export type PdfFailure = Exclude<DocumentFailure, 'not-finished'>;
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
/** Runs the browser to its end, or ends it with all that it has begun. */
function runBrowser(
  program: string,
  given: readonly string[],
  folder: string,
  seconds: number,
  signal?: AbortSignal,
): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    // A group of its own, so that its helpers end with it; its home is the folder that is thrown
    // away.
    const child = spawn(program, given, {
      cwd: folder,
      detached: process.platform !== 'win32',
      stdio: 'ignore',
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
    });
    let over: ProcessEnd | undefined;
    const kill = () => {
      try {
        if (child.pid && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
        else child.kill('SIGKILL');
      } catch {
        /* It has ended meanwhile. */
      }
    };
    const end = (why: ProcessEnd) => {
      over ??= why;
      kill();
    };
    const clock = setTimeout(end, seconds * 1000, 'timed-out');
    const aborted = () => end('failed');
    signal?.addEventListener('abort', aborted, { once: true });
    const finish = (how: ProcessEnd) => {
      clearTimeout(clock);
      signal?.removeEventListener('abort', aborted);
      resolve(over ?? how);
    };
    child.on('error', () => finish('failed'));
    child.on('exit', (code) => {
      kill();
      finish(code === 0 ? 'done' : 'failed');
    });
    if (child.pid)
      try {
        setPriority(child.pid, constants.priority.PRIORITY_LOW);
      } catch {
        /* It may have ended already. */
      }
    if (signal?.aborted) aborted();
  });
}

/** Prints the page in a profile of its own and without a network; the page itself loads nothing. */
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
    const how = await runBrowser(
      program,
      [
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
      ],
      folder,
      seconds,
      signal,
    );
    if (how !== 'done') return failure(how);
    const content = await readFile(target);
    return content.subarray(0, 5).toString() === '%PDF-' &&
      content.subarray(-1024).includes('%%EOF')
      ? { ok: true, content: new Uint8Array(content) }
      : failure('failed');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT') return failure('disk-full');
    if (code === 'ENOENT') return failure('failed');
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The note as PDF: tagged, with bookmarks, its language and its title. */
export async function notePdf(
  note: FinishedNote,
  links: NoteLinks,
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
