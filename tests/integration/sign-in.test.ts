import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { actorOfSession, beginSession } from '#lib/sessions/sessions';
import {
  personWithPassword,
  refusedSignIn,
  rightPassword,
  rightPasswordHash,
  signIn,
} from '#tests/support/factories/credentials';
import { eventsOf, revision } from '#tests/support/databases/log-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { signedIn } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number, row, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const sessionsOf = (accountId: string) =>
  number('select count(*) from session where account_id = ?', [accountId]);

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
    }>('select created_at, expires_at from session where id = ?', [begun.id]);
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

  it('is limited at the eleventh wrong try, also with the right password, for this account alone', async () => {
    const [known, other] = [await personWithPassword(), await personWithPassword()];
    for (let n = 1; n <= 10; n += 1)
      expect(failureOf(await signIn(known.email, 'wrong')), `try ${n}`).toEqual(refusedSignIn);
    const limited = failureOf(await signIn(known.email));
    expect(limited).toEqual({ kind: 'limited', seconds: expect.any(Number) });
    expect(limited.kind === 'limited' && limited.seconds > 800 && limited.seconds <= 900).toBe(
      true,
    );
    expect(await sessionsOf(known.accountId)).toBe(1);
    valueOf(await signIn(other.email));
    await rows(
      `update attempt set window_ends_at = '2020-01-01T00:00:00.000Z' where attempt.key = ?`,
      [`account:${known.email}`],
    );
    valueOf(await signIn(known.email));
  });

  it('is limited after a hundred wrong tries from one network, whichever account is tried; other networks are not', async () => {
    const { email } = await personWithPassword();
    const tryFrom = (network: string, address: string, password: string) =>
      beginSession({ email: address, password, network });
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
    const outcomes = await Promise.all(Array.from({ length: 14 }, () => signIn(email, 'wrong')));
    expect(outcomes.filter((outcome) => failureOf(outcome).kind === 'limited')).toHaveLength(4);
    expect(await sessionsOf(accountId)).toBe(1);
  });

  it('with the right password takes back the wrong tries before it', async () => {
    const { email } = await personWithPassword();
    for (let n = 1; n <= 9; n += 1) await signIn(email, 'wrong');
    valueOf(await signIn(email));
    for (let n = 1; n <= 10; n += 1)
      expect(failureOf(await signIn(email, 'wrong'))).toEqual(refusedSignIn);
    expect(failureOf(await signIn(email))).toMatchObject({ kind: 'limited' });
  });
});
