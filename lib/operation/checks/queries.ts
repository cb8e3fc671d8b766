import 'server-only';
import { and, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { read } from '#db/client';
import { outbox } from '#db/schema/data-entry';
import { noteJob } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import { environment } from '#lib/base/env';
import { listBackups, type StoredBackup } from '#lib/operation/backups/folder';
import { isJobGivenUp, isMailGivenUp } from '#lib/operation/checks/given-up';

export type QueueCounts = Readonly<{
  mail: Readonly<{ waiting: number; givenUp: number }>;
  jobs: Readonly<{ waiting: number; running: number; failed: number }>;
}>;

const none: QueueCounts = {
  mail: { waiting: 0, givenUp: 0 },
  jobs: { waiting: 0, running: 0, failed: 0 },
};
const count = sql`count(*)`.mapWith(Number);

/** How much waits and what was given up, in the mail and the jobs; for administrators and programs. */
export async function queueCounts(actor: Actor): Promise<QueueCounts> {
  if (actor.role !== 'administrator' && actor.role !== 'system') return none;
  const [waiting] = await read()
    .select({ n: count })
    .from(outbox)
    .where(and(isNull(outbox.sentAt), isNotNull(outbox.dueAt)));
  const [givenUp] = await read().select({ n: count }).from(outbox).where(isMailGivenUp());
  const jobs = async (condition: SQL | undefined) => {
    const [row] = await read().select({ n: count }).from(noteJob).where(condition);
    return row?.n ?? 0;
  };
  return {
    mail: { waiting: waiting?.n ?? 0, givenUp: givenUp?.n ?? 0 },
    jobs: {
      waiting: await jobs(eq(noteJob.status, 'waiting')),
      running: await jobs(eq(noteJob.status, 'running')),
      failed: await jobs(isJobGivenUp(read())),
    },
  };
}

const mostShown = 30;

/** The latest backups in the folder of the scheduled ones; only for administrators. */
export function recentBackups(actor: Actor): readonly StoredBackup[] {
  const { backupFolder } = environment();
  if (actor.role !== 'administrator' || backupFolder === null) return [];
  return listBackups(backupFolder).slice(0, mostShown);
}
