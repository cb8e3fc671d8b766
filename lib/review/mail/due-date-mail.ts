import 'server-only';
import { isNotNull, or } from 'drizzle-orm';
import { read, transaction } from '#db/client';
import { review } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { today } from '#lib/text/dates';
import { focalPointRecipients, queueMail, reviewerRecipients } from '#lib/people/mail/queue';
import type { DueTask } from '#lib/people/mail/vocabulary';
import { loadReviewStatus } from '#lib/needs/reviews/load-review-status';
import { reviewById } from '#lib/needs/reviews/queries';

const reminderDays = 7;

/**
 * Adds days to a calendar date. Dates have no time zone: this counts in UTC, where every day has 24
 * hours.
 */
const addDays = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

type ReminderOptions = Readonly<{
  /** Queue it once more today, even for people who already got it. */
  again?: boolean;
}>;

/**
 * Queues mail about a due date of a review that is near or past, once a date for each person whose
 * turn it is. Returns how many messages were queued.
 */
async function queueMailForReview(
  actor: Actor,
  reviewId: string,
  day: string,
  { again = false }: ReminderOptions,
): Promise<number> {
  const current = await reviewById(actor, reviewId);
  const status = current && !current.closedAt ? await loadReviewStatus(actor, current) : undefined;
  let written = 0;
  for (const { whose, dueOn } of status?.awaited ?? []) {
    if (!dueOn || day < addDays(dueOn, -reminderDays)) continue;
    const task: DueTask = whose === 'focal-point' ? 'entry' : 'decision';
    const data = { review: reviewId, task, on: dueOn, ...(again ? { reminded: day } : {}) };
    written += await transaction(async (tx) => {
      const recipients = await (task === 'entry'
        ? focalPointRecipients(tx, current!.stateId)
        : reviewerRecipients(tx, reviewId));
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
 * Queues mail for all reviews that have a due date. Repeating it, also from two processes, queues
 * nothing twice.
 */
export async function queueDueDateMail(
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
