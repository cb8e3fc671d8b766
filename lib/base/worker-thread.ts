import 'server-only';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createClientTurns } from '#lib/base/client-turns';
import { globalSingleton } from '#lib/base/global-singleton';

/** What a task may use: seconds of a processor, and bytes in the thread's heap and outside it. */
export type WorkerLimits = Readonly<{ seconds: number; heap: number; outside: number }>;
export type WorkerFailure = 'fileTooMuch' | 'fileBroken' | 'sourceBusy';
type Task = Readonly<{
  /** Whose task it is: the id of an account, or `public`. */
  of: string;
  /** The path of the program, in segments below the folder of the project. */
  file: readonly string[];
  data: unknown;
  limits: WorkerLimits;
}>;

export const megabyte = 1024 * 1024;
const usageCheckInterval = 50;
const microseconds = 1_000_000;
/** How many times longer than its work a thread may last: it waits for the processor and the disk. */
const mostWaiting = 10;

/** Slow files of one person occupy one thread; others have theirs read in the other meanwhile. */
const turns = globalSingleton('thread', () =>
  createClientTurns({ inAll: 2, ofOne: 1, waiting: 3, waitingInAll: 12 }),
);

const startThread = ({ file, data, limits: { heap } }: Task) =>
  // Node runs the source file itself, not the build. The thread gets no environment, and so not the
  // address of the database.
  new Worker(join(process.cwd(), ...file), {
    workerData: data,
    env: {},
    // By this condition `server-only` is empty, as it is in Next.
    execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heap / megabyte, maxYoungGenerationSizeMb: 32 },
  });

/**
 * Calls back when the thread has used more than it may: memory outside the heap, or time of a
 * processor. Node itself limits the heap. A busy machine makes the same work last longer, but not
 * cost more.
 */
function watchUsage(worker: Worker, { outside, seconds }: WorkerLimits, onExceeded: () => void) {
  const check = async () => {
    const memory = await worker.getHeapStatistics().catch(() => undefined);
    const time = await worker.cpuUsage?.().catch(() => undefined);
    const isTooLarge = memory !== undefined && memory.external_memory > outside;
    if (isTooLarge || (time && time.user + time.system > seconds * microseconds)) onExceeded();
  };
  return setInterval(check, usageCheckInterval);
}

async function run<T>(task: Task, failed: (why: WorkerFailure) => T): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  const worker = startThread(task);
  const tooMuch = () => resolve(failed('fileTooMuch'));
  const watch = watchUsage(worker, task.limits, tooMuch);
  const timer = setTimeout(tooMuch, task.limits.seconds * mostWaiting * 1000);
  worker.on('message', resolve);
  worker.on('error', (error: NodeJS.ErrnoException) =>
    resolve(failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'fileTooMuch' : 'fileBroken')),
  );
  worker.on('exit', () => resolve(failed('fileBroken')));
  try {
    return await promise;
  } finally {
    clearInterval(watch);
    clearTimeout(timer);
    await worker.terminate();
  }
}

/**
 * Runs a task in a thread of its own: one of each person at a time, and people take turns. Where too
 * many of this person wait already, it fails at once with `sourceBusy`.
 */
export async function runInWorker<T>(task: Task, failed: (why: WorkerFailure) => T): Promise<T> {
  const finish = await turns(task.of);
  if (!finish) return failed('sourceBusy');
  try {
    return await run(task, failed);
  } finally {
    finish();
  }
}
