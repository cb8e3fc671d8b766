import 'server-only';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { read } from '#db/client';
import { need, review } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { loggedPath, recordAccess } from '#lib/http/record-access';
import { today } from '#lib/text/dates';

const staffRoles: readonly Actor['role'][] = ['reviewer', 'manager', 'administrator'];

/** Records that staff looked at a need of a State whose summary is not published. */
export async function recordView(actor: Actor, needId: string): Promise<void> {
  if (!staffRoles.includes(actor.role)) return;
  const isUnpublished = or(isNull(review.publishedOn), gt(review.publishedOn, today()));
  const [seen] = await read()
    .select({ id: need.id })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(and(eq(need.id, needId), isUnpublished));
  if (!seen) return;
  await recordAccess(actor, 'view', { need: needId });
}

/** Records that somebody asked for a page that their role may not see. */
export const recordRefusal = (actor: Actor, path: string): Promise<void> =>
  recordAccess(actor, 'refused', { path: loggedPath(path) });
