import 'server-only';
import { spawn, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { databaseFailure } from '#db/errors';
import { read, transaction } from '#db/client';
import { noteJob } from '#db/schema/notes';
import { log } from '#lib/base/log';
import { isAvailable } from '#lib/notes/documents/job-lease';
import { globalSingleton } from '#lib/base/global-singleton';

const pollSeconds = 2;
const maxCrashes = 3;
const stopTimeoutSeconds = 5;
const documentProgram = join(process.cwd(), 'bin', 'note-documents.ts');

const workerSingleton = () =>
  globalSingleton<{ poll: () => void }>('documents', () => ({ poll: () => undefined }));

/** Wakes the worker for a new job, so that nobody waits for its next poll. */
export const wakeDocumentWorker = (): void => workerSingleton().poll();

/** Starts a job in a process of its own, so that the server stays responsive. */
function startProcess(program: string, job: string, priority: number): ChildProcess {
  const child = spawn(
    process.execPath,
    ['--import', './bin/register-node.mjs', '--disable-warning=ExperimentalWarning', program, job],
    { cwd: process.cwd(), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (!child.pid) return child;
  try {
    setPriority(child.pid, priority);
  } catch {
    /* It has ended already, which its exit event reports. */
  }
  return child;
}

async function nextJob(): Promise<string | undefined> {
  const [job] = await read()
    .select({ id: noteJob.id })
    .from(noteJob)
    .where(isAvailable())
    .orderBy(asc(noteJob.askedAt), asc(noteJob.id))
    .limit(1);
  return job?.id;
}

/** Marks a job as failed after repeated crashes of its process. */
const failJob = (id: string) =>
  transaction(async (tx) => {
    await tx
      .update(noteJob)
      .set({ status: 'failed', endedAt: new Date().toISOString() })
      .where(and(eq(noteJob.id, id), inArray(noteJob.status, ['waiting', 'running'])));
  });

/** Runs the jobs of note documents one at a time, each in a process of its own. */
class DocumentWorker {
  readonly #program: string;
  readonly #priority: number;
  readonly #crashes = new Map<string, number>();
  #child: ChildProcess | undefined;
  #ended: Promise<void> = Promise.resolve();
  #isPolling = false;
  #isStopped = false;

  constructor(program: string, priority: number) {
    this.#program = program;
    this.#priority = priority;
  }

  #onCrash(job: string, code: number | null) {
    const count = (this.#crashes.get(job) ?? 0) + 1;
    this.#crashes.set(job, count);
    log.error({ job, code }, 'the making of documents of a note broke off');
    if (count < maxCrashes) return;
    failJob(job).catch((error: unknown) =>
      log.error({ err: error }, 'a job could not be given up'),
    );
  }

  #run(job: string) {
    const child = startProcess(this.#program, job, this.#priority);
    this.#child = child;
    this.#ended = new Promise((resolve) => {
      const onEnd = (code: number | null) => {
        if (this.#child !== child) return;
        this.#child = undefined;
        resolve();
        if (this.#isStopped) return;
        if (code === 0) this.poll();
        else this.#onCrash(job, code);
      };
      child.on('error', () => onEnd(null));
      child.on('exit', onEnd);
    });
  }

  /** Runs the next available job, unless one is running. */
  poll() {
    if (this.#child || this.#isPolling || this.#isStopped) return;
    this.#isPolling = true;
    nextJob()
      .then(
        (job) => {
          if (job && !this.#isStopped) this.#run(job);
        },
        (error: unknown) =>
          log.error(
            { err: error, why: databaseFailure(error) },
            'the jobs of notes could not be looked through',
          ),
      )
      .finally(() => {
        this.#isPolling = false;
      });
  }

  /** Ends the running job, which another process or the next start continues. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    const child = this.#child;
    child?.kill('SIGTERM');
    const timeout = setTimeout(() => child?.kill('SIGKILL'), stopTimeoutSeconds * 1000);
    await this.#ended;
    clearTimeout(timeout);
  }
}

/** Starts the worker that renders the documents of notes beside the requests; returns its stop. */
export function startDocumentWorker({
  program = documentProgram,
  priority = constants.priority.PRIORITY_LOW,
}: { program?: string; priority?: number } = {}): () => Promise<void> {
  const worker = new DocumentWorker(program, priority);
  const poll = () => worker.poll();
  const singleton = workerSingleton();
  singleton.poll = poll;
  const timer = setInterval(poll, pollSeconds * 1000).unref();
  poll();
  return async () => {
    singleton.poll = () => undefined;
    clearInterval(timer);
    await worker.stop();
  };
}
