import 'server-only';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { processWide } from '#lib/base/process-wide';

/** What one file may cost: seconds, and bytes in the thread's heap and outside it. */
export type ThreadLimits = Readonly<{ seconds: number; heap: number; outside: number }>;
export type ThreadFailure = 'fileTooMuch' | 'fileBroken' | 'sourceBusy';
type Work = Readonly<{ file: readonly string[]; data: unknown; limits: ThreadLimits }>;

export const megabyte = 1024 * 1024;
const mostWaiting = 4;
const watchEvery = 50;

const queue = processWide<{ last: Promise<unknown>; waiting: number }>('thread', () => ({
  last: Promise.resolve(),
  waiting: 0,
}));

/** The heap is bounded by the thread itself; what lies outside it (bytes unpacked) is watched. */
async function run<T>(
  { file, data, limits: { seconds, heap, outside } }: Work,
  failed: (why: ThreadFailure) => T,
): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  // Node runs the file itself, beside the build; the thread gets neither the environment nor the
  // database's address.
  const worker = new Worker(join(process.cwd(), ...file), {
    workerData: data,
    env: {},
    // By this condition `server-only` is empty, as it is in Next.
    execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heap / megabyte, maxYoungGenerationSizeMb: 32 },
  });
  const tooMuch = () => resolve(failed('fileTooMuch'));
  const watch = setInterval(() => {
    worker.getHeapStatistics().then(
      ({ external_memory: held }) => {
        if (held > outside) tooMuch();
      },
      () => undefined,
    );
  }, watchEvery);
  const clock = setTimeout(tooMuch, seconds * 1000);
  worker.on('message', resolve);
  worker.on('error', (error: NodeJS.ErrnoException) =>
    resolve(failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'fileTooMuch' : 'fileBroken')),
  );
  worker.on('exit', () => resolve(failed('fileBroken')));
  try {
    return await promise;
  } finally {
    clearInterval(watch);
    clearTimeout(clock);
    await worker.terminate();
  }
}

/**
 * Does what may cost much in a thread of its own, one at a time in the process; with too many
 * waiting, later ones are told so at once.
 */
export async function inThread<T>(work: Work, failed: (why: ThreadFailure) => T): Promise<T> {
  if (queue.waiting >= mostWaiting) return failed('sourceBusy');
  queue.waiting += 1;
  const done = queue.last.then(() => run(work, failed));
  queue.last = done.catch(() => undefined);
  return done.finally(() => {
    queue.waiting -= 1;
  });
}
