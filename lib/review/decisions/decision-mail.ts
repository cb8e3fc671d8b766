import 'server-only';
import type { Writer } from '#db/client';
import type { Actor } from '#lib/base/actor';
import { focalPointRecipients, queueMail } from '#lib/people/mail/queue';
import type { NeedView } from '#lib/needs/store/queries';

/** Queues one message about a bulk decision for the focal points of each review. */
export async function queueDecisionMail(
  tx: Writer,
  actor: Actor,
  decision: string,
  needs: readonly NeedView[],
) {
  const reviews = new Map(needs.map(({ reviewId, stateId }) => [reviewId, stateId]));
  for (const [review, stateId] of reviews) {
    await queueMail(tx, actor.accountId, await focalPointRecipients(tx, stateId), {
      kind: 'decided',
      data: { decision, review },
    });
  }
}
