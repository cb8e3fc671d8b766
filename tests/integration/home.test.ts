import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { countWorkedActivities } from '#lib/assistance/activities/queries';
import { countOwnMatches } from '#lib/assistance/matches/queries';
import { commentOnNeed } from '#lib/needs/comments/commands';
import { commentedNeeds } from '#lib/needs/comments/queries';
import { objectToRecoding, recodeNeed } from '#lib/needs/entry/commands';
import { peopleOverview } from '#lib/people/accounts/overview-queries';
import { longWaitDays, longWaits } from '#lib/review/progress/queries';
import { objectedNeeds, recodedNeeds, reviewsToDecide } from '#lib/review/queue/queries';
import { today } from '#lib/text/dates';
import { number } from '#tests/support/databases/sql';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { accepted, answering } from '#tests/support/factories/matches';
import { completeFields, submitted } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager, signedIn } from '#tests/support/factories/people';
import { mintedReview } from '#tests/support/factories/reviews';

beforeAll(() => freshRegister());

const idsOf = (needs: readonly { id: string }[]) => needs.map(({ id }) => id);

describe('the home page', () => {
  it('tells a reviewer what to decide, by review, and leaves out what another must decide', async () => {
    const { review, focal, first, second } = await panel();
    const one = await submitted(focal, review);
    await submitted(focal, review);
    expect(await reviewsToDecide(first)).toMatchObject([{ id: review.id, needs: 2 }]);
    valueOf(
      await recodeNeed(first, {
        ...one,
        fields: { ...completeFields, articles: ['8'] },
        reason: 'It is about article 8.',
      }),
    );
    expect(await reviewsToDecide(first)).toMatchObject([{ needs: 1 }]);
    expect(await reviewsToDecide(second)).toMatchObject([{ needs: 2 }]);
    expect(await reviewsToDecide(focal)).toEqual([]);
  });

  it('shows a State its recoded needs until it objects, and the objection to the reviewers', async () => {
    const { review, focal, first, second } = await panel();
    const one = await submitted(focal, review);
    const recoded = valueOf(
      await recodeNeed(first, {
        ...one,
        fields: { ...completeFields, articles: ['8'] },
        reason: 'It is about article 8.',
      }),
    );
    expect(idsOf(await recodedNeeds(focal, 5))).toEqual([one.id]);
    expect(await recodedNeeds(await focalPoint(await mintedReview()), 5)).toEqual([]);
    valueOf(await objectToRecoding(focal, { ...recoded, reason: 'It is not.' }));
    expect(await recodedNeeds(focal, 5)).toEqual([]);
    expect(idsOf(await objectedNeeds(second, 5))).toEqual([one.id]);
    expect(await objectedNeeds(focal, 5)).toEqual([]);
  });

  it('shows the open comments of others, and internal ones to nobody of the State', async () => {
    const { review, focal, first, second } = await panel();
    const { id } = await submitted(focal, review);
    const said = (text: string, internal: boolean) => ({
      id,
      comment: randomUUID(),
      field: null,
      internal,
      text,
    });
    valueOf(await commentOnNeed(first, said('Among ourselves.', true)));
    expect(await commentedNeeds(focal, 5)).toEqual([]);
    valueOf(await commentOnNeed(first, said('To the State.', false)));
    expect(await commentedNeeds(focal, 5)).toMatchObject([{ id, count: 1 }]);
    expect(await commentedNeeds(second, 5)).toMatchObject([{ id, count: 2 }]);
    expect(await commentedNeeds(first, 5)).toEqual([]);
    expect(await commentedNeeds(publicActor, 5)).toEqual([]);
  });

  it('shows the secretariat what waits for more than thirty days', async () => {
    const { review, focal } = await panel();
    await submitted(focal, review);
    const by = await manager();
    const of = async (day: string) =>
      (await longWaits(by, day)).filter(({ id }) => id === review.id);
    const later = new Date(Date.now() + (longWaitDays + 2) * 86_400_000).toISOString();
    expect(await of(today())).toEqual([]);
    expect(await of(later.slice(0, 10))).toMatchObject([{ whose: 'reviewer', needs: 1 }]);
    expect(await longWaits(focal, later.slice(0, 10))).toEqual([]);
  });

  it('tells an administrator of reviews without people, and nobody else', async () => {
    const admin = await administrator();
    const before = (await peopleOverview(admin))!;
    const review = await mintedReview();
    expect((await peopleOverview(admin))!.withoutFocalPoint).toBe(before.withoutFocalPoint + 1);
    const focal = await focalPoint(review);
    const after = (await peopleOverview(admin))!;
    expect(after.withoutFocalPoint).toBe(before.withoutFocalPoint);
    expect(after.withoutReviewer).toBe(before.withoutReviewer + 1);
    expect(await peopleOverview(focal)).toBeUndefined();
  });

  it('counts the claims and activities of each side', async () => {
    const scene = await answering({});
    expect(await countWorkedActivities(publicActor, 'all')).toBe(0);
    await accepted(scene);
    const focal = await focalPoint(scene.review);
    expect(await countOwnMatches(focal, 'accepted')).toBe(1);
    expect(await countOwnMatches(focal, 'proposed')).toBe(0);
    // The people of the State were told.
    const mail = "select count(*) from outbox where kind = 'claimed' and account_id = ?";
    expect(await number(mail, [scene.focal.accountId!])).toBe(1);
    expect(await countOwnMatches(publicActor, 'accepted')).toBe(0);
    expect(await countOwnMatches(await signedIn({ role: 'reviewer' }), 'accepted')).toBe(0);
  });
});
