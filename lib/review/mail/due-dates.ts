import 'server-only';
import { isNotNull, or } from 'drizzle-orm';
import { read, transaction } from '#db/client';
import { review } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { today } from '#lib/text/dates';
import { focalPointsOf, queueMail, reviewersOf } from '#lib/people/mail/queue';
import type { DueTask } from '#lib/people/mail/vocabulary';
import { deskOf } from '#lib/needs/reviews/desk';
import { reviewById } from '#lib/needs/reviews/queries';

const reminderDays = 7;

/**
 * The calendar date so many days later. Dates have no time zone: this counts in UTC, where every
 * day has 24 hours.
 */
const addDays = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

type ReminderOptions = Readonly<{
  /** Once more today, also to those who were told already. */ again?: boolean;
}>;

/**
 * Tells whose turn it is in a review that its date is near or past: each person once for each date.
 * Returns how many messages were written.
 */
async function queueMailForReview(
  actor: Actor,
  reviewId: string,
  day: string,
  { again = false }: ReminderOptions,
): Promise<number> {
  const found = await reviewById(actor, reviewId);
  const status = found && !found.closedAt ? await deskOf(actor, found) : undefined;
  let written = 0;
  for (const { whose, dueOn } of status?.turns ?? []) {
    if (!dueOn || day < addDays(dueOn, -reminderDays)) continue;
    const task: DueTask = whose === 'focal-point' ? 'entry' : 'decision';
    const data = { review: reviewId, task, on: dueOn, ...(again ? { reminded: day } : {}) };
    written += await transaction(async (tx) => {
      const recipients = await (task === 'entry'
        ? focalPointsOf(tx, found!.stateId)
        : reviewersOf(tx, reviewId));
      return queueMail(tx, null, recipients, {
        kind: dueOn < day ? 'overdue' : 'due-soon',
        data,
        once: true,
      });
    });
  }
  return written;
}

/**
 * Goes over the reviews that have a date. Doing it again, or in two processes, tells nobody twice.
 */
export async function tellOfDueDates(
  actor: Actor,
  day = today(),
  options: ReminderOptions = {},
): Promise<number> {
  const reviewsWithDates = await read()
    .select({ id: review.id })
    .from(review)
    .where(or(isNotNull(review.entryDueOn), isNotNull(review.decisionDueOn)));
  let written = 0;
  for (const { id } of reviewsWithDates)
    written += await queueMailForReview(actor, id, day, options);
  return written;
}
