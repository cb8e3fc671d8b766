import 'server-only';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Given, Reading } from '#lib/attachments/reading/source';
import { processWide } from '#lib/process-wide';

/** What reading one file may cost. The heap is bounded by the thread itself; what lies outside it (bytes unpacked) is watched. */
export type ReadingLimits = Readonly<{ seconds: number; heap: number; outside: number }>;
const megabyte = 1024 * 1024;
const usual: ReadingLimits = { seconds: 20, heap: 256 * megabyte, outside: 320 * megabyte };
const mostWaiting = 4;
const watchEvery = 50;

const queue = processWide<{ last: Promise<unknown>; waiting: number }>('attachments.reading', () => ({ last: Promise.resolve(), waiting: 0 }));

async function readInThread(given: Given, { seconds, heap, outside }: ReadingLimits): Promise<Reading> {
  const { promise, resolve } = Promise.withResolvers<Reading>();
  // Node runs the file itself, beside the build; the thread gets neither the environment nor the database's address.
  const worker = new Worker(join(process.cwd(), 'lib', 'attachments', 'reading', 'worker.ts'), {
    workerData: given, env: {}, execArgv: ['--disable-warning=ExperimentalWarning'], stdout: true, stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heap / megabyte, maxYoungGenerationSizeMb: 32 },
  });
  const tooMuch = () => resolve({ ok: false, why: 'fileTooMuch' });
  const watch = setInterval(() => {
    worker.getHeapStatistics().then(({ external_memory: held }) => { if (held > outside) tooMuch(); }, () => undefined);
  }, watchEvery);
  const clock = setTimeout(tooMuch, seconds * 1000);
  worker.on('message', resolve);
  worker.on('error', (error: NodeJS.ErrnoException) => resolve({ ok: false, why: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'fileTooMuch' : 'fileBroken' }));
  worker.on('exit', () => resolve({ ok: false, why: 'fileBroken' }));
  try {
    return await promise;
  } finally {
    clearInterval(watch);
    clearTimeout(clock);
    await worker.terminate();
  }
}

/** Reads a file in a thread of its own, one at a time in the process; with too many waiting it says so at once. */
export async function readApart(given: Given, limits: ReadingLimits = usual): Promise<Reading> {
  if (queue.waiting >= mostWaiting) return { ok: false, why: 'sourceBusy' };
  queue.waiting += 1;
  const reading = queue.last.then(() => readInThread(given, limits));
  queue.last = reading.catch(() => undefined);
  return reading.finally(() => { queue.waiting -= 1; });
}
