import 'server-only';
import { and, eq, gt, inArray, isNotNull, isNull, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import { need, needVersion, review, reviewVersion } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { today } from '#lib/text/dates';
import { environment } from '#lib/base/env';
import { undoPeriod } from '#lib/needs/model/transitions';

const allNeeds = sql`true`;
const noNeeds = sql`false`;
const inReviews = (ids: readonly string[]) =>
  ids.length === 0 ? noNeeds : inArray(need.reviewId, [...ids]);

/**
 * Leaves out discarded drafts, which have no reference: only their author sees them, for the period
 * in which they can be brought back. Their rows stay. An import is nobody, but must know its refs.
 */
export function withoutDiscarded({ role, accountId }: Actor): SQL {
  if (role === 'system') return allNeeds;
  const isNotDiscarded = or(ne(need.status, 'withdrawn'), isNotNull(need.reference))!;
  if (accountId === null) return isNotDiscarded;
  const since = new Date(Date.now() - undoPeriod).toISOString();
  return or(isNotDiscarded, and(eq(need.enteredBy, accountId), gt(need.updatedAt, since)))!;
}

/** The needs whose working version the actor sees, because they work on them. */
export const workingNeeds = (actor: Actor): SQL =>
  and(needsInHand(actor), withoutDiscarded(actor))!;

function needsInHand(actor: Actor): SQL {
  switch (actor.role) {
    case 'focal-point':
    case 'contributor':
      return eq(review.stateId, actor.stateId!);
    case 'reviewer':
      return and(
        inReviews(actor.reviewIds),
        or(ne(need.status, 'draft'), eq(need.enteredBy, actor.accountId!)),
      )!;
    case 'administrator':
    case 'system':
      return allNeeds;
    default:
      return noNeeds;
  }
}

/** Whether a summary is published now. Expects `review`. */
export const isPublished = (): SQL =>
  and(
    isNotNull(review.completedOn),
    lte(review.completedOn, today()),
    isNotNull(review.publishedOn),
    lte(review.publishedOn, today()),
  )!;

/** Whether a summary was published at a revision of the register. Expects `review`. */
function wasPublishedAt(revision: number): SQL {
  const { reviewId, fromSeq, toSeq, completedOn, publishedOn } = reviewVersion;
  return sql`exists (select 1 from ${reviewVersion} where ${reviewId} = ${review.id} and ${fromSeq} <= ${revision} and (${toSeq} is null or ${toSeq} > ${revision}) and ${completedOn} <= ${today()} and ${publishedOn} <= ${today()})`;
}

/** The reviews that the actor sees: those of their work, and others where `isPublic` is true. */
function visibleReviews(actor: Actor, isPublic: SQL): SQL {
  switch (actor.role) {
    case 'public':
      return environment().open ? isPublic : noNeeds;
    case 'provider':
    case 'adviser':
      return isPublic;
    case 'focal-point':
    case 'contributor':
      return or(isPublic, eq(review.stateId, actor.stateId!))!;
    case 'reviewer':
      return or(isPublic, inReviews(actor.reviewIds))!;
    default:
      return allNeeds;
  }
}

/**
 * The needs whose approved version the actor sees. `reviewVisibilityFor` in counting is the same
 * rule; a test holds the two equal.
 */
export const approvedNeeds = (actor: Actor): SQL =>
  and(isNotNull(need.countedVersion), visibleReviews(actor, isPublished()))!;

/**
 * The versions that counted at a revision and that the actor sees: of others' reviews what was
 * published then and is published now. Needs that were withdrawn since are among them. Expects
 * `needVersion` beside `need` and `review`.
 */
export const needsCountedAt = (actor: Actor, revision: number): SQL =>
  and(
    isNotNull(needVersion.countedFromSeq),
    lte(needVersion.countedFromSeq, revision),
    or(isNull(needVersion.countedToSeq), gt(needVersion.countedToSeq, revision)),
    visibleReviews(actor, and(isPublished(), wasPublishedAt(revision))!),
  )!;

/**
 * The only clause that says which needs an actor sees, in lists, single reads, updates and search.
 * Expects `need` joined with `review`.
 */
export const visibleNeeds = (actor: Actor): SQL => or(workingNeeds(actor), approvedNeeds(actor))!;
