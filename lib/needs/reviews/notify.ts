import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { account } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import type { Chapter } from '#lib/convention/chapters';
import { mailRecipients, queueMail, reviewerRecipients } from '#lib/people/mail/queue';
import type { ReviewMailKind } from '#lib/people/mail/vocabulary';
import type { ReviewView } from '#lib/needs/reviews/queries';

/** Tells everybody who enters or reviews needs of a review that this has begun or ended. */
export async function notifyOfEntry(
  tx: Writer,
  actor: Actor,
  kind: ReviewMailKind,
  { id, stateId }: Pick<ReviewView, 'id' | 'stateId'>,
  chapter?: Chapter,
) {
  const ofState = await mailRecipients(
    tx,
    and(inArray(account.role, ['focal-point', 'contributor']), eq(account.stateId, stateId)),
  );
  const recipients = [...ofState, ...(await reviewerRecipients(tx, id))];
  const data = { review: id, ...(chapter ? { chapter } : {}) };
  await queueMail(tx, actor.accountId, recipients, { kind, data });
}
