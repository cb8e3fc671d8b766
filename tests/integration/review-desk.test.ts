import { beforeAll, describe, expect, it } from 'vitest';
import {
  answerArticles,
  declareComplete,
  takeBackDeclaration,
  withdrawAnswer,
} from '#lib/needs/reviews/answers';
import { loadReviewStatus } from '#lib/needs/reviews/load-review-status';
import { reviewById } from '#lib/needs/reviews/queries';
import { isComplete, unansweredArticles } from '#lib/needs/reviews/review-status';
import type { Actor } from '#lib/base/actor';
import {
  editNeed,
  enterNeed,
  returnNeed,
  submitNeed,
  withdrawNeed,
} from '#lib/needs/entry/commands';
import { changesOf, revision } from '#tests/support/databases/log-rows';
import { approved, completeFields, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { administrator, focalPoint, manager, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

async function panel() {
  const review = await mintedReview();
  return { review, id: review.id, focal: await focalPoint(review), by: await reviewer(review) };
}
const chapterII = async (actor: Actor, id: string) =>
  (await loadReviewStatus(actor, (await reviewById(actor, id))!)).chapters[0]!;
const allButFive = [6, 7, 8, 9, 10, 11, 12, 13, 14];
const field = (name: string, message: string) => ({
  kind: 'invalid',
  errors: [{ field: name, message, values: undefined }],
});

describe('an article of a review', () => {
  it('owes an answer until a need is submitted under it or somebody signs that there is none', async () => {
    const { review, id, focal } = await panel();
    expect(unansweredArticles(await chapterII(focal, id))).toEqual([5, ...allButFive]);
    const begun = await draft(focal, review, { articles: ['5', '6'] });
    expect(unansweredArticles(await chapterII(focal, id))).toHaveLength(10);
    valueOf(await submitNeed(focal, begun));
    expect(unansweredArticles(await chapterII(focal, id))).toEqual([7, 8, 9, 10, 11, 12, 13, 14]);
    valueOf(await answerArticles(focal, { id, articles: [7, 8, 7] }));
    const desk = await chapterII(focal, id);
    expect(unansweredArticles(desk)).toEqual([9, 10, 11, 12, 13, 14]);
    expect(desk.articles.find(({ article }) => article === 7)?.answer).toEqual({
      by: focal.name,
      at: expect.stringMatching(/^20\d\d-/),
    });
    expect((await changesOf('answer', id)).map(({ verb, data }) => [verb, data])).toEqual([
      ['answer', { article: 7 }],
      ['answer', { article: 8 }],
    ]);
    valueOf(await withdrawAnswer(focal, { id, article: 8 }));
    expect(unansweredArticles(await chapterII(focal, id))).toEqual([8, 9, 10, 11, 12, 13, 14]);
  });

  it('answered by a need owes an answer again when that is withdrawn, and cannot be signed as empty before', async () => {
    const { review, id, focal } = await panel();
    const need = await submitted(focal, review, { articles: ['5'] });
    expect(failureOf(await answerArticles(focal, { id, articles: [6, 5] }))).toEqual(
      field('article', 'articleHasNeeds'),
    );
    expect(unansweredArticles(await chapterII(focal, id))).toEqual(allButFive);
    valueOf(await withdrawNeed(focal, { ...need, reason: 'Entered twice.' }));
    valueOf(await answerArticles(focal, { id, articles: [5] }));
    // The need that comes after all takes the place of the answer, by its own change.
    await submitted(focal, review, { articles: ['5'] });
    expect((await chapterII(focal, id)).articles[0]?.answer).toBeNull();
    expect(await rows('select to_seq from article_answer where review_id = ?', [id])).toEqual([
      { to_seq: await revision() },
    ]);
  });
});

describe('a chapter', () => {
  it('is declared complete only when every article is answered and no draft is left; then nothing new is entered', async () => {
    const { review, id, focal } = await panel();
    const need = await submitted(focal, review, { articles: ['5'] });
    const left = await draft(focal, review, { articles: ['6'] });
    const declare = () => declareComplete(focal, { id, chapter: 'II' });
    expect(failureOf(await declare())).toEqual(field('declare-II', 'chapterIncomplete'));
    valueOf(await answerArticles(focal, { id, articles: allButFive }));
    expect(failureOf(await declare())).toEqual(field('declare-II', 'chapterIncomplete'));
    valueOf(await withdrawNeed(focal, { ...left, reason: 'Not in the summary.' }));
    expect(isComplete(await chapterII(focal, id))).toBe(true);
    valueOf(await declare());
    expect(failureOf(await declare())).toEqual({ kind: 'conflict', why: 'status' });
    const another = () =>
      enterNeed(focal, { id: crypto.randomUUID(), reviewId: id, fields: completeFields });
    expect(failureOf(await another())).toEqual(field('chapter', 'chapterDeclared'));
    expect(failureOf(await withdrawAnswer(focal, { id, article: 7 }))).toEqual(
      field('article', 'chapterDeclared'),
    );
    // What is returned can be corrected all the same.
    const returned = valueOf(
      await returnNeed(await reviewer(review), { ...need, reason: 'A word is missing.' }),
    );
    valueOf(
      await submitNeed(
        focal,
        valueOf(
          await editNeed(focal, {
            ...returned,
            fields: { ...completeFields, text: 'With the word.' },
          }),
        ),
      ),
    );
    expect(failureOf(await takeBackDeclaration(focal, { id, chapter: 'II', reason: ' ' }))).toEqual(
      field('reason-II', 'enterReason'),
    );
    valueOf(
      await takeBackDeclaration(focal, { id, chapter: 'II', reason: 'A need was overlooked.' }),
    );
    expect((await chapterII(focal, id)).declared).toBeNull();
    valueOf(await another());
    expect(
      await rows('select reason, taken_back_by from declaration where review_id = ?', [id]),
    ).toEqual([{ reason: 'A need was overlooked.', taken_back_by: focal.accountId }]);
  });

  it('of the other cycle, an article of it, or a review of another State cannot be answered or declared', async () => {
    const { id, focal } = await panel();
    expect(failureOf(await declareComplete(focal, { id, chapter: 'III' }))).toEqual(
      field('chapter', 'chapterOfOtherCycle'),
    );
    expect(failureOf(await answerArticles(focal, { id, articles: [15] }))).toEqual(
      field('article', 'unknownArticle'),
    );
    expect(failureOf(await answerArticles(focal, { id, articles: [] }))).toEqual(
      field('article', 'chooseArticle'),
    );
    for (const stranger of [
      await focalPoint(await mintedReview()),
      await reviewer(await mintedReview()),
    ]) {
      for (const refused of [
        answerArticles(stranger, { id, articles: [5] }),
        declareComplete(stranger, { id, chapter: 'II' }),
        withdrawAnswer(stranger, { id, article: 5 }),
      ]) {
        expect(failureOf(await refused)).toEqual({ kind: 'not-found' });
      }
    }
    for (const reader of [await manager(), await administrator()])
      expect(failureOf(await answerArticles(reader, { id, articles: [5] }))).toEqual({
        kind: 'forbidden',
        why: 'role',
      });
  });
});

describe('whose turn it is', () => {
  const turns = async (actor: Actor, id: string) =>
    (await loadReviewStatus(actor, (await reviewById(actor, id))!)).awaited.map(
      ({ whose, why }) => `${whose}: ${why}`,
    );

  it('follows what was submitted, returned, declared and decided', async () => {
    const { review, id, focal, by } = await panel();
    expect(await turns(focal, id)).toEqual(['focal-point: entering']);
    const need = await submitted(focal, review, { articles: ['5'] });
    expect(await turns(focal, id)).toEqual(['focal-point: entering', 'reviewer: deciding']);
    valueOf(
      await answerArticles(focal, {
        id,
        articles: [...allButFive, 51, 52, 53, 54, 55, 56, 57, 58, 59],
      }),
    );
    valueOf(await declareComplete(focal, { id, chapter: 'II' }));
    valueOf(await declareComplete(focal, { id, chapter: 'V' }));
    expect(await turns(focal, id)).toEqual(['reviewer: deciding']);
    const returned = valueOf(await returnNeed(by, { ...need, reason: 'Again, please.' }));
    expect(await turns(focal, id)).toEqual(['focal-point: returned']);
    valueOf(await submitNeed(focal, returned));
    expect(await turns(by, id)).toEqual(['reviewer: deciding']);
  });

  it('is nobody’s once all is declared and decided', async () => {
    const { review, id, focal, by } = await panel();
    await approved(focal, by, review, { articles: ['5'] });
    valueOf(
      await answerArticles(focal, {
        id,
        articles: [...allButFive, 51, 52, 53, 54, 55, 56, 57, 58, 59],
      }),
    );
    for (const chapter of ['II', 'V'] as const)
      valueOf(await declareComplete(focal, { id, chapter }));
    expect(await turns(await manager(), id)).toEqual([]);
  });
});
