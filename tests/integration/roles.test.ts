import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { acceptInvitation, invite, resetPassword } from '#lib/people/accounts/commands';
import { acceptanceSchema } from '#lib/people/accounts/schema';
import type { InvitedRole } from '#lib/base/roles';
import { personWithPassword, refusedSignIn, signIn } from '#tests/support/factories/credentials';
import { changesOf, revision, verbsOf } from '#tests/support/databases/log-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import {
  administrator,
  again,
  focalPoint,
  manager,
  reviewer,
} from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { number, row, rows } from '#tests/support/databases/sql';

let admin: Actor;
beforeAll(async () => {
  await freshRegister();
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
const emailTaken = {
  kind: 'invalid',
  errors: [{ field: 'email', message: 'emailTaken', values: undefined }],
};

describe('what an invitation cannot do', () => {
  it('takes no role, no State and no address from whoever accepts it', async () => {
    const review = await mintedReview();
    const { token, email } = await invited('reviewer', review.id);
    const crafted = {
      token,
      name: 'Mallory',
      password,
      role: 'administrator',
      email: 'mallory@example.org',
      stateId: review.stateId,
      active: '1',
      id: admin.accountId,
    };
    const read = acceptanceSchema.parse(crafted);
    expect(read).toEqual({ token, name: 'Mallory', password });
    valueOf(await acceptInvitation(publicActor, { ...crafted, ...read }));
    expect(await accountOf(email)).toMatchObject({
      name: 'Mallory',
      role: 'reviewer',
      state_id: null,
    });
    expect(await again(admin)).toMatchObject({ role: 'administrator' });
  });

  it('does not change the role or the State of somebody who is known', async () => {
    const [one, other] = [await mintedReview(), await mintedReview()];
    const { token, email } = await invited('focal-point', one.id);
    valueOf(await accept(token));
    for (const [role, review] of [
      ['administrator', ''],
      ['reviewer', one.id],
      ['focal-point', other.id],
      ['focal-point', one.id],
    ] as const) {
      expect(failureOf(await invite(admin, { email, name: 'N', role, review }))).toEqual(
        emailTaken,
      );
    }
    const program = await row<{ email: string }>(
      `select email from account where role = 'system' and name = 'Register'`,
    );
    expect(
      failureOf(
        await invite(admin, { email: program.email, name: 'N', role: 'administrator', review: '' }),
      ),
    ).toEqual(emailTaken);
    expect(await accountOf(email)).toMatchObject({ role: 'focal-point', state_id: one.stateId });
  });

  it('sent twice at the same moment makes one account', async () => {
    const email = newEmail();
    await Promise.all([1, 2, 3].map(() => mintedReview()));
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => invite(admin, { email, name: 'N', role: 'manager', review: '' })),
    );
    for (const outcome of outcomes) expect(valueOf(outcome)).toMatchObject({ email });
    expect(await verbsOf('account', (await accountOf(email)).id)).toEqual(['invite']);
  });
});

describe('a reset', () => {
  it('lets the person choose a new password and ends their sessions; the old password holds until then', async () => {
    const known = await personWithPassword();
    const { token, days } = valueOf(await resetPassword(admin, { accountId: known.accountId }));
    expect(days).toBe(1);
    valueOf(await signIn(known.email));
    expect(await again(known.actor)).toEqual(known.actor);
    valueOf(await accept(token));
    expect(await again(known.actor)).toEqual(publicActor);
    expect(failureOf(await signIn(known.email))).toEqual(refusedSignIn);
    valueOf(await signIn(known.email, password));
    expect(failureOf(await accept(token, 'another password'))).toEqual(notFound);
    expect(await changesOf('account', known.accountId)).toMatchObject([
      { verb: 'reset-password', actorId: admin.accountId },
      { verb: 'choose-password', actorId: known.accountId },
    ]);
  });

  it('of somebody who never signed up is a new invitation', async () => {
    const { email, token } = await invited('manager');
    const anew = valueOf(await resetPassword(admin, { accountId: (await accountOf(email)).id }));
    expect(anew.days).toBe(14);
    expect(failureOf(await accept(token))).toEqual(notFound);
    valueOf(await accept(anew.token));
  });

  it('does not open an account that was deactivated', async () => {
    const known = await personWithPassword();
    await rows('update account set active = (1 = 0) where id = ?', [known.accountId]);
    const outcome = await resetPassword(admin, { accountId: known.accountId });
    if (outcome.ok) await accept(outcome.value.token);
    expect(failureOf(await signIn(known.email, password))).toEqual(refusedSignIn);
    expect(await again(known.actor)).toEqual(publicActor);
  });

  it('of a program or of nobody finds nothing', async () => {
    const program = await row<{ id: string }>(
      `select id from account where role = 'system' and name = 'Register'`,
    );
    const before = await revision();
    for (const accountId of [program.id, randomUUID(), ''])
      expect(failureOf(await resetPassword(admin, { accountId }))).toEqual(notFound);
    expect(await revision()).toBe(before);
  });
});

describe('only the administrator', () => {
  it('invites and resets; nobody else does, and nothing is left of it', async () => {
    const review = await mintedReview();
    const known = await personWithPassword();
    const before = await revision();
    for (const who of [
      await focalPoint(review),
      await reviewer(review),
      await manager(),
      publicActor,
    ]) {
      const [now, accounts] = [await revision(), await number('select count(*) from account')];
      for (const role of ['administrator', 'manager', 'reviewer', 'focal-point'] as const) {
        expect(
          failureOf(await invite(who, { email: newEmail(), name: 'N', role, review: review.id })),
        ).toEqual({ kind: 'forbidden', why: 'role' });
      }
      expect(failureOf(await resetPassword(who, { accountId: known.accountId }))).toEqual({
        kind: 'forbidden',
        why: 'role',
      });
      expect([await revision(), await number('select count(*) from account')]).toEqual([
        now,
        accounts,
      ]);
    }
    expect(
      await number('select count(*) from invitation where account_id = ?', [known.accountId]),
    ).toBe(0);
    expect(await revision()).toBeGreaterThanOrEqual(before);
  });
});
