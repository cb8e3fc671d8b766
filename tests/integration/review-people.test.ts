import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import {
  appointReviewer,
  createReview,
  publishSummary,
  releaseReviewer,
  setCompletion,
} from '#lib/needs/reviews/commands';
import { changesOf, revision } from '#tests/support/databases/log-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import {
  administrator,
  again,
  focalPoint,
  manager,
  reviewer,
  signedIn,
} from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, mintedState } from '#tests/support/factories/reviews';
import { number, row, rows } from '#tests/support/databases/sql';

let actor: Actor;
beforeAll(async () => {
  await freshRegister();
  actor = await administrator();
});

const assignments = (id: string) =>
  rows('select id, account_id, ended_at from assignment where review_id = ?', [id]);

describe('appointing and releasing reviewers', () => {
  it('appointing assigns the review, releasing ends it, appointing again takes it up; each leaves a change', async () => {
    const { id } = await mintedReview();
    const person = await reviewer();
    const accountId = person.accountId!;
    valueOf(await appointReviewer(actor, { id, accountId }));
    expect((await again(person)).reviewIds).toEqual([id]);
    valueOf(await releaseReviewer(actor, { id, accountId }));
    expect((await again(person)).reviewIds).toEqual([]);
    valueOf(await appointReviewer(actor, { id, accountId }));
    expect((await again(person)).reviewIds).toEqual([id]);
    const [assigned, ...more] = await assignments(id);
    expect(assigned).toMatchObject({ account_id: accountId, ended_at: null });
    expect(more).toEqual([]);
    const data = { reviewId: id, accountId };
    expect(await changesOf('assignment', String(assigned!.id))).toMatchObject([
      { verb: 'appoint', actorId: actor.accountId, data },
      { verb: 'release', actorId: actor.accountId, data },
      { verb: 'appoint', actorId: actor.accountId, data },
    ]);
  });

  it('appointing somebody who is appointed changes nothing', async () => {
    const review = await mintedReview();
    const person = await reviewer(review);
    const before = await revision();
    valueOf(await appointReviewer(actor, { id: review.id, accountId: person.accountId! }));
    expect(await assignments(review.id)).toHaveLength(1);
    expect(await revision()).toBe(before);
  });

  it('only an active reviewer can be appointed', async () => {
    const review = await mintedReview();
    const inactive = await reviewer();
    await rows('update account set active = (1 = 0) where id = ?', [inactive.accountId]);
    const others = [
      inactive.accountId,
      (await focalPoint(review)).accountId,
      (await manager()).accountId,
      actor.accountId,
      randomUUID(),
    ];
    for (const accountId of others) {
      expect(
        failureOf(await appointReviewer(actor, { id: review.id, accountId: accountId! })),
      ).toMatchObject({
        kind: 'invalid',
        errors: [{ field: 'accountId', message: 'chooseReviewer' }],
      });
    }
    expect(await assignments(review.id)).toEqual([]);
  });

  it('releasing somebody who is not appointed, or from another review, finds nothing', async () => {
    const [review, other] = [await mintedReview(), await mintedReview()];
    const person = await reviewer(other);
    const before = await revision();
    expect(
      failureOf(await releaseReviewer(actor, { id: review.id, accountId: person.accountId! })),
    ).toEqual({ kind: 'not-found' });
    expect((await again(person)).reviewIds).toEqual([other.id]);
    expect(await revision()).toBe(before);
  });

  it('the same appointment sent several times at the same moment is one', async () => {
    const { id } = await mintedReview();
    await Promise.all([1, 2, 3].map(() => mintedReview()));
    const { accountId } = await signedIn({ role: 'reviewer' });
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => appointReviewer(actor, { id, accountId: accountId! })),
    );
    expect(outcomes.map(valueOf)).toEqual([{ id }, { id }, { id }]);
    expect(await assignments(id)).toHaveLength(1);
  });
});

describe('two administrators at one review', () => {
  it('the first wins; the second is told that it has moved, and writes nothing', async () => {
    const { id } = await mintedReview();
    valueOf(await setCompletion(actor, { id, version: 1, completedOn: '2022-03-01', symbol: '' }));
    const before = await revision();
    expect(
      failureOf(
        await setCompletion(await administrator(), {
          id,
          version: 1,
          completedOn: '2022-04-01',
          symbol: '',
        }),
      ),
    ).toEqual({ kind: 'conflict', why: 'moved' });
    expect(failureOf(await publishSummary(actor, { id, version: 1 }))).toEqual({
      kind: 'conflict',
      why: 'moved',
    });
    expect(
      await row('select completed_on, published_on, version from review where id = ?', [id]),
    ).toEqual({ completed_on: '2022-03-01', published_on: null, version: 2 });
    expect(await revision()).toBe(before);
  });

  it('of ten datings at the same moment one wins', async () => {
    const { id } = await mintedReview();
    const days = Array.from({ length: 10 }, (_, i) => `2022-03-${10 + i}`);
    const outcomes = await Promise.all(
      days.map((completedOn) => setCompletion(actor, { id, version: 1, completedOn, symbol: '' })),
    );
    const won = outcomes.flatMap(({ ok }, i) => (ok ? [days[i]] : []));
    expect(won).toHaveLength(1);
    expect(
      await rows(
        'select version, completed_on from review_version where review_id = ? order by version',
        [id],
      ),
    ).toEqual([
      { version: 1, completed_on: null },
      { version: 2, completed_on: won[0] },
    ]);
  });
});

describe('who may', () => {
  it("reviews are the administrator's: those who see one are told that their role may not, the others that there is none", async () => {
    const review = await mintedReview({ completedOn: '2022-03-01' });
    const { id, version } = review;
    const { accountId } = await reviewer();
    const { stateCode } = await mintedState();
    const insiders = [await focalPoint(review), await reviewer(review), await manager()];
    const outsiders = [
      await focalPoint(await mintedReview()),
      await reviewer(await mintedReview()),
      publicActor,
    ];
    const before = [await revision(), await number('select count(*) from assignment')];
    const attempts = (who: Actor, to = id) => [
      () => setCompletion(who, { id: to, version, completedOn: '2022-04-01', symbol: '' }),
      () => publishSummary(who, { id: to, version }),
      () => appointReviewer(who, { id: to, accountId: accountId! }),
      () => releaseReviewer(who, { id: to, accountId: insiders[1]!.accountId! }),
    ];
    for (const who of insiders)
      for (const attempt of attempts(who))
        expect(failureOf(await attempt())).toEqual({ kind: 'forbidden', why: 'role' });
    for (const who of outsiders)
      for (const attempt of attempts(who))
        expect(failureOf(await attempt())).toEqual({ kind: 'not-found' });
    for (const attempt of attempts(actor, randomUUID()))
      expect(failureOf(await attempt())).toEqual({ kind: 'not-found' });
    for (const who of [...insiders, ...outsiders])
      expect(
        failureOf(await createReview(who, { state: stateCode, cycle: 2, region: null })),
      ).toEqual({ kind: 'forbidden', why: 'role' });
    expect([await revision(), await number('select count(*) from assignment')]).toEqual(before);
  });
});
