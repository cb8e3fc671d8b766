import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { changePassword, endSession, rememberLanguage } from '#lib/people/accounts/commands';
import { actorOfSession } from '#lib/sessions/sessions';
import {
  personWithPassword,
  refusedSignIn,
  rightPassword,
  signIn,
} from '#tests/support/factories/credentials';
import { changesOf, eventsOf } from '#tests/support/databases/log-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { again } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

describe('a session', () => {
  const two = async () => {
    const known = await personWithPassword();
    const sessions = [
      await actorOfSession(valueOf(await signIn(known.email)).id),
      await actorOfSession(valueOf(await signIn(known.email)).id),
    ] as const;
    return { ...known, sessions };
  };

  it('ends when one signs out of it, and the others of the same person go on', async () => {
    const {
      accountId,
      sessions: [one, other],
    } = await two();
    valueOf(await endSession(one));
    expect(await again(one)).toEqual(publicActor);
    expect(await again(other)).toEqual(other);
    expect((await eventsOf(accountId)).at(-1)).toBe('sign-out');
  });

  it('ends when it expires', async () => {
    const {
      sessions: [one, other],
    } = await two();
    await rows('update session set expires_at = ? where id = ?', [
      new Date(Date.now() - 1).toISOString(),
      one.sessionId,
    ]);
    expect(await again(one)).toEqual(publicActor);
    expect(await again(other)).toEqual(other);
  });

  it('ends when the account is deactivated', async () => {
    const { accountId, sessions } = await two();
    await rows('update account set active = (1 = 0) where id = ?', [accountId]);
    for (const each of sessions) expect(await again(each)).toEqual(publicActor);
  });

  it('goes on when the password is changed in it; the others end', async () => {
    const {
      actor,
      accountId,
      email,
      sessions: [one, other],
    } = await two();
    expect(
      failureOf(await changePassword(one, { current: 'wrong', password: 'another long password' })),
    ).toMatchObject({ kind: 'invalid', errors: [{ field: 'current', message: 'wrongPassword' }] });
    expect(await again(other)).toEqual(other);
    valueOf(
      await changePassword(one, { current: rightPassword, password: 'another long password' }),
    );
    expect(await again(one)).toEqual(one);
    expect([await again(other), await again(actor)]).toEqual([publicActor, publicActor]);
    expect(await changesOf('account', accountId)).toMatchObject([
      { verb: 'change-password', actorId: accountId },
    ]);
    expect(failureOf(await signIn(email))).toEqual(refusedSignIn);
    valueOf(await signIn(email, 'another long password'));
  });

  it("that nobody began is the public's", async () => {
    for (const id of [null, '', randomUUID(), `' or 1=1 --`])
      expect(await actorOfSession(id)).toEqual(publicActor);
  });

  it('reads the person anew each time: role, name and language are those of now', async () => {
    const {
      accountId,
      sessions: [one],
    } = await two();
    valueOf(await rememberLanguage(one, { language: 'ar' }));
    await rows(`update account set role = 'administrator', name = 'Promoted' where id = ?`, [
      accountId,
    ]);
    expect(await again(one)).toMatchObject({
      role: 'administrator',
      name: 'Promoted',
      locale: 'ar',
    });
  });
});
