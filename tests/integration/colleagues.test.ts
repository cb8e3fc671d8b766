import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { acceptInvitation } from '#lib/people/accounts/commands';
import { invitationByToken } from '#lib/people/accounts/queries';
import { actorOfSession } from '#lib/sessions/sessions';
import {
  deactivateAccount,
  deactivateContributor,
  inviteContributor,
  reactivateAccount,
} from '#lib/people/colleagues/commands';
import { listColleagues } from '#lib/people/colleagues/queries';
import { answerArticles, declareComplete } from '#lib/needs/reviews/answers';
import { autosaveNeed, autosaveOf } from '#lib/needs/entry/autosave';
import { refusedSignIn, signIn } from '#tests/support/factories/credentials';
import { changesOf, revision, verbsOf } from '#tests/support/databases/log-rows';
import { completeFields, draft } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import {
  administrator,
  again,
  contributor,
  focalPoint,
  manager,
  reviewer,
} from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, type MintedReview } from '#tests/support/factories/reviews';
import { number, row, rows } from '#tests/support/databases/sql';

let admin: Actor;
beforeAll(async () => {
  await freshRegister();
  admin = await administrator();
});

const notFound = { kind: 'not-found' };
const role = { kind: 'forbidden', why: 'role' };
const password = 'chosen by the person';
const newEmail = () => `${randomUUID()}@example.org`;
const accept = (token: string, chosen = password) =>
  acceptInvitation(publicActor, { token, name: 'Chosen Name', password: chosen });
const accountOf = (email: string) =>
  row<{ id: string }>(
    'select id, role, state_id, active, password_hash from account where email = ?',
    [email],
  );
const joined = async (...people: readonly Actor[]) => {
  for (const { accountId } of people)
    await rows(`update account set password_hash = 'joined' where id = ?`, [accountId]);
};

describe('a contributor', () => {
  it('is invited by a focal point for the own State, joins by the link, enters a draft, and signs nothing', async () => {
    const review = await mintedReview();
    const focal = await focalPoint(review);
    const { token, email, days } = valueOf(
      await inviteContributor(focal, { email: newEmail(), name: 'Helping Hand' }),
    );
    expect(days).toBe(14);
    valueOf(await accept(token));
    const account = await accountOf(email);
    expect(account).toMatchObject({ role: 'contributor', state_id: review.stateId, active: 1 });
    expect(await changesOf('account', account.id)).toMatchObject([
      { verb: 'invite', actorId: focal.accountId, data: { role: 'contributor' } },
      { verb: 'accept-invitation', actorId: account.id },
    ]);
    const actor = await actorOfSession(valueOf(await signIn(email, password)).id);
    expect(actor).toMatchObject({
      role: 'contributor',
      stateId: review.stateId,
      stateCode: review.stateCode,
    });
    await draft(actor, review);
    expect(failureOf(await answerArticles(actor, { id: review.id, articles: [5] }))).toEqual(role);
    expect(failureOf(await declareComplete(actor, { id: review.id, chapter: 'II' }))).toEqual(role);
  });

  it('who has not joined yet gets a new link by being invited again, and the one before is void', async () => {
    const focal = await focalPoint(await mintedReview());
    const first = valueOf(await inviteContributor(focal, { email: newEmail(), name: 'N' }));
    const second = valueOf(await inviteContributor(focal, { email: first.email, name: 'N' }));
    expect(await invitationByToken(publicActor, first.token)).toBeUndefined();
    valueOf(await accept(second.token));
    expect(
      failureOf(await inviteContributor(focal, { email: first.email, name: 'N' })),
    ).toMatchObject({ errors: [{ field: 'email', message: 'emailTaken' }] });
  });

  it('is never made of somebody who has another account', async () => {
    const review = await mintedReview();
    const focal = await focalPoint(review);
    const others = [
      await focalPoint(review),
      await contributor(await mintedReview()),
      await reviewer(review),
      await manager(),
      admin,
    ];
    for (const { accountId } of others) {
      const before = await row('select * from account where id = ?', [accountId]);
      const outcome = await inviteContributor(focal, {
        email: `${accountId}@example.org`,
        name: 'N',
      });
      // Those of the own State are in the list anyway; of others a focal point learns nothing.
      if (accountId === others[0]!.accountId)
        expect(failureOf(outcome)).toMatchObject({
          errors: [{ field: 'email', message: 'emailTaken' }],
        });
      else expect(await invitationByToken(focal, valueOf(outcome).token)).toBeUndefined();
      expect(await row('select * from account where id = ?', [accountId])).toEqual(before);
    }
  });

  it('is invited by focal points alone', async () => {
    const review = await mintedReview();
    const others = [
      await contributor(review),
      await reviewer(review),
      await manager(),
      admin,
      publicActor,
    ];
    const before = [await revision(), await number('select count(*) from account')];
    for (const who of others)
      expect(failureOf(await inviteContributor(who, { email: newEmail(), name: 'N' }))).toEqual(
        role,
      );
    expect([await revision(), await number('select count(*) from account')]).toEqual(before);
  });
});

describe('closing an account', () => {
  const people = async (review: MintedReview) => ({
    focal: await focalPoint(review),
    helping: await contributor(review),
  });

  it('of a contributor ends sessions and links at once, and what was typed and not saved goes to the focal point', async () => {
    const review = await mintedReview();
    const { focal, helping } = await people(review);
    const id = randomUUID();
    valueOf(
      await autosaveNeed(helping, {
        id,
        reviewId: review.id,
        version: 0,
        fields: { ...completeFields, text: 'Half a sentence' },
        sheet: null,
      }),
    );
    valueOf(await deactivateContributor(focal, { accountId: helping.accountId! }));
    expect(await again(helping)).toEqual(publicActor);
    expect((await autosaveOf(focal, id))?.fields.text).toBe('Half a sentence');
    expect(await changesOf('account', helping.accountId!)).toMatchObject([
      { verb: 'deactivate', actorId: focal.accountId },
    ]);
    expect(
      failureOf(await deactivateContributor(focal, { accountId: helping.accountId! })),
    ).toEqual(notFound);
    const invited = valueOf(await inviteContributor(focal, { email: newEmail(), name: 'N' }));
    valueOf(await deactivateContributor(focal, { accountId: (await accountOf(invited.email)).id }));
    expect(failureOf(await accept(invited.token))).toEqual(notFound);
  });

  it('is taken back by inviting anew: the password of before opens nothing', async () => {
    const focal = await focalPoint(await mintedReview());
    const { token, email } = valueOf(
      await inviteContributor(focal, { email: newEmail(), name: 'N' }),
    );
    valueOf(await accept(token));
    valueOf(await deactivateContributor(focal, { accountId: (await accountOf(email)).id }));
    expect(failureOf(await signIn(email, password))).toEqual(refusedSignIn);
    const anew = valueOf(await inviteContributor(focal, { email, name: 'N' }));
    expect(failureOf(await signIn(email, password))).toEqual(refusedSignIn);
    valueOf(await accept(anew.token, 'another password chosen'));
    valueOf(await signIn(email, 'another password chosen'));
  });

  it('a focal point closes no other account than those of the own State’s contributors', async () => {
    const review = await mintedReview();
    const { focal, helping } = await people(review);
    const others = [
      await focalPoint(review),
      focal,
      await contributor(await mintedReview()),
      await reviewer(review),
      admin,
    ];
    for (const { accountId } of others)
      expect(failureOf(await deactivateContributor(focal, { accountId: accountId! }))).toEqual(
        notFound,
      );
    expect(failureOf(await deactivateContributor(focal, { accountId: randomUUID() }))).toEqual(
      notFound,
    );
    for (const who of [helping, await reviewer(review), await manager(), publicActor]) {
      for (const close of [deactivateAccount, deactivateContributor])
        expect(failureOf(await close(who, { accountId: helping.accountId! }))).toEqual(role);
      expect(failureOf(await reactivateAccount(who, { accountId: helping.accountId! }))).toEqual(
        role,
      );
    }
    expect(failureOf(await deactivateAccount(focal, { accountId: helping.accountId! }))).toEqual(
      role,
    );
    expect(
      failureOf(await deactivateContributor(admin, { accountId: helping.accountId! })),
    ).toEqual(role);
    for (const who of [...others, helping])
      expect(await row('select active from account where id = ?', [who.accountId])).toEqual({
        active: 1,
      });
  });

  it('the administrator closes and opens any but the own, and that of a State’s only focal point', async () => {
    const { focal, first } = await panel();
    const colleague = await focalPoint({ stateId: focal.stateId! });
    await joined(focal);
    expect(failureOf(await deactivateAccount(admin, { accountId: admin.accountId! }))).toEqual(
      notFound,
    );
    // A colleague who has not joined yet cannot take over.
    expect(
      failureOf(await deactivateAccount(admin, { accountId: focal.accountId! })),
    ).toMatchObject({ errors: [{ field: '', message: 'lastFocalPoint' }] });
    await joined(colleague);
    valueOf(await deactivateAccount(admin, { accountId: focal.accountId! }));
    expect(
      failureOf(await deactivateAccount(admin, { accountId: colleague.accountId! })),
    ).toMatchObject({ errors: [{ message: 'lastFocalPoint' }] });
    valueOf(await deactivateAccount(admin, { accountId: first.accountId! }));
    expect(await again(first)).toEqual(publicActor);
    valueOf(await reactivateAccount(admin, { accountId: first.accountId! }));
    expect(failureOf(await reactivateAccount(admin, { accountId: first.accountId! }))).toEqual(
      notFound,
    );
    expect(await verbsOf('account', first.accountId!)).toEqual(['deactivate', 'reactivate']);
  });

  it('of two focal points who would be closed at the same moment, one stays', async () => {
    const { focal } = await panel();
    const colleague = await focalPoint({ stateId: focal.stateId! });
    await joined(focal, colleague);
    const outcomes = await Promise.all(
      [focal, colleague].map(({ accountId }) =>
        deactivateAccount(admin, { accountId: accountId! }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      await number(
        `select count(*) from account where state_id = ? and role = 'focal-point' and active = (1 = 1)`,
        [focal.stateId],
      ),
    ).toBe(1);
  });
});

describe('the list of colleagues', () => {
  it('holds the people of the own State, for its focal points alone', async () => {
    const review = await mintedReview();
    const [focal, helping] = [
      await focalPoint(review, 'Focal'),
      await contributor(review, 'Helping'),
    ];
    await focalPoint(await mintedReview());
    expect((await listColleagues(focal)).map(({ name, role: as }) => [name, as])).toEqual([
      ['Focal', 'focal-point'],
      ['Helping', 'contributor'],
    ]);
    for (const who of [helping, await reviewer(review), await manager(), admin, publicActor])
      expect(await listColleagues(who)).toEqual([]);
  });
});
