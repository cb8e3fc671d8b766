import 'server-only';
import type { Writer } from '#db/client';
import type { Actor } from '#lib/base/actor';
import {
  focalPointRecipients,
  queueMail,
  reviewerRecipients,
  type Recipient,
} from '#lib/people/mail/queue';
import { needMailKinds } from '#lib/people/mail/vocabulary';
import type { Verb } from '#lib/needs/model/vocabulary';

type ChangedNeed = Readonly<{ id: string; reviewId: string; stateId: string; enteredBy: string }>;

/**
 * Notifies of a transition: the reviewers of what waits for them, the focal points of what became
 * of their need. A reviewer who entered it from the summary is notified like a focal point.
 */
export async function notifyOfNeed(
  tx: Writer,
  actor: Actor,
  verb: Verb,
  { id, reviewId, stateId, enteredBy }: ChangedNeed,
) {
  const kind = needMailKinds.find((news) => news === verb);
  if (!kind) return;
  const reviewers = await reviewerRecipients(tx, reviewId);
  const onlyReviewers = kind === 'submit' || kind === 'object' || kind === 'request-withdrawal';
  const recipients: Recipient[] = [];
  if (onlyReviewers || kind === 'recode') recipients.push(...reviewers);
  if (!onlyReviewers) {
    recipients.push(...(await focalPointRecipients(tx, stateId)));
    recipients.push(...reviewers.filter((reviewer) => reviewer.id === enteredBy));
  }
  await queueMail(tx, actor.accountId, recipients, { kind, data: { need: id } });
}
