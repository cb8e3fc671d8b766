import 'server-only';
import { log } from '#lib/base/log';

type Task = Readonly<{
  name: string;
  /** The milliseconds until it is due; 0 or less: now. */
  dueIn: () => number;
  run: (signal: AbortSignal) => Promise<unknown>;
}>;

const everySeconds = 30;

/**
 * Runs tasks of the operation when they are due, one after the other, not in the first half minute. Returns a stop, which ends the
 * task that runs.
 */
export function startTasks(tasks: readonly Task[]): () => Promise<void> {
  const stopping = new AbortController();
  let current: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const runDue = async () => {
    for (const { name, dueIn, run } of tasks) {
      if (stopping.signal.aborted) return;
      try {
        if (dueIn() <= 0) await run(stopping.signal);
      } catch (error) {
        if (!stopping.signal.aborted) log.error({ err: error, task: name }, 'a task failed');
      }
    }
  };
  const next = () => {
    timer = setTimeout(() => {
      current = runDue().finally(() => {
        if (!stopping.signal.aborted) next();
      });
    }, everySeconds * 1000).unref();
  };
  next();

  return async () => {
    clearTimeout(timer);
    stopping.abort();
    await current;
  };
}
