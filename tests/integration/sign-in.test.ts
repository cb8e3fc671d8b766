import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sessionHash } from '#db/session-hash';
import { publicActor } from '#lib/base/actor';
import { globalSingleton } from '#lib/base/global-singleton';
import { acceptInvitation, resetPassword } from '#lib/people/accounts/commands';
import { actorOfSession, beginSession } from '#lib/sessions/sessions';
import {
  personWithPassword,
  refusedSignIn,
  rightPassword,
  rightPasswordHash,
  signIn,
  secondFactorVoluntary,
} from '#tests/support/factories/credentials';
import { eventsOf, revision } from '#tests/support/databases/log-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { signedIn } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number, row, rows } from '#tests/support/databases/sql';

beforeAll(async () => {
  await freshRegister();
  await secondFactorVoluntary();
});

const sessionsOf = (accountId: string) =>
  number('select count(*) from session where account_id = ?', [accountId]);

// The clock stands still but where a test moves a try into the past, so that no wait is over because
// the machine is slow.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('signing in', () => {
  it('with the right password begins a session of twelve hours and is written down', async () => {
    const { accountId, email } = await personWithPassword();
    const before = await revision();
    const begun = valueOf(await signIn(email));
    expect(begun).toEqual({ id: begun.id, accountId, locale: null });
    expect(await actorOfSession(begun.id)).toMatchObject({
      role: 'manager',
      accountId,
      sessionId: begun.id,
    });
    const { created_at: from, expires_at: until } = await row<{
      created_at: string;
      expires_at: string;
    }>('select created_at, expires_at from session where id = ?', [sessionHash(begun.id)]);
    expect(Date.parse(until) - Date.parse(from)).toBe(12 * 3_600_000);
    expect(await eventsOf(accountId)).toEqual(['sign-in']);
    expect(await revision()).toBe(before);
  });

  it('with a wrong password, an unknown address or an account that is not active answers all the same and begins nothing', async () => {
    const [known, inactive, invited] = [
      await personWithPassword(),
      await personWithPassword(),
      await signedIn({ role: 'manager' }),
    ];
    await rows('update account set active = (1 = 0) where id = ?', [inactive.accountId]);
    const outcomes = [
      await signIn(known.email, 'another long password'),
      await signIn(known.email, rightPassword.toUpperCase()),
      await signIn(known.email, `${rightPassword} `),
      await signIn(known.email, ''),
      await signIn(`${randomUUID()}@example.org`),
      await signIn(inactive.email),
      await signIn(`${invited.accountId}@example.org`),
      await signIn(`${invited.accountId}@example.org`, ''),
    ];
    for (const outcome of outcomes) expect(failureOf(outcome)).toEqual(refusedSignIn);
    expect(
      (await sessionsOf(known.accountId)) +
        (await sessionsOf(inactive.accountId)) +
        (await sessionsOf(invited.accountId!)),
    ).toBe(3);
    expect(await eventsOf(known.accountId)).toEqual([
      'sign-in-refused',
      'sign-in-refused',
      'sign-in-refused',
      'sign-in-refused',
    ]);
    expect(await eventsOf(inactive.accountId)).toEqual(['sign-in-refused']);
  });

  it('as a program is refused, even if somebody gave it a password', async () => {
    const { id, email } = await row<{ id: string; email: string }>(
      `select id, email from account where role = 'system' and name = 'Register'`,
    );
    expect(failureOf(await signIn(email))).toEqual(refusedSignIn);
    await rows('update account set password_hash = ? where id = ?', [
      await rightPasswordHash(),
      id,
    ]);
    expect(failureOf(await signIn(email))).toEqual(refusedSignIn);
    await rows('update account set active = (1 = 1) where id = ?', [id]);
    const outcome = await signIn(email);
    expect(outcome.ok ? await actorOfSession(outcome.value.id) : publicActor).toEqual(publicActor);
  });

  /** Makes the last try with a key so many seconds old. One in the future has just been made. */
  const age = async (key: string, seconds: number) =>
    rows('update attempt set window_ends_at = ? where attempt.key = ?', [
      new Date(Date.now() + (3600 - seconds) * 1000).toISOString(),
      key,
    ]);
  const tryFrom = (
    network: string,
    email: string,
    password: string,
    device?: { id: string; accountIds: readonly string[] },
  ) => beginSession({ email, password, network, device });

  it('waits longer after each wrong try of an account from one known device, also with the right password', async () => {
    const { email, accountId } = await personWithPassword();
    const network = randomUUID();
    const device = { id: randomUUID(), accountIds: [accountId] };
    const attempt = (password: string) => tryFrom(network, email, password, device);
    const key = `pair:${email}|device ${device.id}`;
    for (let n = 1; n <= 5; n += 1)
      expect(failureOf(await attempt('wrong')), `try ${n}`).toEqual(refusedSignIn);
    for (const seconds of [1, 2, 4, 8, 16]) {
      await age(key, -60);
      expect(failureOf(await attempt(rightPassword))).toEqual({ kind: 'limited', seconds });
      await age(key, seconds);
      expect(failureOf(await attempt('wrong'))).toEqual(refusedSignIn);
    }
    await age(key, 900);
    valueOf(await attempt(rightPassword));
    expect(await sessionsOf(accountId)).toBe(2);
    expect(await rows('select * from attempt where attempt.key = ?', [key])).toEqual([]);
  });

  it('lets ten tries in fifteen minutes at one account, from one network or many, and its owner in from a known device', async () => {
    const { email, accountId } = await personWithPassword();
    const device = { id: randomUUID(), accountIds: [accountId] };
    const begun = Date.now();
    for (const networks of [1, 500]) {
      let checked = 0;
      for (let n = 0; n < 200; n += 1) {
        vi.setSystemTime(begun + n * 4500 + networks * 3_600_000);
        const outcome = await tryFrom(`198.51.100.${n % networks}`, email, `guess ${n}`);
        if (failureOf(outcome).kind !== 'limited') checked += 1;
      }
      expect(checked).toBeLessThanOrEqual(10);
    }
    valueOf(await tryFrom('203.0.113.1', email, rightPassword, device));
  });

  it('is open to a known device while unknown ones wait, and to no other account there', async () => {
    const [owner, other] = [await personWithPassword(), await personWithPassword()];
    const device = { id: randomUUID(), accountIds: [owner.accountId] };
    await tryFrom('192.0.2.20', owner.email, 'wrong');
    await tryFrom('192.0.2.20', other.email, 'wrong');
    for (const key of [
      `account:${owner.email}`,
      `pair:${owner.email}|192.0.2.20`,
      `pair:${other.email}|192.0.2.20`,
    ]) {
      await rows('update attempt set count = 90 where attempt.key = ?', [key]);
      await age(key, -60);
    }
    const limited = { kind: 'limited' };
    expect(failureOf(await tryFrom('192.0.2.21', owner.email, rightPassword))).toMatchObject(
      limited,
    );
    expect(failureOf(await tryFrom('192.0.2.20', owner.email, rightPassword))).toMatchObject(
      limited,
    );
    expect(
      failureOf(await tryFrom('192.0.2.20', other.email, rightPassword, device)),
    ).toMatchObject(limited);
    valueOf(await tryFrom('192.0.2.20', owner.email, rightPassword, device));
    for (let n = 1; n <= 5; n += 1) await tryFrom('192.0.2.20', owner.email, 'wrong', device);
    expect(failureOf(await tryFrom('192.0.2.20', owner.email, 'wrong', device))).toMatchObject({
      kind: 'limited',
    });
  });

  it('is open again once the person has chosen a new password by the link that was mailed', async () => {
    const { email, accountId } = await personWithPassword();
    await tryFrom('192.0.2.30', email, 'wrong');
    await rows('update attempt set count = 90 where attempt.key in (?, ?)', [
      `account:${email}`,
      `pair:${email}|192.0.2.30`,
    ]);
    const administrator = await signedIn({ role: 'administrator' });
    const { token } = valueOf(await resetPassword(administrator, { accountId }));
    const chosen = 'another long enough password';
    valueOf(await acceptInvitation(publicActor, { token, name: 'Name', password: chosen }));
    valueOf(await tryFrom('192.0.2.30', email, chosen));
  });

  it('is limited after a hundred wrong tries from one network, whichever account is tried; other networks are not', async () => {
    const { email } = await personWithPassword();
    expect(failureOf(await tryFrom('192.0.2.1', `${randomUUID()}@example.org`, 'wrong'))).toEqual(
      refusedSignIn,
    );
    await rows('update attempt set count = 99 where attempt.key = ?', ['network:192.0.2.1']);
    expect(failureOf(await tryFrom('192.0.2.1', `${randomUUID()}@example.org`, 'wrong'))).toEqual(
      refusedSignIn,
    );
    expect(failureOf(await tryFrom('192.0.2.1', email, rightPassword))).toMatchObject({
      kind: 'limited',
    });
    valueOf(await tryFrom('192.0.2.2', email, rightPassword));
  });

  it('limits tries that are sent at the same moment as strictly', async () => {
    const { email, accountId } = await personWithPassword();
    const outcomes = await Promise.all(
      Array.from({ length: 14 }, () => tryFrom('192.0.2.40', email, 'wrong')),
    );
    expect(outcomes.filter((outcome) => failureOf(outcome).kind === 'limited')).toHaveLength(9);
    expect(await sessionsOf(accountId)).toBe(1);
  });

  it('forgets tries of long ago, and deletes them', async () => {
    const { email } = await personWithPassword();
    await tryFrom('192.0.2.50', email, 'wrong');
    const key = `pair:${email}|192.0.2.50`;
    await rows('update attempt set count = 9 where attempt.key = ?', [key]);
    await age(key, 720);
    await tryFrom('192.0.2.50', email, 'wrong');
    expect(await number('select count from attempt where attempt.key = ?', [key])).toBe(6);
    await age(key, 4000);
    globalSingleton('attempts-deleted', () => ({ at: 0 })).at = 0;
    valueOf(await tryFrom('192.0.2.51', email, rightPassword));
    expect(await rows('select * from attempt where attempt.key = ?', [key])).toEqual([]);
  });
});
