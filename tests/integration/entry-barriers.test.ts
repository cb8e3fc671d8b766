import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { articlesOfChapter } from '#lib/convention/articles';
import type { Chapter } from '#lib/convention/chapters';
import { today } from '#lib/text/dates';
import { canEnterSomewhere, reviewsToEnter } from '#lib/needs/reviews/entry-barriers';
import { answerArticles, declareComplete } from '#lib/needs/reviews/answers';
import { loadReviewStatus } from '#lib/needs/reviews/load-review-status';
import { setDeadlines } from '#lib/needs/reviews/commands';
import { reviewById } from '#lib/needs/reviews/queries';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { rows } from '#tests/support/databases/sql';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, contributor } from '#tests/support/factories/people';

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
