import 'server-only';
import type { Writer } from '#db/client';
import type { Actor } from '#lib/base/actor';
import { focalPointRecipients, queueMail, reviewerRecipients } from '#lib/people/mail/queue';

/** Notifies the other side of a comment. Internal comments notify nobody. */
export async function notifyOfComment(
  tx: Writer,
  actor: Actor,
  { id, reviewId, stateId }: Readonly<{ id: string; reviewId: string; stateId: string }>,
) {
  const recipients =
    actor.role === 'reviewer'
      ? await focalPointRecipients(tx, stateId)
      : await reviewerRecipients(tx, reviewId);
  await queueMail(tx, actor.accountId, recipients, { kind: 'comment', data: { need: id } });
}
