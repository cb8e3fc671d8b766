import 'server-only';
import type { Writer } from '#db/client';
import type { Actor } from '#lib/base/actor';
import { focalPointsOf, queueMail } from '#lib/people/mail/queue';
import type { NeedSeen } from '#lib/needs/store/queries';

/** Queues one message about a bulk decision for the focal points of each review. */
export async function tellOfDecision(
  tx: Writer,
  actor: Actor,
  decision: string,
  needs: readonly NeedSeen[],
) {
  const reviews = new Map(needs.map(({ reviewId, stateId }) => [reviewId, stateId]));
  for (const [review, stateId] of reviews) {
    await queueMail(tx, actor.accountId, await focalPointsOf(tx, stateId), {
      kind: 'decided',
      data: { decision, review },
    });
  }
}
