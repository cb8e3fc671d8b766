import 'server-only';
import { eq, inArray, sql, type SQL } from 'drizzle-orm';
import { review } from '#db/schema';
import type { Actor } from '#lib/base/actor';

/**
 * The reviews that the actor sees: those of their State, those assigned to them, or all for the
 * secretariat.
 */
export function visibleReviews(actor: Actor): SQL {
  switch (actor.role) {
    case 'focal-point':
    case 'contributor':
      return eq(review.stateId, actor.stateId!);
    case 'reviewer':
      return actor.reviewIds.length === 0 ? sql`false` : inArray(review.id, [...actor.reviewIds]);
    case 'manager':
    case 'administrator':
    case 'system':
      return sql`true`;
    default:
      return sql`false`;
  }
}
