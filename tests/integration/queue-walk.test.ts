import { beforeAll, expect, it } from 'vitest';
import { enterNeed, submitNeed } from '#lib/needs/entry/commands';
import { needById } from '#lib/needs/store/queries';
import { countToDecide, queueNeighbours } from '#lib/review/queue/queries';
import { loadListChoices, pageOfNeeds } from '#lib/needs/lists/list-queries';
import { parseListParameters, toListQuery } from '#lib/needs/lists/list-parameters';
import { rows } from '#tests/support/databases/sql';
import { commands } from '#tests/support/factories/situations';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { approved, completeFields, submitted } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { again, focalPoint, reviewer } from '#tests/support/factories/people';
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

it('the walk passes over what another reviewer must decide, and says that it waits for them', async () => {
  const review = await mintedReview();
  const [focal, by] = [await focalPoint(review), await reviewer(review)];
  const { id: mine } = await submitted(focal, review);
  const id = crypto.randomUUID();
  const own = valueOf(await enterNeed(by, { id, reviewId: review.id, fields: completeFields }));
  valueOf(await submitNeed(by, own));
  const seen = async (of: string) => {
    const { next, previous, forOthers } = await queueNeighbours(by, (await needById(by, of))!);
    return [previous?.id, next?.id, forOthers];
  };
  expect([await seen(mine), await seen(own.id)]).toEqual([
    [undefined, undefined, 1],
    [mine, mine, 0],
  ]);
  expect(await countToDecide(by)).toBe(1);
});

it('an approved need whose withdrawal is asked for waits for the reviewer, too', async () => {
  const review = await mintedReview();
  const [focal, by] = [await focalPoint(review), await reviewer(review)];
  const counted = await approved(focal, by, review);
  const { id } = await submitted(focal, review);
  expect(await countToDecide(await again(by))).toBe(1);
  valueOf(await commands['request-withdrawal'](focal, counted));
  expect(await countToDecide(await reviewer(review))).toBe(2);
  const other = await reviewer(review);
  expect((await queueNeighbours(other, (await needById(other, id))!)).next?.id).toBe(counted.id);
});

it('the queue leaves out what waits in a closed review, for nobody can decide on it', async () => {
  const review = await mintedReview();
  const [focal, by] = [await focalPoint(review), await reviewer(review)];
  await submitted(focal, review);
  const inQueue = async () =>
    (
      await pageOfNeeds(
        by,
        toListQuery(parseListParameters({}, (await loadListChoices(by)).known).parameters),
      )
    ).needs.length;
  expect(await inQueue()).toBe(1);
  await rows(`update review set closed_at = '2026-01-01T00:00:00.000Z' where id = '${review.id}'`);
  expect(await inQueue()).toBe(0);
});
