import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from '#lib/sessions/passwords';

describe('a password', () => {
  it('is known again, and no other is', async () => {
    const stored = await hashPassword('a long enough password');
    expect(await verifyPassword('a long enough password', stored)).toBe(true);
    for (const wrong of [
      'a long enough passwort',
      'A long enough password',
      'a long enough password ',
      '',
      'a long enough',
    ])
      expect(await verifyPassword(wrong, stored)).toBe(false);
  });

  it('is stored by argon2id with the parameters beside it, salted anew each time', async () => {
    const [one, other] = [
      await hashPassword('a long enough password'),
      await hashPassword('a long enough password'),
    ];
    expect(one).toMatch(/^argon2id\$19456\$2\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(await verifyPassword('a long enough password', other)).toBe(true);
  });

  it('is the same however its accents were typed', async () => {
    const stored = await hashPassword('Zürich und Genève');
    expect(await verifyPassword('Zu\u0308rich und Gene\u0300ve', stored)).toBe(true);
    expect(await verifyPassword('Zurich und Geneve', stored)).toBe(false);
  });

  it('of somebody who has none, or who is unknown, is never right, and takes its time all the same', async () => {
    await verifyPassword('once, so that all is loaded', null);
    const stored = await hashPassword('a long enough password');
    /** What it costs the processor: a busy machine makes the wait longer, not the work. */
    const work = async (known: string | null | undefined) => {
      const before = process.cpuUsage();
      expect(await verifyPassword('a wrong password', known)).toBe(false);
      return process.cpuUsage(before).user;
    };
    const least = { wrong: Infinity, unknown: Infinity, none: Infinity };
    for (let n = 0; n < 5; n += 1) {
      least.wrong = Math.min(least.wrong, await work(stored));
      least.unknown = Math.min(least.unknown, await work(undefined));
      least.none = Math.min(least.none, await work(null));
    }
    expect(least.unknown).toBeGreaterThan(least.wrong / 3);
    expect(least.none).toBeGreaterThan(least.wrong / 3);
    for (const empty of ['', 'null', 'undefined'])
      expect(await verifyPassword(empty, null)).toBe(false);
  });

  it('that was stored with other parameters is still known', async () => {
    const { argon2Sync } = await import('node:crypto');
    const nonce = Buffer.alloc(16, 7);
    const hash = argon2Sync('argon2id', {
      message: 'an old password',
      nonce,
      memory: 64,
      passes: 1,
      parallelism: 1,
      tagLength: 16,
    });
    const stored = [
      'argon2id',
      64,
      1,
      1,
      nonce.toString('base64url'),
      hash.toString('base64url'),
    ].join('$');
    expect(await verifyPassword('an old password', stored)).toBe(true);
    expect(await verifyPassword('a new password', stored)).toBe(false);
  });
});
