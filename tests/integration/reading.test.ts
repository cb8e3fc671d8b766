import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/actor';
import { accountsSeen } from '#lib/accounts/queries';
import { editNeed } from '#lib/needs/commands';
import { historyOfNeed, needById, needsPage } from '#lib/needs/queries';
import { progressOfReviews, reviewById, reviewsSeen } from '#lib/reviews/queries';
import { approved, completeFields, draft, submitted } from '#tests/support/needs';
import { valueOf } from '#tests/support/outcomes';
import { panel } from '#tests/support/panels';
import { administrator, focalPoint, manager, reviewer } from '#tests/support/people';
import { freshRegister } from '#tests/support/register';
import { mintedReview, publishedReview } from '#tests/support/reviews';
import { commands } from '#tests/support/situations';

beforeAll(() => freshRegister());

const others = async (): Promise<Actor[]> => [await focalPoint(await mintedReview()), await reviewer(await mintedReview()), await reviewer(), publicActor];
const idsSeen = async (actor: Actor, reviewId: string) => (await needsPage(actor, { reviewId }, 1)).needs.map(({ id }) => id).toSorted();

describe('reading needs', () => {
  it('a focal point cannot see another State\'s need, in whatever status, before its summary is published', async () => {
    const { review, focal, first } = await panel(await mintedReview({ completedOn: '2022-06-30' }));
    const hidden = [await draft(focal, review), await submitted(focal, review), await approved(focal, first, review)];
    for (const actor of await others()) {
      for (const { id } of hidden) {
        expect(await needById(actor, id)).toEqual(await needById(actor, randomUUID()));
        expect(await historyOfNeed(actor, id)).toEqual([]);
      }
      expect(await needsPage(actor, { reviewId: review.id }, 1)).toEqual({ needs: [], total: 0 });
    }
    expect(await idsSeen(focal, review.id)).toEqual(hidden.map(({ id }) => id).toSorted());
  });

  it('of a published summary everybody sees the approved version, never what is being made of it, nor its history', async () => {
    const { review, focal, first } = await panel(await publishedReview());
    const done = await approved(focal, first, review, { text: 'As approved.' });
    const back = valueOf(await commands.reopen(first, done));
    valueOf(await editNeed(focal, { ...back, fields: { ...completeFields, articles: ['9'], text: 'Not approved yet.' } }));
    await submitted(focal, review, { text: 'Never approved.' });
    for (const actor of await others()) {
      expect(await needById(actor, done.id)).toMatchObject({ status: 'approved', version: 3, working: false, text: 'As approved.', articles: [5] });
      expect((await needsPage(actor, { reviewId: review.id }, 1)).needs).toMatchObject([{ id: done.id, status: 'approved', text: 'As approved.' }]);
      expect((await needsPage(actor, { reviewId: review.id, statuses: ['returned'] }, 1)).total).toBe(0);
      expect((await needsPage(actor, { reviewId: review.id, statuses: ['approved'] }, 1)).total).toBe(1);
      expect((await needsPage(actor, { reviewId: review.id, own: true }, 1)).total).toBe(0);
      expect(await historyOfNeed(actor, done.id)).toEqual([]);
    }
    expect(await needById(focal, done.id)).toMatchObject({ status: 'returned', version: 5, working: true, text: 'Not approved yet.', articles: [9] });
    expect((await needsPage(focal, { reviewId: review.id, statuses: ['approved'] }, 1)).total).toBe(0);
    expect((await historyOfNeed(focal, done.id)).map(({ verb }) => verb)).toEqual(['edit', 'reopen', 'approve', 'submit', 'enter']);
  });

  it('a reviewer sees their own drafts and nobody else\'s', async () => {
    const { review, focal, first, second } = await panel();
    const [hers, own] = [await draft(focal, review), await draft(first, review)];
    expect(await idsSeen(first, review.id)).toEqual([own.id]);
    expect(await idsSeen(second, review.id)).toEqual([]);
    expect(await idsSeen(focal, review.id)).toEqual([hers.id, own.id].toSorted());
  });

  it('the manager sees what is approved, published or not; the administrator sees all as it stands', async () => {
    const { review, focal, first } = await panel();
    const [drafted, sent, done] = [await draft(focal, review), await submitted(focal, review), await approved(focal, first, review)];
    expect(await idsSeen(await manager(), review.id)).toEqual([done.id]);
    expect(await idsSeen(await administrator(), review.id)).toEqual([drafted.id, sent.id, done.id].toSorted());
    expect(await historyOfNeed(await manager(), done.id)).toEqual([]);
  });

  it('pages follow each other without a gap or a repetition, the latest changed first', async () => {
    const { review, focal } = await panel();
    const ids: string[] = [];
    for (let n = 0; n < 7; n += 1) ids.push((await draft(focal, review)).id);
    const pages = [1, 2, 3, 4].map((page) => needsPage(focal, { reviewId: review.id }, page, 3));
    const found = await Promise.all(pages);
    expect(found.map(({ needs }) => needs.length)).toEqual([3, 3, 1, 0]);
    expect(found.map(({ total }) => total)).toEqual([7, 7, 7, 7]);
    const seen = found.flatMap(({ needs }) => needs);
    expect(seen.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(seen.map(({ updatedAt }) => updatedAt)).toEqual(seen.map(({ updatedAt }) => updatedAt).toSorted().toReversed());
  });
});

describe('reading reviews and accounts', () => {
  it('a review is seen as such by its focal point, its reviewers and the secretariat, and by nobody else, published or not', async () => {
    for (const review of [await mintedReview(), await publishedReview()]) {
      for (const actor of [await focalPoint(review), await reviewer(review), await manager(), await administrator()]) {
        expect(await reviewById(actor, review.id)).toMatchObject({ id: review.id, stateCode: review.stateCode });
        expect((await reviewsSeen(actor)).map(({ id }) => id)).toContain(review.id);
      }
      for (const actor of await others()) {
        expect(await reviewById(actor, review.id)).toBeUndefined();
        expect((await reviewsSeen(actor)).map(({ id }) => id)).not.toContain(review.id);
      }
    }
  });

  it('the progress of a review counts what is the reader\'s own work; the manager sees the progress of all', async () => {
    const { review, focal, first } = await panel();
    await draft(focal, review);
    await submitted(focal, review);
    await approved(focal, first, review);
    const progress = async (actor: Actor) => (await progressOfReviews(actor)).get(review.id);
    expect(await progress(focal)).toEqual({ draft: 1, submitted: 1, approved: 1 });
    expect(await progress(first)).toEqual({ submitted: 1, approved: 1 });
    expect(await progress(await manager())).toEqual({ draft: 1, submitted: 1, approved: 1 });
    for (const actor of await others()) expect(await progress(actor)).toBeUndefined();
  });

  it('accounts are listed to the administrator alone, and programs are not among them', async () => {
    const [own, managing] = [await panel(), await manager()];
    for (const actor of [own.focal, own.first, managing, publicActor]) expect(await accountsSeen(actor)).toEqual([]);
    const seen = await accountsSeen(await administrator());
    expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining([own.focal.accountId, own.first.accountId, managing.accountId]));
    expect(seen.map(({ role }) => role)).not.toContain('system');
    expect(JSON.stringify(seen)).not.toContain('password');
  });
});
