import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { articleAnswer, declaration } from '#db/schema/data-entry';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { chapterOfArticle, chaptersOfCycle, type Chapter } from '#lib/convention/chapters';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { maySign } from '#lib/needs/model/transitions';
import { requiredReason } from '#lib/text/reason';
import { loadReviewStatus, isDeclared } from '#lib/needs/reviews/load-review-status';
import { reviewById, type ReviewView } from '#lib/needs/reviews/queries';
import { notifyOfEntry } from '#lib/needs/reviews/notify';
import { isAnswered, isComplete } from '#lib/needs/reviews/review-status';

type ReviewOutcome = Outcome<{ id: string }>;

/** Runs work on an open review, if the actor may sign for it. */
const withOpenReview = (
  actor: Actor,
  id: string,
  work: (tx: Writer, review: ReviewView) => Promise<ReviewOutcome>,
): Promise<ReviewOutcome> =>
  runCommand(async (tx) => {
    const review = await reviewById(actor, id, tx);
    if (!review) return notFound;
    if (!maySign(actor, review)) return forbidden('role');
    return review.closedAt ? failed({ kind: 'conflict', why: 'closed' }) : work(tx, review);
  });

/**
 * Signs that the summary identifies no need under these articles. Articles already answered stay as
 * they are.
 */
export const answerArticles = (
  actor: Actor,
  { id, articles }: { id: string; articles: readonly number[] },
): Promise<ReviewOutcome> =>
  withOpenReview(actor, id, async (tx, review) => {
    if (articles.length === 0) return invalid('article', 'chooseArticle');
    const status = await loadReviewStatus(actor, review, tx);
    const articleStatuses = status.chapters.flatMap((chapter) => chapter.articles);
    for (const article of new Set(articles)) {
      const articleStatus = articleStatuses.find((each) => each.article === article);
      if (!articleStatus) return invalid('article', 'unknownArticle');
      if (articleStatus.answer) continue;
      if (isAnswered(articleStatus)) return invalid('article', 'articleHasNeeds');
      const seq = await recordChange(tx, {
        actorId: actor.accountId!,
        verb: 'answer',
        entity: 'answer',
        entityId: id,
        data: { article },
      });
      await tx.insert(articleAnswer).values({
        id: randomUUID(),
        reviewId: id,
        article,
        answeredBy: actor.accountId!,
        at: new Date().toISOString(),
        fromSeq: seq,
      });
    }
    return done({ id });
  });

/** Withdraws the answer that there is no need. Refused while the chapter is declared complete. */
export const withdrawAnswer = (
  actor: Actor,
  { id, article }: { id: string; article: number },
): Promise<ReviewOutcome> =>
  withOpenReview(actor, id, async (tx) => {
    if (await isDeclared(tx, id, chapterOfArticle(article) ?? null))
      return invalid('article', 'chapterDeclared');
    const isOpenAnswer = and(
      eq(articleAnswer.reviewId, id),
      eq(articleAnswer.article, article),
      isNull(articleAnswer.toSeq),
    );
    const [found] = await tx
      .select({ id: articleAnswer.id })
      .from(articleAnswer)
      .where(isOpenAnswer);
    if (!found) return notFound;
    const seq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'withdraw-answer',
      entity: 'answer',
      entityId: id,
      data: { article },
    });
    await tx.update(articleAnswer).set({ toSeq: seq }).where(isOpenAnswer);
    return done({ id });
  });

/** Ends the answer that there is no need, in the change that submits one. */
export const endAnswers = (
  tx: Writer,
  reviewId: string,
  articles: readonly number[],
  seq: number,
) =>
  articles.length === 0
    ? undefined
    : tx
        .update(articleAnswer)
        .set({ toSeq: seq })
        .where(
          and(
            eq(articleAnswer.reviewId, reviewId),
            inArray(articleAnswer.article, [...articles]),
            isNull(articleAnswer.toSeq),
          ),
        );

/**
 * Declares that all needs of a chapter have been entered: every article is answered and no draft is
 * left.
 */
export const declareComplete = (
  actor: Actor,
  { id, chapter }: { id: string; chapter: Chapter },
): Promise<ReviewOutcome> =>
  withOpenReview(actor, id, async (tx, review) => {
    if (!chaptersOfCycle(review.cycle).includes(chapter))
      return invalid('chapter', 'chapterOfOtherCycle');
    const status = (await loadReviewStatus(actor, review, tx)).chapters.find(
      (each) => each.chapter === chapter,
    )!;
    if (status.declared) return failed({ kind: 'conflict', why: 'status' });
    if (!isComplete(status)) return invalid(`declare-${chapter}`, 'chapterIncomplete');
    const seq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'declare',
      entity: 'declaration',
      entityId: id,
      data: { chapter },
    });
    await tx.insert(declaration).values({
      id: randomUUID(),
      reviewId: id,
      chapter,
      declaredBy: actor.accountId!,
      at: new Date().toISOString(),
      fromSeq: seq,
    });
    await notifyOfEntry(tx, actor, 'chapter-declared', review, chapter);
    return done({ id });
  });

/** Takes back the declaration of a chapter, with a reason. */
export const takeBackDeclaration = (
  actor: Actor,
  { id, chapter, reason: typedReason }: { id: string; chapter: Chapter; reason: string },
): Promise<ReviewOutcome> =>
  withOpenReview(actor, id, async (tx, review) => {
    const reason = requiredReason(typedReason, { field: `reason-${chapter}` });
    if (!reason.ok) return reason;
    const isOpenDeclaration = and(
      eq(declaration.reviewId, id),
      eq(declaration.chapter, chapter),
      isNull(declaration.toSeq),
    );
    const [found] = await tx
      .select({ id: declaration.id })
      .from(declaration)
      .where(isOpenDeclaration);
    if (!found) return failed({ kind: 'conflict', why: 'status' });
    const seq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'take-back',
      entity: 'declaration',
      entityId: id,
      data: { chapter },
    });
    await tx
      .update(declaration)
      .set({
        toSeq: seq,
        takenBackBy: actor.accountId!,
        takenBackAt: new Date().toISOString(),
        reason: reason.value,
      })
      .where(isOpenDeclaration);
    await notifyOfEntry(tx, actor, 'chapter-taken-back', review, chapter);
    return done({ id });
  });
