import { isNotNull } from 'drizzle-orm';
import { read } from '#db/client';
import { review } from '#db/schema';
import { actorOfAccount } from '#bin/demonstration-actors';
import type { Outcome } from '#lib/base/errors';
import { reviewChecklist } from '#lib/review/closing/queries';
import { closeReview, waiveDoubts } from '#lib/review/closing/commands';
import { setCompletion } from '#lib/needs/reviews/commands';
import { reviewById, listReviews } from '#lib/needs/reviews/queries';
import { isWaivable } from '#lib/needs/reviews/vocabulary';

/** The States whose reviews are closed for counting in the demonstration. */
const closedStates = ['EEG-02', 'GRL-02', 'WEO-11'];

const inAYear = () => new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);

/** Closes three reviews as an administrator would; what the note leaves out is waived. */
export async function closeSomeReviews(unwrap: <T>(outcome: Outcome<T>) => T) {
  const [existing] = await read()
    .select({ id: review.id })
    .from(review)
    .where(isNotNull(review.closedAt))
    .limit(1);
  if (existing) return;
  const actor = await actorOfAccount('administrator@demo.example');
  const reviews = (await listReviews(actor)).filter(({ stateCode }) =>
    closedStates.includes(stateCode),
  );
  for (const { id, stateCode, cycle, version, completedOn } of reviews) {
    unwrap(
      await setCompletion(actor, {
        id,
        version,
        completedOn: completedOn ?? '',
        symbol: `DEMO/${stateCode}/${cycle}`,
      }),
    );
    const current = (await reviewById(actor, id))!;
    const doubts = (await reviewChecklist(actor, current))
      .filter(({ doubt }) => isWaivable(doubt))
      .map(({ doubt, subject }) => `${doubt}~${subject}`);
    unwrap(
      await waiveDoubts(actor, {
        id,
        doubts,
        reason: 'The note of 2023 does not tell.',
        expiresOn: inAYear(),
      }),
    );
    unwrap(await closeReview(actor, { id, version: current.version }));
  }
}
