import 'server-only';
import { eq, inArray, sql, type SQL } from 'drizzle-orm';
import { review } from '#db/schema';
import type { Actor } from '#lib/base/actor';

/**
 * The reviews whose attached files an actor sees: of those who work on them, and the administrator.
 * A manager, who sees every
 * review, sees none of the files. Expects the table `review`.
 */
export function reviewsWithSource({ role, stateId, reviewIds }: Actor): SQL {
  switch (role as Actor['role'] | 'contributor') {
    case 'focal-point':
    case 'contributor':
      return stateId ? eq(review.stateId, stateId) : sql`false`;
    case 'reviewer':
      return reviewIds.length === 0 ? sql`false` : inArray(review.id, [...reviewIds]);
    case 'administrator':
      return sql`true`;
    default:
      return sql`false`;
  }
}
