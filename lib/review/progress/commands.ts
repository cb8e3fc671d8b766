import 'server-only';
import type { Actor } from '#lib/base/actor';
import { today } from '#lib/text/dates';
import { done, forbidden, type Outcome } from '#lib/base/errors';
import { tellOfDueDates } from '#lib/review/mail/due-dates';
import { seesProgress } from '#lib/review/progress/queries';

/**
 * Queues a reminder for everybody whose task is due soon or overdue; the same one at most once a
 * day.
 */
export async function remind(actor: Actor): Promise<Outcome<{ written: number }>> {
  if (!seesProgress(actor)) return forbidden('role');
  return done({ written: await tellOfDueDates(actor, today(), { again: true }) });
}
