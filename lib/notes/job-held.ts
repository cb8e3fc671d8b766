import 'server-only';
import { and, eq, lt, or, type SQL } from 'drizzle-orm';
import { transaction, type Writer } from '#db/client';
import { noteJob } from '#db/schema/notes';
import { attempt } from '#lib/base/attempt';
import { done, notFound, type Outcome } from '#lib/base/errors';

export type JobRow = typeof noteJob.$inferSelect;
type Told = Partial<Pick<JobRow, 'status' | 'done' | 'total' | 'failures' | 'endedAt'>>;

/**
 * Whoever makes documents gives a sign of life this often; who has given none for so long has died.
 */
const beatSeconds = 10;
export const deadAfterSeconds = 60;

/** The jobs that nobody is at. */
export const free = (now = Date.now()): SQL =>
  or(
    eq(noteJob.status, 'waiting'),
    and(
      eq(noteJob.status, 'running'),
      lt(noteJob.beatAt, new Date(now - deadAfterSeconds * 1000).toISOString()),
    ),
  )!;

export type Held = Readonly<{
  row: JobRow;
  /** Aborted once the job is somebody else's or is wanted no more. */
  lost: AbortSignal;
  /**
   * Writes how far it is, with what else is to be stored or not at all; not found where the job is
   * no longer held.
   */
  tell: (told: Told, also?: (tx: Writer) => Promise<void>) => Promise<Outcome<true>>;
  letGo: () => void;
}>;

/**
 * Takes a job, if it is free: of several processes, one gets it. The last beat is the holder's
 * token.
 */
export async function holdJob(id: string): Promise<Held | undefined> {
  let beat = new Date().toISOString();
  const [row] = await transaction((tx) =>
    tx
      .update(noteJob)
      .set({ status: 'running', beatAt: beat, failures: [] })
      .where(and(eq(noteJob.id, id), free()))
      .returning(),
  );
  if (!row) return undefined;
  const losing = new AbortController();
  let queue: Promise<unknown> = Promise.resolve();
  const tell: Held['tell'] = (told, also) => {
    const telling = queue.then(async () => {
      const next = new Date().toISOString();
      const outcome = await attempt(async (tx) => {
        const held = await tx
          .update(noteJob)
          .set({ ...told, beatAt: next })
          .where(and(eq(noteJob.id, id), eq(noteJob.status, 'running'), eq(noteJob.beatAt, beat)))
          .returning({ id: noteJob.id });
        if (held.length === 0) return notFound;
        await also?.(tx);
        return done<true>(true);
      });
      if (outcome.ok) beat = next;
      else if (outcome.failure.kind === 'not-found') losing.abort();
      return outcome;
    });
    queue = telling.catch(() => undefined);
    return telling;
  };
  const timer = setInterval(() => {
    tell({}).catch(() => undefined);
  }, beatSeconds * 1000);
  return { row, lost: losing.signal, tell, letGo: () => clearInterval(timer) };
}
