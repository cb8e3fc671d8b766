import 'server-only';
import type { Actor } from '#lib/base/actor';
import { today } from '#lib/text/dates';
import { done, forbidden, type Outcome } from '#lib/base/errors';
import { queueDueDateMail } from '#lib/review/mail/due-date-mail';
import { maySeeProgress } from '#lib/review/progress/queries';

/**
 * Queues a reminder for everybody whose task is due soon or overdue; the same one at most once a
 * day.
 */
export async function sendReminders(actor: Actor): Promise<Outcome<{ written: number }>> {
  if (!maySeeProgress(actor)) return forbidden('role');
  return done({ written: await queueDueDateMail(actor, today(), { again: true }) });
}
