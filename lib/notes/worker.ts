import 'server-only';
import { spawn, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { databaseFailure } from '#db/errors';
import { read, transaction } from '#db/client';
import { noteJob } from '#db/schema/notes';
import { log } from '#lib/base/log';
import { isAvailable } from '#lib/notes/job-held';
import { processWide } from '#lib/base/process-wide';

const pollSeconds = 2;
const maxCrashes = 3;
const stopTimeoutSeconds = 5;
const documentProgram = join(process.cwd(), 'bin', 'note-documents.ts');

const workerSingleton = () =>
  processWide<{ look: () => void }>('documents', () => ({ look: () => undefined }));

/** Says that there is something to make, so that nobody waits for the next look. */
export const wakeDocuments = (): void => workerSingleton().look();

const startProcess = (program: string, job: string, priority: number): ChildProcess => {
  // Apart from the server, which answers meanwhile: what it costs in memory and time ends with it.
  const child = spawn(
    process.execPath,
    ['--import', './bin/register-node.mjs', '--disable-warning=ExperimentalWarning', program, job],
    { cwd: process.cwd(), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (child.pid)
    try {
      setPriority(child.pid, priority);
    } catch {
      /* It has ended already, which is told below. */
    }
  return child;
};

const nextJob = async () =>
  (
    await read()
      .select({ id: noteJob.id })
      .from(noteJob)
      .where(isAvailable())
      .orderBy(asc(noteJob.askedAt), asc(noteJob.id))
      .limit(1)
  )[0]?.id;

/** What ends its process again and again is given up. */
const failJob = (id: string) =>
  transaction(async (tx) => {
    await tx
      .update(noteJob)
      .set({ status: 'failed', endedAt: new Date().toISOString() })
      .where(and(eq(noteJob.id, id), inArray(noteJob.status, ['waiting', 'running'])));
  });

/**
 * Has the documents of notes made beside the requests, one job at a time. `stop` ends the one that
 * is under way, which goes on after the next start.
 */
export function startDocuments({
  program = documentProgram,
  priority = constants.priority.PRIORITY_LOW,
}: { program?: string; priority?: number } = {}): () => Promise<void> {
  const crashes = new Map<string, number>();
  let child: ChildProcess | undefined;
  let ended: Promise<void> = Promise.resolve();
  let looking = false;
  let stopped = false;

  function brokeOff(job: string, code: number | null) {
    const count = (crashes.get(job) ?? 0) + 1;
    crashes.set(job, count);
    log.error({ job, code }, 'the making of documents of a note broke off');
    if (count < maxCrashes) return;
    failJob(job).catch((error: unknown) =>
      log.error({ err: error }, 'a job could not be given up'),
    );
  }

  function begin(job: string) {
    const own = startProcess(program, job, priority);
    child = own;
    ended = new Promise((resolve) => {
      const over = (code: number | null) => {
        if (child !== own) return;
        child = undefined;
        resolve();
        if (stopped) return;
        if (code === 0) return look();
        brokeOff(job, code);
      };
      own.on('error', () => over(null));
      own.on('exit', over);
    });
  }

  function look() {
    if (child || looking || stopped) return;
    looking = true;
    nextJob()
      .then(
        (job) => {
          if (job && !stopped) begin(job);
        },
        (error: unknown) =>
          log.error(
            { err: error, why: databaseFailure(error) },
            'the jobs of notes could not be looked through',
          ),
      )
      .finally(() => {
        looking = false;
      });
  }

  workerSingleton().look = look;
  const timer = setInterval(look, pollSeconds * 1000).unref();
  look();
  return async () => {
    stopped = true;
    workerSingleton().look = () => undefined;
    clearInterval(timer);
    const own = child;
    own?.kill('SIGTERM');
    const late = setTimeout(() => own?.kill('SIGKILL'), stopTimeoutSeconds * 1000);
    await ended;
    clearTimeout(late);
  };
}
