import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { sessionHash } from '#db/session-hash';
import { publicActor, type Actor } from '#lib/base/actor';
import { changePassword, rememberLanguage } from '#lib/people/accounts/commands';
import {
  endOtherSessions,
  endOwnSession,
  endSession,
  extendSession,
} from '#lib/sessions/session-commands';
import { ownSessions } from '#lib/sessions/session-queries';
import { actorOfSession } from '#lib/sessions/sessions';
import {
  personWithPassword,
  refusedSignIn,
  rightPassword,
  secondFactorVoluntary,
  signIn,
} from '#tests/support/factories/credentials';
import { changesOf, eventsOf } from '#tests/support/databases/log-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { again } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { rows } from '#tests/support/databases/sql';

beforeAll(async () => {
  await freshRegister();
  await secondFactorVoluntary();
});

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
      sessionHash(one.sessionId!),
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

  const idle = (person: Actor, minutes: number) =>
    rows('update session set last_seen_at = ? where id = ?', [
      new Date(Date.now() - minutes * 60_000).toISOString(),
      sessionHash(person.sessionId!),
    ]);

  it('ends after an hour in which nothing was asked; each request puts that off', async () => {
    const {
      sessions: [one, other],
    } = await two();
    await idle(one, 61);
    await idle(other, 59);
    expect(await again(one)).toEqual(publicActor);
    expect(await again(other)).toEqual(other);
    await vi.waitFor(async () => {
      const [seen] = await rows<{ last_seen_at: string }>(
        'select last_seen_at from session where id = ?',
        [sessionHash(other.sessionId!)],
      );
      expect(Date.now() - Date.parse(seen!.last_seen_at)).toBeLessThan(60_000);
    });
  });

  it('goes on when its person says so, but not once it has ended', async () => {
    const {
      sessions: [one, other],
    } = await two();
    await idle(one, 59);
    valueOf(await extendSession(one));
    expect((await ownSessions(one)).find(({ isThis }) => isThis)!.lastSeenAt).toMatch(
      new RegExp(`^${new Date().toISOString().slice(0, 13)}`),
    );
    await idle(other, 61);
    expect(failureOf(await extendSession(await again(other)))).toEqual({ kind: 'unauthenticated' });
  });

  it('is listed to its person alone, who ends any of them', async () => {
    const {
      accountId,
      sessions: [one, other],
    } = await two();
    const [stranger] = (await two()).sessions;
    const listed = await ownSessions(one);
    expect(listed.map(({ isThis }) => isThis).toSorted()).toEqual([false, false, true]);
    expect(JSON.stringify(listed)).not.toContain(other.sessionId);
    const id = sessionHash(other.sessionId!);
    expect(failureOf(await endOwnSession(stranger, { session: id }))).toEqual({
      kind: 'not-found',
    });
    expect(await again(other)).toEqual(other);
    valueOf(await endOwnSession(one, { session: id }));
    expect(await again(other)).toEqual(publicActor);
    expect(failureOf(await endOwnSession(one, { session: id }))).toEqual({ kind: 'not-found' });
    expect((await eventsOf(accountId)).at(-1)).toBe('session-ended');
    valueOf(await endOtherSessions(stranger));
    expect(await ownSessions(stranger)).toHaveLength(1);
    expect(await ownSessions(publicActor)).toEqual([]);
  });
});
