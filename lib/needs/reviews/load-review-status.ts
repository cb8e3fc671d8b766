import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, need, needArticle, review } from '#db/schema';
import { articleAnswer, declaration } from '#db/schema/data-entry';
import type { Actor } from '#lib/base/actor';
import { chaptersOfCycle, type Chapter } from '#lib/convention/chapters';
import { withoutDiscarded, workingNeeds } from '#lib/needs/model/scope';
import type { Status } from '#lib/needs/model/vocabulary';
import type { ReviewView } from '#lib/needs/reviews/queries';
import {
  chapterStatusOf,
  awaitedActions,
  type ChapterStatus,
  type Signature,
  type AwaitedAction,
} from '#lib/needs/reviews/review-status';

/**
 * Returns the needs of a review that the actor works on; a manager sees the progress of all of
 * them, and no more.
 */
async function needsOf(actor: Actor, reviewId: string, from: Reader | Writer) {
  const where = and(
    eq(need.reviewId, reviewId),
    actor.role === 'manager' ? withoutDiscarded(actor) : workingNeeds(actor),
  );
  const needs = await from
    .select({
      id: need.id,
      chapter: need.chapter,
      general: need.general,
      status: need.status,
      updatedAt: need.updatedAt,
    })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(where);
  const articles = await from
    .select({ needId: needArticle.needId, article: needArticle.article })
    .from(needArticle)
    .innerJoin(need, eq(need.id, needArticle.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(where);
  const byNeed = Map.groupBy(articles, ({ needId }) => needId);
  return needs.map((row) => ({
    ...row,
    articles: (byNeed.get(row.id) ?? []).map(({ article }) => article),
  }));
}

const answersOf = async (
  reviewId: string,
  from: Reader | Writer,
): Promise<Map<number, Signature>> => {
  const rows = await from
    .select({ article: articleAnswer.article, by: account.name, at: articleAnswer.at })
    .from(articleAnswer)
    .innerJoin(account, eq(account.id, articleAnswer.answeredBy))
    .where(and(eq(articleAnswer.reviewId, reviewId), isNull(articleAnswer.toSeq)));
  return new Map(rows.map(({ article, ...signed }) => [article, signed]));
};

const declarationsOf = async (
  reviewId: string,
  from: Reader | Writer,
): Promise<Map<Chapter, Signature>> => {
  const rows = await from
    .select({ chapter: declaration.chapter, by: account.name, at: declaration.at })
    .from(declaration)
    .innerJoin(account, eq(account.id, declaration.declaredBy))
    .where(and(eq(declaration.reviewId, reviewId), isNull(declaration.toSeq)));
  return new Map(rows.map(({ chapter, ...signed }) => [chapter, signed]));
};

export type ReviewStatus = Readonly<{
  chapters: readonly ChapterStatus[];
  awaited: readonly AwaitedAction[];
  drafts: number;
  returned: number;
}>;

/**
 * Returns the status of a review: every article with its needs and answers, the declared chapters,
 * and who must act.
 */
export async function loadReviewStatus(
  actor: Actor,
  { id, cycle, openedAt, entryDueOn, decisionDueOn, closedAt }: ReviewView,
  from: Reader | Writer = read(),
): Promise<ReviewStatus> {
  const needs = await needsOf(actor, id, from);
  const answers = await answersOf(id, from);
  const declared = await declarationsOf(id, from);
  const chapters = chaptersOfCycle(cycle).map((chapter) =>
    chapterStatusOf(chapter, needs, answers, declared.get(chapter) ?? null),
  );
  const oldestByStatus: Partial<Record<Status, string>> = {};
  for (const { status, updatedAt } of needs)
    if (!oldestByStatus[status] || updatedAt < oldestByStatus[status])
      oldestByStatus[status] = updatedAt;
  const countWith = (status: Status) => needs.filter((need) => need.status === status).length;
  return {
    chapters,
    // A closed review awaits nobody: nothing can be done in it.
    awaited: closedAt
      ? []
      : awaitedActions(chapters, oldestByStatus, { openedAt, entryDueOn, decisionDueOn }),
    drafts: countWith('draft'),
    returned: countWith('returned'),
  };
}

/** Returns the chapters of a review that are declared complete. */
export const declaredChapters = async (
  from: Reader | Writer,
  reviewId: string,
): Promise<ReadonlySet<Chapter>> => new Set((await declarationsOf(reviewId, from)).keys());

/**
 * Whether a chapter is declared complete: then no need is entered or first submitted until the
 * declaration is taken back.
 */
export const isDeclared = async (
  tx: Writer,
  reviewId: string,
  chapter: Chapter | null,
): Promise<boolean> => chapter !== null && (await declaredChapters(tx, reviewId)).has(chapter);
