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
import { headingsOf } from '#lib/documents/html/headings';
import { noteDocument } from '#lib/documents/html/note-document';
import type { NoteLinks } from '#lib/documents/html/words';
import { withTitles } from '#lib/documents/pdf/pdf-titles';

/** Why there is no PDF; the other documents come all the same. */
export type PdfFailure = Exclude<DocumentFailure, 'not-finished'>;
export type Printed = Readonly<{ ok: true; content: Uint8Array } | { ok: false; why: PdfFailure }>;

type Limits = Readonly<{ seconds?: number; signal?: AbortSignal; chromium?: string | undefined }>;
const usualSeconds = 120;
const no = (why: PdfFailure): Printed => ({ ok: false, why });

type Ended = 'done' | 'timed-out' | 'failed';
/** Runs the browser to its end, or ends it with all that it has begun. */
function runToEnd(
  program: string,
  given: readonly string[],
  folder: string,
  seconds: number,
  signal?: AbortSignal,
): Promise<Ended> {
  return new Promise((resolve) => {
    // A group of its own, so that its helpers end with it; its home is the folder that is thrown
    // away.
    const child = spawn(program, given, {
      cwd: folder,
      detached: process.platform !== 'win32',
      stdio: 'ignore',
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
    });
    let over: Ended | undefined;
    const kill = () => {
      try {
        if (child.pid && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
        else child.kill('SIGKILL');
      } catch {
        /* It has ended meanwhile. */
      }
    };
    const end = (why: Ended) => {
      over ??= why;
      kill();
    };
    const clock = setTimeout(end, seconds * 1000, 'timed-out');
    const aborted = () => end('failed');
    signal?.addEventListener('abort', aborted, { once: true });
    const finish = (how: Ended) => {
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
async function print(
  program: string,
  page: string,
  { seconds = usualSeconds, signal }: Limits,
): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), 'needs-register-print-'));
  try {
    const source = join(folder, 'note.html');
    const target = join(folder, 'note.pdf');
    await writeFile(source, page);
    const how = await runToEnd(
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
    if (how !== 'done') return no(how);
    const content = await readFile(target);
    return content.subarray(0, 5).toString() === '%PDF-' &&
      content.subarray(-1024).includes('%%EOF')
      ? { ok: true, content: new Uint8Array(content) }
      : no('failed');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT') return no('disk-full');
    if (code === 'ENOENT') return no('failed');
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The note as PDF: tagged, with bookmarks, its language and its title. */
export async function notePdf(
  note: FinishedNote,
  links: NoteLinks,
  limits: Limits = {},
): Promise<Printed> {
  const program = 'chromium' in limits ? limits.chromium : chromiumPath();
  if (!program) return no('no-chromium');
  if (!(await hasFont(note.locale))) return no('no-font');
  const printed = await print(program, noteDocument(note, links), limits);
  if (!printed.ok) return printed;
  const {
    head: { symbol, author },
    colophon,
    checksum,
  } = note;
  return {
    ok: true,
    content: withTitles(printed.content, headingsOf(note), {
      author,
      subject: colophon,
      keywords: `${symbol} ${checksum}`.trim(),
    }),
  };
}
