import 'server-only';
import { and, eq, lt, or, type SQL } from 'drizzle-orm';
import { transaction, type Writer } from '#db/client';
import { noteJob } from '#db/schema/notes';
import { runCommand } from '#lib/base/run-command';
import { done, notFound, type Outcome } from '#lib/base/errors';

export type JobRow = typeof noteJob.$inferSelect;
type JobUpdate = Partial<Pick<JobRow, 'status' | 'done' | 'total' | 'failures' | 'endedAt'>>;

/**
 * A process that holds a job renews its lease this often; without renewal the lease expires after
 * `leaseSeconds`.
 */
const heartbeatSeconds = 10;
const leaseSeconds = 60;

/** Selects jobs that wait or whose lease has expired. */
export const isAvailable = (now = Date.now()): SQL =>
  or(
    eq(noteJob.status, 'waiting'),
    and(
      eq(noteJob.status, 'running'),
      lt(noteJob.beatAt, new Date(now - leaseSeconds * 1000).toISOString()),
    ),
  )!;

export type JobLease = Readonly<{
  job: JobRow;
  /** Aborted once another process has the job, or the job is cancelled. */
  lost: AbortSignal;
  /**
   * Writes the progress of the job and, in the same transaction, what `also` stores. Not found if
   * the lease is lost.
   */
  report: (update: JobUpdate, also?: (tx: Writer) => Promise<void>) => Promise<Outcome<true>>;
  release: () => void;
}>;

/**
 * Leases a job if it is available: of several processes, one gets it. The time of the last renewal
 * is the token of the lease.
 */
export async function leaseJob(id: string): Promise<JobLease | undefined> {
  let beat = new Date().toISOString();
  const [row] = await transaction((tx) =>
    tx
      .update(noteJob)
      .set({ status: 'running', beatAt: beat, failures: [] })
      .where(and(eq(noteJob.id, id), isAvailable()))
      .returning(),
  );
  if (!row) return undefined;
  const losing = new AbortController();
  let queue: Promise<unknown> = Promise.resolve();
  const tell: JobLease['report'] = (update, also) => {
    const reporting = queue.then(async () => {
      const next = new Date().toISOString();
      const outcome = await runCommand(async (tx) => {
        const lease = await tx
          .update(noteJob)
          .set({ ...update, beatAt: next })
          .where(and(eq(noteJob.id, id), eq(noteJob.status, 'running'), eq(noteJob.beatAt, beat)))
          .returning({ id: noteJob.id });
        if (lease.length === 0) return notFound;
        await also?.(tx);
        return done<true>(true);
      });
      if (outcome.ok) beat = next;
      else if (outcome.failure.kind === 'not-found') losing.abort();
      return outcome;
    });
    queue = reporting.catch(() => undefined);
    return reporting;
  };
  const timer = setInterval(() => {
    tell({}).catch(() => undefined);
  }, heartbeatSeconds * 1000);
  return { job: row, lost: losing.signal, report: tell, release: () => clearInterval(timer) };
}
