import 'server-only';
import { recordEvent } from '#db/change';
import { outbox } from '#db/schema/data-entry';
import { noteJob } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import { done, forbidden, type Outcome } from '#lib/base/errors';
import { runCommand } from '#lib/base/run-command';
import { isJobGivenUp, isMailGivenUp } from '#lib/operation/checks/given-up';

export type Repeated = Readonly<{ mail: number; jobs: number }>;

/**
 * Lets the mail that was given up be sent again, with all its attempts, and failed jobs run again;
 * only for administrators. Where nothing was given up, nothing is done.
 */
export async function repeatGivenUp(actor: Actor): Promise<Outcome<Repeated>> {
  if (actor.role !== 'administrator') return forbidden('role');
  return runCommand(async (tx) => {
    const mail = await tx
      .update(outbox)
      .set({ dueAt: new Date().toISOString(), attempts: 0 })
      .where(isMailGivenUp())
      .returning({ id: outbox.id });
    const jobs = await tx
      .update(noteJob)
      .set({ status: 'waiting', beatAt: null, endedAt: null, failures: [] })
      .where(isJobGivenUp(tx))
      .returning({ id: noteJob.id });
    const repeated = { mail: mail.length, jobs: jobs.length };
    if (repeated.mail + repeated.jobs > 0)
      await recordEvent(tx, 'given-up-repeated', actor.accountId, repeated);
    return done(repeated);
  });
}
