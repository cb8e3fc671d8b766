import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, assignment, need, review, reviewVersion, state } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import type { Cycle } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';
import { withoutDiscarded, workingNeeds } from '#lib/needs/model/scope';
import type { Status } from '#lib/needs/model/vocabulary';
import { visibleReviews } from '#lib/needs/reviews/scope';

export type ReviewView = Readonly<{
  id: string;
  stateId: string;
  stateCode: string;
  region: Region;
  cycle: Cycle;
  symbol: string | null;
  completedOn: string | null;
  publishedOn: string | null;
  entryDueOn: string | null;
  decisionDueOn: string | null;
  openedAt: string;
  /** When it was closed for counting; null: it is open. */
  closedAt: string | null;
  version: number;
}>;

const columns = {
  id: review.id,
  stateId: review.stateId,
  stateCode: state.code,
  region: state.region,
  cycle: sql<Cycle>`${review.cycle}`,
  symbol: review.symbol,
  completedOn: review.completedOn,
  publishedOn: review.publishedOn,
  version: review.version,
  entryDueOn: review.entryDueOn,
  decisionDueOn: review.decisionDueOn,
  openedAt: review.createdAt,
  closedAt: review.closedAt,
};

/**
 * Returns the review of this id; undefined where it does not exist or is out of the actor's scope.
 */
export async function reviewById(
  actor: Actor,
  id: string,
  from: Reader | Writer = read(),
): Promise<ReviewView | undefined> {
  const [row] = await from
    .select(columns)
    .from(review)
    .innerJoin(state, eq(state.id, review.stateId))
    .where(and(eq(review.id, id), visibleReviews(actor)));
  return row;
}

/** Returns all reviews that the actor sees, by State and cycle. */
export async function listReviews(actor: Actor): Promise<ReviewView[]> {
  return read()
    .select(columns)
    .from(review)
    .innerJoin(state, eq(state.id, review.stateId))
    .where(visibleReviews(actor))
    .orderBy(asc(state.code), asc(review.cycle), asc(review.id));
}

export type ProgressByReview = ReadonlyMap<string, Readonly<Partial<Record<Status, number>>>>;

/**
 * Counts the needs that the actor works on in each status, by review. No number of the summaries
 * comes from it.
 */
export async function progressOfReviews(actor: Actor): Promise<ProgressByReview> {
  // SQLite keeps the order of a cross join: review by review it need not look up that of each need.
  const rows = await read()
    .select({ reviewId: review.id, status: need.status, needs: sql`count(*)`.mapWith(Number) })
    .from(review)
    .crossJoin(need)
    .where(
      and(
        eq(need.reviewId, review.id),
        actor.role === 'manager' ? withoutDiscarded(actor) : workingNeeds(actor),
      ),
    )
    .groupBy(review.id, need.status);
  const progress = new Map<string, Partial<Record<Status, number>>>();
  for (const { reviewId, status, needs } of rows)
    progress.set(reviewId, { ...progress.get(reviewId), [status]: needs });
  return progress;
}

export type Appointee = Readonly<{
  accountId: string;
  name: string;
  email: string;
  role: string;
  active: boolean;
  signedUp: boolean;
  assignmentId: string | null;
}>;

/**
 * Returns the focal points of the State and the assigned reviewers, for whoever sees the review.
 */
export async function appointeesOf(
  _actor: Actor,
  { id, stateId }: ReviewView,
): Promise<Appointee[]> {
  const person = {
    accountId: account.id,
    name: account.name,
    email: account.email,
    role: sql<string>`${account.role}`,
    active: account.active,
    signedUp: sql`${account.passwordHash} is not null`.mapWith(Boolean),
  };
  const focalPoints = await read()
    .select(person)
    .from(account)
    .where(eq(account.stateId, stateId))
    .orderBy(asc(account.name), asc(account.id));
  const reviewers = await read()
    .select({ ...person, assignmentId: assignment.id })
    .from(assignment)
    .innerJoin(account, eq(account.id, assignment.accountId))
    .where(and(eq(assignment.reviewId, id), isNull(assignment.endedAt)))
    .orderBy(asc(account.name), asc(account.id));
  return [
    ...focalPoints.map((focalPoint) => ({ ...focalPoint, assignmentId: null })),
    ...reviewers,
  ];
}

export type ReviewChange = Readonly<{
  verb: string;
  by: string;
  at: string;
  completedOn: string | null;
  publishedOn: string | null;
  symbol: string | null;
  reason: string | null;
}>;

/** Returns who changed which dates of a review, the latest first. */
export async function historyOfReview(_actor: Actor, { id }: ReviewView): Promise<ReviewChange[]> {
  return read()
    .select({
      verb: reviewVersion.verb,
      by: account.name,
      at: reviewVersion.at,
      completedOn: reviewVersion.completedOn,
      publishedOn: reviewVersion.publishedOn,
      symbol: reviewVersion.symbol,
      reason: reviewVersion.reason,
    })
    .from(reviewVersion)
    .innerJoin(account, eq(account.id, reviewVersion.actorId))
    .where(eq(reviewVersion.reviewId, id))
    .orderBy(sql`${reviewVersion.version} desc`);
}
