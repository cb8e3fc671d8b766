import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { need, needArticle, review } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { mayEnter, checkTransition } from '#lib/needs/model/transitions';
import type { NeedContent } from '#lib/needs/model/schema';
import { workingNeeds } from '#lib/needs/model/scope';
import { contentFields } from '#lib/needs/store/versions';
import type { Origin, Request, Status } from '#lib/needs/model/vocabulary';
import type { ReviewView } from '#lib/needs/reviews/queries';

/** The working version of a need, for work on a whole review. */
export type NeedOfReview = Readonly<{
  id: string;
  reference: string | null;
  sourceRef: string | null;
  status: Status;
  version: number;
  enteredBy: string;
  changedBy: string;
  recodedBy: string | null;
  countedVersion: number | null;
  request: Request | null;
  lifted: boolean;
  closed: boolean;
  origin: Origin | null;
  /** The fields that a return opened; empty: all of them. */
  reopened: readonly string[];
  content: NeedContent;
}>;

/** Returns all needs of a review that the actor works on, in the order of entry. */
export async function needsOfReview(
  actor: Actor,
  { id: reviewId }: Pick<ReviewView, 'id'>,
  from: Reader | Writer = read(),
): Promise<NeedOfReview[]> {
  const isOwnWork = and(eq(need.reviewId, reviewId), workingNeeds(actor));
  const rows = await from
    .select({ need, closedAt: review.closedAt })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(isOwnWork)
    .orderBy(asc(need.createdAt), asc(need.id));
  const articleRows = await from
    .select({ needId: needArticle.needId, article: needArticle.article })
    .from(needArticle)
    .innerJoin(need, eq(need.id, needArticle.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(isOwnWork)
    .orderBy(asc(needArticle.article));
  const articlesByNeed = Map.groupBy(articleRows, ({ needId }) => needId);
  return rows.map((row) => {
    const ownArticles = articlesByNeed.get(row.need.id) ?? [];
    return toNeedOfReview(
      row.need,
      row.closedAt,
      ownArticles.map(({ article }) => article),
    );
  });
}

const toNeedOfReview = (
  row: typeof need.$inferSelect,
  closedAt: string | null,
  articles: readonly number[],
): NeedOfReview => ({
  id: row.id,
  reference: row.reference,
  sourceRef: row.sourceRef,
  status: row.status,
  version: row.version,
  enteredBy: row.enteredBy,
  changedBy: row.changedBy,
  recodedBy: row.recodedBy,
  countedVersion: row.countedVersion,
  request: row.request,
  lifted: row.lifted,
  closed: closedAt !== null,
  origin: row.origin,
  reopened: row.reopened ?? [],
  content: { ...contentFields(row), articles },
});

/**
 * Whether the actor may enter many needs at once into this review: everyone who may enter one, and
 * the administrator.
 */
export const mayEnterMany = (actor: Actor, review: Pick<ReviewView, 'id' | 'stateId'>): boolean =>
  actor.role === 'administrator' || mayEnter(actor, review);

/** Why the actor may not change this need in bulk; undefined where they may. */
export function changeRefusal(
  actor: Actor,
  { id: reviewId, stateId }: Pick<ReviewView, 'id' | 'stateId'>,
  { status, ...rest }: NeedOfReview,
): 'status' | 'not-yours' | undefined {
  if (status !== 'draft' && status !== 'returned') return 'status';
  if (rest.closed) return 'status';
  if (actor.role === 'administrator') return undefined;
  return checkTransition(actor, 'edit', { ...rest, status, reviewId, stateId }) === 'allowed'
    ? undefined
    : 'not-yours';
}

/**
 * Returns the fields in which two contents differ. The order of codes in a list does not matter.
 */
export function changedContentFields(
  before: NeedContent,
  after: NeedContent,
): (keyof NeedContent)[] {
  const comparable = (value: unknown) =>
    JSON.stringify(Array.isArray(value) ? value.toSorted() : (value ?? null));
  return (Object.keys(after) as (keyof NeedContent)[]).filter(
    (field) => comparable(before[field]) !== comparable(after[field]),
  );
}

/**
 * The changed fields that the last return did not open. `general` belongs to the field `articles`.
 */
export const fieldsNotOpened = (
  { status, reopened }: NeedOfReview,
  changed: readonly string[],
): string[] =>
  status !== 'returned' || reopened.length === 0
    ? []
    : changed
        .map((field) => (field === 'general' ? 'articles' : field))
        .filter((field) => !reopened.includes(field));
