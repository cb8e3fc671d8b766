import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { listAccounts } from '#lib/people/accounts/queries';
import { progressOfReviews, reviewById, listReviews } from '#lib/needs/reviews/queries';
import { approved, draft, submitted } from '#tests/support/factories/needs';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';

beforeAll(() => freshRegister());

const others = async (): Promise<Actor[]> => [
  await focalPoint(await mintedReview()),
  await reviewer(await mintedReview()),
  await reviewer(),
  publicActor,
];

describe('reading reviews and accounts', () => {
  it('a review is seen as such by its focal point, its reviewers and the secretariat, and by nobody else, published or not', async () => {
    for (const review of [await mintedReview(), await publishedReview()]) {
      for (const actor of [
        await focalPoint(review),
        await reviewer(review),
        await manager(),
        await administrator(),
      ]) {
        expect(await reviewById(actor, review.id)).toMatchObject({
          id: review.id,
          stateCode: review.stateCode,
        });
        expect((await listReviews(actor)).map(({ id }) => id)).toContain(review.id);
      }
      for (const actor of await others()) {
        expect(await reviewById(actor, review.id)).toBeUndefined();
        expect((await listReviews(actor)).map(({ id }) => id)).not.toContain(review.id);
      }
    }
  });

  it("the progress of a review counts what is the reader's own work; the manager sees the progress of all", async () => {
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
    for (const actor of [own.focal, own.first, managing, publicActor])
      expect(await listAccounts(actor)).toEqual([]);
    const seen = await listAccounts(await administrator());
    expect(seen.map(({ id }) => id)).toEqual(
      expect.arrayContaining([own.focal.accountId, own.first.accountId, managing.accountId]),
    );
    expect(seen.map(({ role }) => role)).not.toContain('system');
    expect(JSON.stringify(seen)).not.toContain('password');
  });
});
