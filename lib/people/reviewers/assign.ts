import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { assignment } from '#db/schema';
import type { Actor } from '#lib/base/actor';

/** Assigns a reviewer in the transaction of another command. Assigning again changes nothing. */
export async function assignReviewer(
  tx: Writer,
  actor: Actor,
  reviewId: string,
  accountId: string,
) {
  const [existing] = await tx
    .select({ id: assignment.id, endedAt: assignment.endedAt })
    .from(assignment)
    .where(and(eq(assignment.reviewId, reviewId), eq(assignment.accountId, accountId)));
  if (existing && !existing.endedAt) return;
  const id = existing?.id ?? randomUUID();
  if (existing) await tx.update(assignment).set({ endedAt: null }).where(eq(assignment.id, id));
  else
    await tx
      .insert(assignment)
      .values({ id, reviewId, accountId, createdAt: new Date().toISOString() });
  await recordChange(tx, {
    actorId: actor.accountId!,
    verb: 'appoint',
    entity: 'assignment',
    entityId: id,
    data: { reviewId, accountId },
  });
}
