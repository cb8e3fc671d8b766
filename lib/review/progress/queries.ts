import 'server-only';
import { and, asc, eq, gt, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { read } from '#db/client';
import { need, needArticle, needVersion, review, state } from '#db/schema';
import { articleAnswer } from '#db/schema/data-entry';
import type { Actor } from '#lib/base/actor';
import { batches } from '#lib/base/batches';
import { createPause } from '#lib/base/pause';
import { withoutDiscarded } from '#lib/needs/model/scope';
import type { Cycle } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';
import { daysSince } from '#lib/needs/model/awaiting';
import type { Status } from '#lib/needs/model/vocabulary';
import {
  progressCounts,
  type ReviewProgress,
  type TimedStep,
  type StepDuration,
} from '#lib/counting/count/progress';

/** Who may see the progress of all reviews. */
export const maySeeProgress = ({ role }: Actor): boolean =>
  role === 'manager' || role === 'administrator';

/** So few reviews at a time that others are served in between. */
const reviewsAtOnce = 20;

/** The needs of these reviews by status, and the articles of needs that are in the work. */
async function needsOfReviews(actor: Actor, reviewIds: readonly string[]) {
  const pause = createPause();
  const statuses: { reviewId: string; status: Status; needs: number }[] = [];
  const withNeeds: { reviewId: string; article: number }[] = [];
  for (const ids of batches(reviewIds, reviewsAtOnce)) {
    statuses.push(
      ...(await read()
        .select({
          reviewId: need.reviewId,
          status: need.status,
          needs: sql`count(*)`.mapWith(Number),
        })
        .from(need)
        .where(and(inArray(need.reviewId, ids), withoutDiscarded(actor)))
        .groupBy(need.reviewId, need.status)),
    );
    withNeeds.push(
      ...(await read()
        .selectDistinct({ reviewId: need.reviewId, article: needArticle.article })
        .from(needArticle)
        .innerJoin(need, eq(need.id, needArticle.needId))
        .where(
          and(
            inArray(need.reviewId, ids),
            inArray(need.status, ['submitted', 'returned', 'recoded', 'approved']),
          ),
        )),
    );
    if (pause.isDue()) await pause.rest();
  }
  return { statuses, withNeeds };
}

/**
 * The progress of all reviews, by the code of the State and the cycle; empty for actors who may not
 * see it.
 */
export async function allReviewProgress(actor: Actor): Promise<ReviewProgress[]> {
  if (!maySeeProgress(actor)) return [];
  const reviews = await read()
    .select({
      id: review.id,
      stateCode: state.code,
      region: state.region,
      cycle: review.cycle,
      closedAt: review.closedAt,
    })
    .from(review)
    .innerJoin(state, eq(state.id, review.stateId))
    .orderBy(asc(state.code), asc(review.cycle), asc(review.id));
  const { statuses, withNeeds } = await needsOfReviews(
    actor,
    reviews.map(({ id }) => id),
  );
  const answers = await read()
    .select({ reviewId: articleAnswer.reviewId, article: articleAnswer.article })
    .from(articleAnswer)
    .where(isNull(articleAnswer.toSeq));
  const statusesByReview = Map.groupBy(statuses, ({ reviewId }) => reviewId);
  const answeredArticles = Map.groupBy([...withNeeds, ...answers], ({ reviewId }) => reviewId);
  return reviews.map(({ closedAt, cycle, ...row }) => ({
    ...row,
    cycle: cycle as Cycle,
    closed: closedAt !== null,
    ...progressCounts(
      cycle as Cycle,
      Object.fromEntries(
        (statusesByReview.get(row.id) ?? []).map(({ status, needs }) => [
          status satisfies Status,
          needs,
        ]),
      ),
      new Set((answeredArticles.get(row.id) ?? []).map(({ article }) => article)),
    ),
  }));
}

/** The step that this verb completes after the previous one. */
function completedStep(before: string, verb: string): TimedStep | undefined {
  if (verb === 'submit') return before === 'enter' ? 'submit' : 'correct';
  return verb === 'approve' && before === 'submit' ? 'approve' : undefined;
}

const stepsAtOnce = 1000;

/** The steps of all needs in their order, some at a time, so that others are served in between. */
async function allSteps() {
  const pause = createPause();
  const stepsAfter = (last?: Readonly<{ needId: string; version: number }>) =>
    read()
      .select({
        needId: needVersion.needId,
        version: needVersion.version,
        verb: needVersion.verb,
        at: needVersion.at,
        region: state.region,
      })
      .from(needVersion)
      .innerJoin(need, eq(need.id, needVersion.needId))
      .innerJoin(review, eq(review.id, need.reviewId))
      .innerJoin(state, eq(state.id, review.stateId))
      .where(
        and(
          inArray(needVersion.verb, ['enter', 'submit', 'return', 'reopen', 'approve']),
          last && gte(needVersion.needId, last.needId),
          last && or(gt(needVersion.needId, last.needId), gt(needVersion.version, last.version)),
        ),
      )
      .orderBy(asc(needVersion.needId), asc(needVersion.version))
      .limit(stepsAtOnce);
  const all = await stepsAfter();
  for (let page = all; page.length === stepsAtOnce;) {
    if (pause.isDue()) await pause.rest();
    page = await stepsAfter(page.at(-1));
    all.push(...page);
  }
  return all;
}

/**
 * Every step that a need completed, with its days; never by State. Corrections on the way and
 * recodings complete no step.
 */
export async function completedSteps(actor: Actor): Promise<StepDuration[]> {
  if (!maySeeProgress(actor)) return [];
  const rows = await allSteps();
  return rows.flatMap(({ needId, verb, at, region }, i) => {
    const before = rows[i - 1];
    const step = before?.needId === needId ? completedStep(before.verb, verb) : undefined;
    return step
      ? [{ region: region satisfies Region, step, days: daysSince(before!.at, at.slice(0, 10)) }]
      : [];
  });
}

/** How often an administrator has lifted the four-eyes rule. */
export async function countFourEyesLifts(actor: Actor): Promise<number> {
  if (!maySeeProgress(actor)) return 0;
  const [result] = await read()
    .select({ lifts: sql`count(*)`.mapWith(Number) })
    .from(needVersion)
    .where(eq(needVersion.verb, 'lift-four-eyes'));
  return result?.lifts ?? 0;
}

export type LongWait = Readonly<{
  id: string;
  stateCode: string;
  cycle: Cycle;
  whose: 'focal-point' | 'reviewer';
  needs: number;
  since: string;
}>;

/** After so many days of waiting a need is shown to the secretariat. */
export const longWaitDays = 30;
const mostLongWaits = 10;

/**
 * Returns the open reviews in which needs wait too long for a correction or a decision, longest
 * first. `day` is `YYYY-MM-DD`.
 */
export async function longWaits(actor: Actor, day: string): Promise<LongWait[]> {
  if (!maySeeProgress(actor)) return [];
  const before = new Date(Date.parse(day) - longWaitDays * 86_400_000).toISOString();
  const since = sql<string>`min(${need.updatedAt})`;
  const whose = sql<
    LongWait['whose']
  >`case when ${need.status} = 'returned' then 'focal-point' else 'reviewer' end`;
  return read()
    .select({
      id: review.id,
      stateCode: state.code,
      cycle: sql<Cycle>`${review.cycle}`,
      whose,
      needs: sql`count(*)`.mapWith(Number),
      since,
    })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(state, eq(state.id, review.stateId))
    .where(
      and(
        isNull(review.closedAt),
        inArray(need.status, ['submitted', 'returned', 'recoded']),
        lt(need.updatedAt, before),
      ),
    )
    .groupBy(review.id, state.code, review.cycle, whose)
    .orderBy(asc(since), asc(review.id))
    .limit(mostLongWaits);
}
