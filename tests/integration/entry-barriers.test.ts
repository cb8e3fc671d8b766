import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { articlesOfChapter } from '#lib/convention/articles';
import type { Chapter } from '#lib/convention/chapters';
import { today } from '#lib/text/dates';
import {
  canEnterSomewhere,
  entryToReview,
  reviewsToEnter,
} from '#lib/needs/reviews/entry-barriers';
import { answerArticles, declareComplete, takeBackDeclaration } from '#lib/needs/reviews/answers';
import { loadReviewStatus } from '#lib/needs/reviews/load-review-status';
import { setDeadlines } from '#lib/needs/reviews/commands';
import { returnedNeeds } from '#lib/needs/entry/returned';
import { assessmentRowsToShow } from '#lib/needs/model/self-assessment-rows';
import { closeReview, reopenReview } from '#lib/review/closing/commands';
import { renderMessage } from '#lib/review/mail/render-message';
import { translator } from '#lib/text/i18n';
import { locales } from '#lib/convention/names';
import { reviewById } from '#lib/needs/reviews/queries';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { rows } from '#tests/support/databases/sql';
import { submitted } from '#tests/support/factories/needs';
import { commands } from '#tests/support/factories/situations';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { again, administrator, contributor } from '#tests/support/factories/people';

beforeAll(() => freshRegister());

/** Signs that a chapter has no needs, and declares it complete. */
async function declare(actor: Actor, { id }: { id: string }, chapter: Chapter) {
  valueOf(await answerArticles(actor, { id, articles: [...articlesOfChapter(chapter)] }));
  valueOf(await declareComplete(actor, { id, chapter }));
}

describe('entering needs', () => {
  it('is not offered in a closed review, which awaits nobody, however overdue it was', async () => {
    const { review, focal, first } = await panel();
    const admin = await administrator();
    valueOf(
      await setDeadlines(admin, {
        id: review.id,
        version: review.version,
        entryDueOn: '2021-01-31',
        decisionDueOn: '',
      }),
    );
    expect(await canEnterSomewhere(focal)).toBe(true);
    const open = await loadReviewStatus(focal, (await reviewById(focal, review.id))!);
    expect(open.awaited).toMatchObject([{ whose: 'focal-point', dueOn: '2021-01-31' }]);

    await rows('update review set closed_at = ? where id = ?', [`${today()}T00:00:00Z`, review.id]);
    for (const actor of [focal, first, await contributor(review)]) {
      expect(await reviewsToEnter(actor)).toMatchObject([{ barrier: 'closed' }]);
      expect(await canEnterSomewhere(actor)).toBe(false);
    }
    const closed = await loadReviewStatus(focal, (await reviewById(focal, review.id))!);
    expect(closed.awaited).toEqual([]);
  });

  it('is not offered in declared chapters, nor at all once every chapter is declared', async () => {
    const { review, focal } = await panel();
    await declare(focal, review, 'II');
    expect(await reviewsToEnter(focal)).toMatchObject([{ declared: ['II'], barrier: undefined }]);
    expect(await canEnterSomewhere(focal)).toBe(true);
    await declare(focal, review, 'V');
    expect(await reviewsToEnter(focal)).toMatchObject([{ barrier: 'declared' }]);
    expect(await canEnterSomewhere(focal)).toBe(false);
  });

  it('is offered to nobody who enters no needs', async () => {
    await panel();
    const admin = await administrator();
    expect(await reviewsToEnter(admin)).toEqual([]);
    expect(await canEnterSomewhere(admin)).toBe(false);
  });
});

describe('entering many needs at once', () => {
  it('meets the same barriers, for the administrator, too', async () => {
    const { review, focal } = await panel();
    const admin = await administrator();
    const entry = async (actor: Actor) =>
      entryToReview(actor, (await reviewById(actor, review.id))!);
    expect(await entry(admin)).toMatchObject({ declared: [], barrier: undefined });
    await declare(focal, review, 'II');
    expect(await entry(focal)).toMatchObject({ declared: ['II'], barrier: undefined });
    await declare(focal, review, 'V');
    expect(await entry(admin)).toMatchObject({ barrier: 'declared' });
  });

  it('offers no row of a declared chapter, but keeps what was typed into one', () => {
    const articles = (form: Record<string, string[]>) =>
      new Set(assessmentRowsToShow(form, 2, ['II']).map(({ article }) => article));
    expect(articles({}).has(5)).toBe(false);
    expect(articles({}).has(51)).toBe(true);
    expect(articles({ row: ['5'], '5.description': ['Typed.'] }).has(5)).toBe(true);
  });

  it('what was returned in a closed review is not offered for correction', async () => {
    const { review, focal, first } = await panel();
    const need = await submitted(focal, review);
    valueOf(await commands.return(first, need));
    expect(await returnedNeeds(focal)).toHaveLength(1);
    await rows('update review set closed_at = ? where id = ?', [`${today()}T00:00:00Z`, review.id]);
    expect(await returnedNeeds(focal)).toHaveLength(0);
  });
});

describe('mail about entering', () => {
  /** Who is told what about a review, the oldest first. */
  const told = (id: string) =>
    rows<{ account_id: string; kind: string; data: string }>(
      `select account_id, kind, data from outbox where kind like 'review-%' or kind like 'chapter-%' order by created_at, id`,
    ).then((found) =>
      found.filter(({ data }) =>
        (typeof data === 'string' ? data : JSON.stringify(data)).includes(id),
      ),
    );
  const kindsFor = async (actor: Actor, id: string) =>
    (await told(id)).filter((row) => row.account_id === actor.accountId).map(({ kind }) => kind);

  it('tells the State and its reviewers that a chapter is declared and open again, but not who did it', async () => {
    const { review, focal, first } = await panel();
    const helper = await contributor(review);
    await declare(focal, review, 'II');
    valueOf(
      await takeBackDeclaration(focal, { id: review.id, chapter: 'II', reason: 'Too early.' }),
    );
    expect(await kindsFor(focal, review.id)).toEqual([]);
    for (const actor of [first, helper])
      expect(await kindsFor(actor, review.id)).toEqual(['chapter-declared', 'chapter-taken-back']);
  });

  it('tells all of them that a review is closed and reopened, in each language, while it is so', async () => {
    const { review, focal, first, second } = await panel();
    for (const chapter of ['II', 'V'] as const) await declare(focal, review, chapter);
    await rows(`update review set symbol = 'CAC/1', completed_on = '2020-01-01' where id = ?`, [
      review.id,
    ]);
    const seen = async () => (await reviewById(first, review.id))!;
    valueOf(await closeReview(first, { id: review.id, version: (await seen()).version }));
    expect(await kindsFor(focal, review.id)).toEqual(['review-closed']);
    expect((await kindsFor(second, review.id)).at(-1)).toBe('review-closed');
    const line = async (kind: string, locale: (typeof locales)[number] = 'en') =>
      renderMessage(
        { actor: await again(focal), locale, t: translator(locale) },
        { kind, data: { review: review.id, chapter: 'II' } },
      );
    for (const locale of locales)
      expect(await line('review-closed', locale)).toMatchObject({ path: `reviews/${review.id}` });
    expect(await line('chapter-declared')).toBeDefined();
    expect(await line('review-reopened')).toBeUndefined();
    const { version } = await seen();
    valueOf(await reopenReview(first, { id: review.id, version, reason: 'An error.' }));
    expect(await kindsFor(focal, review.id)).toEqual(['review-closed', 'review-reopened']);
    expect(await line('review-closed')).toBeUndefined();
  });

  it('does not call overdue what is closed', async () => {
    const { review, focal } = await panel();
    await rows(`update review set entry_due_on = '2021-01-31' where id = ?`, [review.id]);
    const line = () =>
      renderMessage(
        { actor: focal, locale: 'en', t: translator('en') },
        { kind: 'overdue', data: { review: review.id, task: 'entry', on: '2021-01-31' } },
      );
    expect(await line()).toBeDefined();
    await rows('update review set closed_at = ? where id = ?', [`${today()}T00:00:00Z`, review.id]);
    expect(await line()).toBeUndefined();
  });
});
