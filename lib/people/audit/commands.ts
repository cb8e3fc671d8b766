import 'server-only';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { recordEvent } from '#db/change';
import { read, transaction } from '#db/client';
import { databaseFailure } from '#db/errors';
import { need, review } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { today } from '#lib/text/dates';

const staffRoles: readonly Actor['role'][] = ['reviewer', 'manager', 'administrator'];

/**
 * Records that staff looked at a need of a State whose summary is not published. A page is shown also
 * where the database cannot be written to.
 */
export async function recordView(actor: Actor, needId: string): Promise<void> {
  if (!staffRoles.includes(actor.role)) return;
  const isUnpublished = or(isNull(review.publishedOn), gt(review.publishedOn, today()));
  const [seen] = await read()
    .select({ id: need.id })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(and(eq(need.id, needId), isUnpublished));
  if (!seen) return;
  try {
    await transaction((tx) => recordEvent(tx, 'view', actor.accountId, { need: needId }));
  } catch (error) {
    if (!databaseFailure(error)) throw error;
  }
}
