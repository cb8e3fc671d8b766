import { beforeAll, expect, it } from 'vitest';
import { enterNeed, submitNeed } from '#lib/needs/entry/commands';
import { needById } from '#lib/needs/store/queries';
import { countToDecide, queueNeighbours } from '#lib/review/queue/queries';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { completeFields, submitted } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { focalPoint, reviewer } from '#tests/support/factories/people';
import { mintedReview } from '#tests/support/factories/reviews';

beforeAll(() => freshRegister());

it('after the last need of the queue comes the first one, until none but it waits', async () => {
  const review = await mintedReview();
  const [focal, by] = [await focalPoint(review), await reviewer(review)];
  const nextOf = async (id: string) =>
    (await queueNeighbours(by, (await needById(by, id))!)).next?.id;
  const { id: one } = await submitted(focal, review);
  expect(await nextOf(one)).toBeUndefined();
  await new Promise((resolve) => setTimeout(resolve, 5));
  const { id: two } = await submitted(focal, review);
  expect([await nextOf(one), await nextOf(two)]).toEqual([two, one]);
});

it('what a reviewer entered is not counted as theirs to decide', async () => {
  const review = await mintedReview();
  const [focal, by] = [await focalPoint(review), await reviewer(review)];
  await submitted(focal, review);
  expect(await countToDecide(by)).toBe(1);
  const id = crypto.randomUUID();
  const own = valueOf(await enterNeed(by, { id, reviewId: review.id, fields: completeFields }));
  valueOf(await submitNeed(by, own));
  expect([await countToDecide(by), await countToDecide(await reviewer(review))]).toEqual([1, 2]);
});
