import 'server-only';
import { and, asc, eq, gt, or, sql, type SQL } from 'drizzle-orm';
import { read } from '#db/client';
import { need, needVersion, review, reviewVersion } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { approvedNeeds, visibleNeeds, workingNeeds } from '#lib/needs/model/scope';
import { latestSeenRevision } from '#lib/counting/facts/revisions';

export type ChangedNeed = Readonly<{ id: string; review: string; counts: boolean }>;

/** Whether a review has changed after a revision in what counting needs of it: a publication, a date. */
const reviewChangedAfter = (revision: number): SQL =>
  sql`exists (select 1 from ${reviewVersion} where ${reviewVersion.reviewId} = ${review.id} and ${reviewVersion.fromSeq} > ${revision})`;

/**
 * Whether the actor sees a change of the need after a revision: of any version where they work on it,
 * of what counts where they do not.
 */
const needChangedAfter = (actor: Actor, revision: number): SQL => {
  const { needId, fromSeq, countedFromSeq, countedToSeq } = needVersion;
  const isOfNeed = eq(needId, need.id);
  const counted = or(gt(countedFromSeq, revision), gt(countedToSeq, revision));
  return or(
    and(
      workingNeeds(actor),
      sql`exists (select 1 from ${needVersion} where ${and(isOfNeed, gt(fromSeq, revision))})`,
    ),
    sql`exists (select 1 from ${needVersion} where ${and(isOfNeed, counted)})`,
    reviewChangedAfter(revision),
  )!;
};

/**
 * The needs that have changed for the actor since a revision, by their ids: to be read again. One that
 * counts no more is no longer in `needs`, and all needs of a review that is no longer in `reviews` are
 * gone.
 */
export async function needsChangedSince(
  actor: Actor,
  since: number,
  { after, size }: Readonly<{ after: string | null; size: number }>,
): Promise<ChangedNeed[]> {
  const rows = await read()
    .select({
      id: need.id,
      review: need.reviewId,
      counts: sql<boolean | number>`(${approvedNeeds(actor)})`,
    })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(
      and(
        visibleNeeds(actor),
        needChangedAfter(actor, since),
        after === null ? undefined : gt(need.id, after),
      ),
    )
    .orderBy(asc(need.id))
    .limit(size);
  return rows.map(({ counts, ...row }) => ({ ...row, counts: Boolean(counts) }));
}

/** The reviews of which the actor sees needs now. */
export async function reviewsWithVisibleNeeds(actor: Actor): Promise<string[]> {
  const rows = await read()
    .selectDistinct({ id: need.reviewId })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(visibleNeeds(actor))
    .orderBy(asc(need.reviewId));
  return rows.map(({ id }) => id);
}

/** The revision of the last change that the actor sees. */
export const presentRevision = (actor: Actor): Promise<number> => latestSeenRevision(actor);
