import { createHook } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { acceptInvitation, invite } from '#lib/people/accounts/commands';
import { invitationByToken } from '#lib/people/accounts/queries';
import { hashPassword } from '#lib/sessions/passwords';
import { actorOfSession } from '#lib/sessions/sessions';
import type { InvitedRole } from '#lib/base/roles';
import { refusedSignIn, signIn, secondFactorVoluntary } from '#tests/support/factories/credentials';
import { changesOf, revision, verbsOf } from '#tests/support/databases/log-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { administrator, manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { number, row, rows } from '#tests/support/databases/sql';

let admin: Actor;
beforeAll(async () => {
  await freshRegister();
  await secondFactorVoluntary();
  admin = await administrator();
});

let minted = 0;
const newEmail = () => `invited.${(minted += 1)}@example.org`;
const password = 'chosen by the person';
const invited = async (role: InvitedRole, review = '', email = newEmail()) =>
  valueOf(await invite(admin, { email, name: 'Invited Person', role, review }));
const accept = (token: string, chosen = password) =>
  acceptInvitation(publicActor, { token, name: 'Chosen Name', password: chosen });
const accountOf = (email: string) =>
  row<{ id: string }>(
    'select id, name, role, state_id, active, password_hash from account where email = ?',
    [email],
  );
const notFound = { kind: 'not-found' };

describe('an invitation', () => {
  it('binds a focal point to the State of the review, whatever else is sent', async () => {
    const review = await mintedReview();
    const { token, email, reviewId } = await invited('focal-point', review.id);
    expect(reviewId).toBe(review.id);
    const { id } = await accountOf(email);
    expect(await changesOf('account', id)).toMatchObject([
      { verb: 'invite', actorId: admin.accountId, data: { role: 'focal-point' } },
    ]);
    expect(valueOf(await accept(token))).toMatchObject({ email });
    expect(await accountOf(email)).toMatchObject({
      name: 'Chosen Name',
      role: 'focal-point',
      state_id: review.stateId,
    });
    const actor = await actorOfSession(valueOf(await signIn(email, password)).id);
    expect(actor).toMatchObject({
      role: 'focal-point',
      stateId: review.stateId,
      stateCode: review.stateCode,
      reviewIds: [],
    });
    expect(await verbsOf('account', id)).toEqual(['invite', 'accept-invitation']);
  });

  it('assigns a reviewer to the review; inviting them again for another assigns that too, with no second account', async () => {
    const [one, other] = [await mintedReview(), await mintedReview()];
    const { token, email } = await invited('reviewer', one.id);
    valueOf(await accept(token));
    expect(
      valueOf(
        await invite(admin, { email, name: 'Another Name', role: 'reviewer', review: other.id }),
      ),
    ).toMatchObject({ token: '', name: 'Chosen Name' });
    const actor = await actorOfSession(valueOf(await signIn(email, password)).id);
    expect(actor.reviewIds.toSorted()).toEqual([one.id, other.id].toSorted());
    expect(await number('select count(*) from account where email = ?', [email])).toBe(1);
    expect(
      await number(
        `select count(*) from change where verb = 'appoint' and entity = 'assignment' and data like ?`,
        [`%${actor.accountId}%`],
      ),
    ).toBe(2);
  });

  it('of a focal point needs a review, and one that exists', async () => {
    const before = await revision();
    const refused = (review: string) =>
      invite(admin, { email: newEmail(), name: 'N', role: 'focal-point', review });
    expect(failureOf(await refused(''))).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'role', message: 'focalPointNeedsReview' }],
    });
    expect(failureOf(await refused('no-such-review'))).toEqual(notFound);
    expect(await revision()).toBe(before);
  });

  it('is used once; only the hash of its token is stored', async () => {
    const { token, email } = await invited('manager');
    expect(await invitationByToken(publicActor, token)).toMatchObject({
      email,
      purpose: 'invitation',
      role: 'manager',
    });
    expect(JSON.stringify(await rows('select * from invitation'))).not.toContain(token);
    valueOf(await accept(token));
    expect(failureOf(await accept(token, 'chosen by a stranger'))).toEqual(notFound);
    expect(await invitationByToken(publicActor, token)).toBeUndefined();
    valueOf(await signIn(email, password));
    expect(failureOf(await signIn(email, 'chosen by a stranger'))).toEqual(refusedSignIn);
  });

  it('used by several at the same moment is used once', async () => {
    const { token, email } = await invited('manager');
    const outcomes = await Promise.all(
      [1, 2, 3].map((n) => accept(token, `chosen by sender ${n}`)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await verbsOf('account', (await accountOf(email)).id)).toEqual([
      'invite',
      'accept-invitation',
    ]);
  });

  it('expires after fourteen days', async () => {
    const { token, email, days } = await invited('manager');
    const { id } = await accountOf(email);
    const { created_at: from, expires_at: until } = await row<{
      created_at: string;
      expires_at: string;
    }>('select created_at, expires_at from invitation where account_id = ?', [id]);
    expect([days, Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)]).toEqual([
      14, 14,
    ]);
    await rows('update invitation set expires_at = ? where account_id = ?', [
      new Date(Date.now() - 1).toISOString(),
      id,
    ]);
    expect(await invitationByToken(publicActor, token)).toBeUndefined();
    expect(failureOf(await accept(token))).toEqual(notFound);
    expect(await accountOf(email)).toMatchObject({ password_hash: null });
  });

  it('given anew makes the link before it void', async () => {
    const first = await invited('manager');
    const second = await invited('manager', '', first.email);
    expect(failureOf(await accept(first.token))).toEqual(notFound);
    expect(valueOf(await accept(second.token))).toMatchObject({ email: first.email });
  });
});

describe('providers and advisers', () => {
  const about = (role: 'provider' | 'adviser', more: object) => ({
    email: `${role}-${randomUUID()}@example.org`,
    name: 'A person',
    role,
    review: '',
    ...more,
  });

  it('a provider is invited for an organisation, which is entered where it is new', async () => {
    expect(failureOf(await invite(admin, about('provider', {})))).toMatchObject({
      errors: [{ field: 'organisation', message: 'providerNeedsOrganisation' }],
    });
    const name = `Organisation ${randomUUID()}`;
    const [one, two] = [
      about('provider', { organisation: name }),
      about('provider', { organisation: name.toUpperCase() }),
    ];
    valueOf(await invite(admin, one));
    valueOf(await invite(admin, two));
    const found = await rows(
      'select a.organisation_id, o.name from account a join organisation o on o.id = a.organisation_id where a.email in (?, ?)',
      [one.email, two.email],
    );
    expect(found.map(({ name: known }) => known)).toEqual([name, name]);
    expect(failureOf(await invite(admin, { ...one, organisation: 'Another' }))).toMatchObject({
      errors: [{ field: 'email', message: 'emailTaken' }],
    });
  });

  it('an adviser is invited for a region', async () => {
    expect(failureOf(await invite(admin, about('adviser', {})))).toMatchObject({
      errors: [{ field: 'region', message: 'adviserNeedsRegion' }],
    });
    const one = about('adviser', { region: 'APG' as const });
    valueOf(await invite(admin, one));
    expect(
      await rows('select role, region, organisation_id, state_id from account where email = ?', [
        one.email,
      ]),
    ).toEqual([{ role: 'adviser', region: 'APG', organisation_id: null, state_id: null }]);
  });

  it('nobody but the administrator invites them', async () => {
    expect(
      failureOf(await invite(await manager(), about('adviser', { region: 'APG' as const }))),
    ).toEqual({ kind: 'forbidden', why: 'role' });
  });
});

describe('a wrong token', () => {
  it('is refused before its password is hashed, which would take the register a while', async () => {
    let hashed = 0;
    const hook = createHook({
      init: (_id, type) => {
        if (type.includes('ARGON2')) hashed += 1;
      },
    }).enable();
    try {
      await hashPassword(password);
      expect(hashed).toBe(1);
      expect(failureOf(await accept(randomUUID()))).toEqual(notFound);
      expect(hashed).toBe(1);
    } finally {
      hook.disable();
    }
  });
});
