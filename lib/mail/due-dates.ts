import 'server-only';
import { isNotNull, or } from 'drizzle-orm';
import { read, transaction } from '#db/client';
import { review } from '#db/schema';
import type { Actor } from '#lib/actor';
import { today } from '#lib/dates';
import { focalPointsOf, queueMail, reviewersOf } from '#lib/mail/queue';
import type { DueTask } from '#lib/mail/vocabulary';
import { deskOf } from '#lib/reviews/desk';
import { reviewById } from '#lib/reviews/queries';

const daysBefore = 7;

/** The calendar date so many days later. Dates have no time zone: this counts in UTC, where every day has 24 hours. */
const later = (date: string, days: number) => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Tells whose turn it is in a review that its date is near or past: each person once for each date. */
async function tellOf(actor: Actor, reviewId: string, day: string) {
  const found = await reviewById(actor, reviewId);
  const desk = found && await deskOf(actor, found);
  for (const { whose, dueOn } of desk?.turns ?? []) {
    if (!dueOn || day < later(dueOn, -daysBefore)) continue;
    const task: DueTask = whose === 'focal-point' ? 'entry' : 'decision';
    await transaction(async (tx) => {
      const to = await (task === 'entry' ? focalPointsOf(tx, found!.stateId) : reviewersOf(tx, reviewId));
      await queueMail(tx, null, to, { kind: dueOn < day ? 'overdue' : 'due-soon', data: { review: reviewId, task, on: dueOn }, once: true });
    });
  }
}

/** Goes over the reviews that have a date. Doing it again, or in two processes, tells nobody twice. */
export async function tellOfDueDates(actor: Actor, day = today()) {
  const dated = await read().select({ id: review.id }).from(review).where(or(isNotNull(review.entryDueOn), isNotNull(review.decisionDueOn)));
  for (const { id } of dated) await tellOf(actor, id, day);
}
