import 'server-only';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileRead } from '#lib/imports/read-file';
import type { Destination } from '#lib/imports/sheet';
import { processWide } from '#lib/process-wide';

type Page = Readonly<{ name: string; rows: readonly (readonly string[])[]; widths: readonly number[] }>;
/** What a thread is asked: to read a file of needs or of a checklist, or to write a workbook. */
export type Job =
  | Readonly<{ kind: 'needs' | 'assessment'; content: Uint8Array; destination: Destination }>
  | Readonly<{ kind: 'write'; pages: readonly Page[]; rightToLeft: boolean }>;

/** What one file may cost. The heap is bounded by the thread itself; what lies outside it (bytes unpacked) is watched. */
const seconds = 30;
const megabyte = 1024 * 1024;
const heap = 512;
const outside = 320 * megabyte;
const mostWaiting = 4;

const queue = processWide<{ last: Promise<unknown>; waiting: number }>('imports.reading', () => ({ last: Promise.resolve(), waiting: 0 }));

async function inThread<T>(job: Job, failed: (why: 'fileTooMuch' | 'fileBroken') => T): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  // Node runs the file itself, beside the build; the thread gets neither the environment nor the database's address.
  const worker = new Worker(join(process.cwd(), 'lib', 'imports', 'worker.ts'), {
    workerData: job, env: {}, execArgv: ['--disable-warning=ExperimentalWarning'], stdout: true, stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 64 },
  });
  const tooMuch = () => resolve(failed('fileTooMuch'));
  const watch = setInterval(() => {
    worker.getHeapStatistics().then(({ external_memory: held }) => { if (held > outside) tooMuch(); }, () => undefined);
  }, 50);
  const clock = setTimeout(tooMuch, seconds * 1000);
  worker.on('message', resolve);
  worker.on('error', (error: NodeJS.ErrnoException) => resolve(failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'fileTooMuch' : 'fileBroken')));
  worker.on('exit', () => resolve(failed('fileBroken')));
  try {
    return await promise;
  } finally {
    clearInterval(watch);
    clearTimeout(clock);
    await worker.terminate();
  }
}

/** One thread at a time in the process; with too many waiting, later ones are told so at once. */
async function inTurn<T>(job: Job, failed: (why: 'fileTooMuch' | 'fileBroken' | 'sourceBusy') => T): Promise<T> {
  if (queue.waiting >= mostWaiting) return failed('sourceBusy');
  queue.waiting += 1;
  const work = queue.last.then(() => inThread(job, failed));
  queue.last = work.catch(() => undefined);
  return work.finally(() => { queue.waiting -= 1; });
}

/** Reads and checks a file in a thread of its own. */
export const readApart = (kind: 'needs' | 'assessment', content: Uint8Array, destination: Destination): Promise<FileRead> =>
  inTurn<FileRead>({ kind, content, destination }, (key) => ({ ok: false, faults: [{ key }] }));

/** Writes a workbook in a thread of its own; undefined where that is too much at the moment. */
export const writeApart = (pages: readonly Page[], rightToLeft: boolean): Promise<Uint8Array | undefined> =>
  inTurn<Uint8Array | undefined>({ kind: 'write', pages, rightToLeft }, () => undefined);
