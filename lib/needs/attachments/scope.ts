import 'server-only';
import { eq, inArray, sql, type SQL } from 'drizzle-orm';
import { review } from '#db/schema';
import type { Actor } from '#lib/base/actor';

/**
 * The reviews whose files the actor sees: those that they work on, and all for the administrator. A
 * manager sees every review, but no files. Expects the table `review`.
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
