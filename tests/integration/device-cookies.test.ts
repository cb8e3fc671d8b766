import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { actorOfCookie, cookieSecret, sessionCookie } from '#lib/sessions/auth-cookie';
import { deviceCookie, deviceOfRequest } from '#lib/sessions/known-device';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { signedIn } from '#tests/support/factories/people';

beforeAll(() => freshRegister());

const valueOf = (cookie: string) => /=([^;]*)/.exec(cookie)![1]!;
const deviceOf = (value: string) => deviceOfRequest({ cookies: { get: () => ({ value }) } });
const newDevice = async () => valueOf(await deviceCookie(randomUUID(), undefined));

describe('the cookie of a known device', () => {
  it('names the device and the accounts that have signed in there', async () => {
    const accountId = randomUUID();
    const device = await deviceOf(valueOf(await deviceCookie(accountId, undefined)));
    expect(device).toEqual({ id: expect.any(String), accountIds: [accountId] });
  });

  it('one that was altered, or made with another key, is not known', async () => {
    const value = await newDevice();
    const parts = value.split('.');
    for (const at of [0, 2, 3, 4]) {
      const part = parts[at]!;
      const altered = part.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
      expect(await deviceOf(parts.with(at, altered).join('.'))).toBeUndefined();
    }
    const token = { sub: randomUUID(), accounts: [randomUUID()] };
    const foreign = await encode({ token, secret: 'another secret', salt: 'known-device' });
    expect(await deviceOf(foreign)).toBeUndefined();
  });

  it('one that names another algorithm is not known', async () => {
    const token = { sub: randomUUID(), accounts: [randomUUID()], exp: 4_000_000_000 };
    const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    for (const alg of ['none', 'HS256', 'RSA1_5']) {
      const header = encoded({ alg, enc: 'A256GCM', typ: 'JWT' });
      expect(await deviceOf(`${header}.${encoded(token)}.`)).toBeUndefined();
      const [, ...rest] = (await newDevice()).split('.');
      expect(await deviceOf([header, ...rest].join('.'))).toBeUndefined();
    }
  });

  it('one that has expired is not known', async () => {
    const value = await newDevice();
    const later = Date.now() + 181 * 86_400_000;
    vi.useFakeTimers({ now: later, toFake: ['Date'] });
    try {
      expect(await deviceOf(value)).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });

  it('neither is taken for the other, whose key comes from the same secret', async () => {
    const person = await signedIn({ role: 'manager', name: 'Two Cookies' });
    const session = valueOf(await sessionCookie(person.sessionId!));
    expect((await actorOfCookie(session)).accountId).toBe(person.accountId);
    expect(await deviceOf(session)).toBeUndefined();
    const token = { sub: person.sessionId!, accounts: [person.accountId!] };
    const device = await encode({ token, secret: await cookieSecret(), salt: 'known-device' });
    expect(await deviceOf(device)).toBeDefined();
    expect(await actorOfCookie(device)).toEqual(publicActor);
  });
});
