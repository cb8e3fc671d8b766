import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Secret, TOTP } from 'otpauth';
import { publicActor, type Actor } from '#lib/base/actor';
import {
  ownSecondFactor,
  removeSecondFactor,
  resetSecondFactor,
  setUpSecondFactor,
} from '#lib/sessions/second-factor';
import { actorOfSession, beginSession, enrollingActorOfSession } from '#lib/sessions/sessions';
import { changeSettings } from '#lib/people/settings/commands';
import { openSecret, sealSecret } from '#lib/sessions/totp';
import {
  personWithPassword,
  refusedSignIn,
  rightPassword,
  rightPasswordHash,
  secondFactorVoluntary,
  type Credentials,
} from '#tests/support/factories/credentials';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { administrator, again, manager, signedIn } from '#tests/support/factories/people';
import { changesOf, eventsOf } from '#tests/support/databases/log-rows';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { rows } from '#tests/support/databases/sql';

beforeAll(async () => {
  await freshRegister();
  await secondFactorVoluntary();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
});
afterEach(() => {
  vi.useRealTimers();
});

const second = 1000;
const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * second);
const codeOf = (secret: string, seconds = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + seconds * second,
  });
const setUp = async (actor: Actor) => {
  const { sealed, secret } = (await ownSecondFactor(actor))!;
  const code = codeOf(secret);
  const codes = valueOf(await setUpSecondFactor(actor, { sealed, code, current: rightPassword }));
  later(60);
  return { secret, codes };
};
const adviserWithPassword = async () => {
  const actor = await signedIn({
    role: 'adviser',
    region: 'AFR',
    passwordHash: await rightPasswordHash(),
  });
  return { actor, accountId: actor.accountId!, email: `${actor.accountId}@example.org` };
};
const withFactor = async () => {
  const person = await personWithPassword();
  return { ...person, ...(await setUp(person.actor)) };
};
const signIn = (
  { email }: Pick<Credentials, 'email'>,
  code: string,
  { password = rightPassword, network = randomUUID() as string, device = undefined as never } = {},
) => beginSession({ email, password, code, network, device });
const invalidCode = (message: string) => ({
  kind: 'invalid',
  errors: [{ field: 'code', message }],
});

describe('signing in with a second factor', () => {
  it('takes password and code together, and neither alone', async () => {
    const person = await withFactor();
    expect(failureOf(await signIn(person, ''))).toMatchObject(invalidCode('codeNeeded'));
    expect(failureOf(await signIn(person, codeOf(person.secret), { password: 'wrong' }))).toEqual(
      refusedSignIn,
    );
    const { id } = valueOf(await signIn(person, codeOf(person.secret)));
    expect(await actorOfSession(id)).toMatchObject({ accountId: person.accountId });
    expect(await eventsOf(person.accountId)).toContain('code-refused');
  });

  it('takes a code once, also from two tries at the same moment', async () => {
    const person = await withFactor();
    const code = codeOf(person.secret);
    const tries = await Promise.all([signIn(person, code), signIn(person, code)]);
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(failureOf(await signIn(person, code))).toMatchObject(invalidCode('wrongCode'));
  });

  it('takes a code of the step before or after, and tells a clock that is wrong by two minutes', async () => {
    const person = await withFactor();
    for (const seconds of [-120, 120])
      expect(failureOf(await signIn(person, codeOf(person.secret, seconds)))).toMatchObject(
        invalidCode('codeClock'),
      );
    valueOf(await signIn(person, codeOf(person.secret, -30)));
    later(600);
    valueOf(await signIn(person, codeOf(person.secret, 30)));
  });

  it('takes no code of another account', async () => {
    const [one, other] = [await withFactor(), await withFactor()];
    expect(failureOf(await signIn(one, codeOf(other.secret)))).toMatchObject(
      invalidCode('wrongCode'),
    );
    expect(failureOf(await signIn(one, other.codes[0]!))).toMatchObject(invalidCode('wrongCode'));
  });

  it('takes each recovery code once, however it is written', async () => {
    const person = await withFactor();
    expect(new Set(person.codes).size).toBe(10);
    valueOf(await signIn(person, ` ${person.codes[0]!.toUpperCase().replaceAll('-', ' ')} `));
    expect(failureOf(await signIn(person, person.codes[0]!))).toMatchObject(
      invalidCode('wrongCode'),
    );
    expect((await ownSecondFactor(person.actor))!.recoveryCodesLeft).toBe(9);
  });

  it('lets ten codes in fifteen minutes be tried, from one network or many, and the owner in from a known device', async () => {
    const person = await withFactor();
    const begun = Date.now();
    const device = { id: randomUUID(), accountIds: [person.accountId] } as never;
    for (const networks of [1, 500]) {
      let checked = 0;
      for (let n = 0; n < 40; n += 1) {
        vi.setSystemTime(begun + networks * 3_600_000 + n * 22_000);
        const network = `198.51.100.${n % networks}`;
        const outcome = await signIn(person, String(100_000 + n), { network });
        if (failureOf(outcome).kind !== 'limited') checked += 1;
      }
      expect(checked).toBeLessThanOrEqual(10);
    }
    valueOf(await signIn(person, codeOf(person.secret), { device }));
  });
});

describe('a second factor', () => {
  it('is set up with the present password and a code of the app alone, and is named in the log', async () => {
    const { actor, accountId } = await personWithPassword();
    const { sealed, secret } = (await ownSecondFactor(actor))!;
    const other = (await ownSecondFactor(await manager()))!;
    const code = codeOf(secret);
    const tried = { sealed, code, current: rightPassword };
    expect(failureOf(await setUpSecondFactor(actor, { ...tried, current: 'wrong' }))).toMatchObject(
      {
        errors: [{ field: 'current', message: 'wrongPassword' }],
      },
    );
    for (const wrong of [{ code: '000000' }, { sealed: other.sealed, code: codeOf(other.secret) }])
      expect(failureOf(await setUpSecondFactor(actor, { ...tried, ...wrong }))).toMatchObject(
        invalidCode('wrongCode'),
      );
    expect(failureOf(await setUpSecondFactor(publicActor, tried))).toEqual({
      kind: 'unauthenticated',
    });
    const codes = valueOf(await setUpSecondFactor(actor, tried));
    expect((await changesOf('account', accountId)).at(-1)).toMatchObject({
      verb: 'set-second-factor',
    });
    const stored = JSON.stringify(await rows('select * from credential'));
    for (const text of [secret, ...codes, codes[0]!.replaceAll('-', '')])
      expect(stored).not.toContain(text);
  });

  it('is encrypted for one account, and what was changed opens nothing', () => {
    const sealed = sealSecret('SECRET', 'a');
    expect(openSecret(sealed, 'a')).toBe('SECRET');
    expect(openSecret(sealed, 'b')).toBeUndefined();
    expect(openSecret(`${sealed.slice(0, -2)}AA`, 'a')).toBeUndefined();
    expect(openSecret('', 'a')).toBeUndefined();
  });

  it('is ended by its person with password and code, or by an administrator, who is named in the log', async () => {
    const [one, other] = [await withFactor(), await withFactor()];
    const ended = await removeSecondFactor(one.actor, { code: '', current: rightPassword });
    expect(failureOf(ended)).toMatchObject(invalidCode('codeNeeded'));
    const code = codeOf(one.secret);
    valueOf(await removeSecondFactor(one.actor, { code, current: rightPassword }));
    valueOf(await signIn(one, ''));
    const { accountId } = other;
    expect(failureOf(await resetSecondFactor(await manager(), { accountId }))).toMatchObject({
      kind: 'forbidden',
    });
    const admin = await administrator();
    valueOf(await resetSecondFactor(admin, { accountId }));
    expect((await changesOf('account', accountId)).at(-1)).toMatchObject({
      verb: 'reset-second-factor',
      actorId: admin.accountId,
    });
    expect(failureOf(await resetSecondFactor(admin, { accountId }))).toEqual({ kind: 'not-found' });
    valueOf(await signIn(other, ''));
  });
});

describe('where staff must have a second factor', () => {
  beforeAll(async () => {
    valueOf(await changeSettings(await administrator(), { 'second-factor': 'staff' }));
  });

  it('whoever has none can do nothing at their next sign-in but set it up, and goes on then', async () => {
    const person = await personWithPassword();
    const { id, isEnrolling } = valueOf(await signIn(person, ''));
    expect(isEnrolling).toBe(true);
    expect(await actorOfSession(id)).toEqual(publicActor);
    const enrolling = await enrollingActorOfSession(id);
    expect(enrolling).toMatchObject({ accountId: person.accountId });
    await setUp(enrolling);
    expect(await actorOfSession(id)).toMatchObject({ accountId: person.accountId });
    expect(await enrollingActorOfSession(id)).toEqual(publicActor);
  });

  it('sessions that are open go on, and other roles and those who have one sign in as before', async () => {
    const [person, adviser] = [await withFactor(), await adviserWithPassword()];
    expect(await again(person.actor)).toEqual(person.actor);
    for (const outcome of [
      await signIn(person, codeOf(person.secret)),
      await signIn(adviser, ''),
    ]) {
      const { id, isEnrolling } = valueOf(outcome);
      expect(isEnrolling).toBeUndefined();
      expect(await actorOfSession(id)).not.toEqual(publicActor);
    }
  });
});
