import 'server-only';
import { and, eq, inArray, isNotNull, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import { need, review } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { today } from '#lib/text/dates';
import { environment } from '#lib/base/env';

const everything = sql`true`;
const nothing = sql`false`;
const someOf = (ids: readonly string[]) =>
  ids.length === 0 ? nothing : inArray(need.reviewId, [...ids]);

/** The needs whose working version the actor sees, because they work on them. */
export function workingNeeds(actor: Actor): SQL {
  switch (actor.role) {
    case 'focal-point':
    case 'contributor':
      return eq(review.stateId, actor.stateId!);
    case 'reviewer':
      return and(
        someOf(actor.reviewIds),
        or(ne(need.status, 'draft'), eq(need.enteredBy, actor.accountId!)),
      )!;
    case 'administrator':
    case 'system':
      return everything;
    default:
      return nothing;
  }
}

const published = () =>
  and(
    isNotNull(review.completedOn),
    lte(review.completedOn, today()),
    isNotNull(review.publishedOn),
    lte(review.publishedOn, today()),
  )!;

/**
 * The needs whose approved version the actor sees. `reviewVisibilityFor` in counting is the same
 * rule; a test holds the two equal.
 */
export function approvedNeeds(actor: Actor): SQL {
  const reviews = () => {
    switch (actor.role) {
      case 'public':
        return environment().open ? published() : nothing;
      case 'provider':
      case 'adviser':
        return published();
      case 'focal-point':
      case 'contributor':
        return or(published(), eq(review.stateId, actor.stateId!))!;
      case 'reviewer':
        return or(published(), someOf(actor.reviewIds))!;
      default:
        return everything;
    }
  };
  return and(isNotNull(need.countedVersion), reviews())!;
}

/**
 * The only clause that says which needs an actor sees, in lists, single reads, updates and search.
 * Expects `need` joined with `review`.
 */
export const visibleNeeds = (actor: Actor): SQL => or(workingNeeds(actor), approvedNeeds(actor))!;
