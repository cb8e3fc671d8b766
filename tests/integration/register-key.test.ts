import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encode } from 'next-auth/jwt';
import { engine } from '#db/engine';
import { migrate } from '#db/migrate';
import { openRegister } from '#db/register';
import { keyPath } from '#db/register-key';
import { acceptKey } from '#db/settle-key';
import { publicActor } from '#lib/base/actor';
import { actorOfCookie, sessionCookie, sessionCookieName } from '#lib/sessions/auth-cookie';
import { administrator, again, signedIn } from '#tests/support/factories/people';
import { emptyDatabase } from '#tests/support/databases/fresh-register';
import { row, rows } from '#tests/support/databases/sql';
import { clearGlobalSingletons } from '#tests/support/run/reset-singletons';

const secretOfTests = process.env.AUTH_SECRET!;

/** The variable of the environment that gives the key; without a value, its file does. */
function keyFrom(secret: string | undefined) {
  if (secret === undefined) delete process.env.AUTH_SECRET;
  else process.env.AUTH_SECRET = secret;
  clearGlobalSingletons('environment', 'register-key', 'opened-cookies', 'noted-sessions');
}
const start = () =>
  openRegister({ demonstration: false }).catch((error: Error) => ({ notice: error.message }));
const storedSecret = async () =>
  (await row<{ secret: string }>('select secret from register')).secret;
const cookieOf = async (sessionId: string) =>
  (await sessionCookie(sessionId)).split(';', 1)[0]!.slice(sessionCookieName().length + 1);

beforeAll(async () => {
  keyFrom(undefined);
  rmSync(keyPath(), { force: true });
  await emptyDatabase();
  await migrate();
  await start();
});
beforeEach(() => keyFrom(undefined));
afterAll(() => {
  rmSync(keyPath(), { force: true });
  keyFrom(secretOfTests);
});

// One after the other on one register, as its operator would meet them.
describe('the key of a register', () => {
  it('is a file that its owner alone reads, and not in the database', async () => {
    const key = readFileSync(keyPath(), 'utf8').trim();
    expect(Buffer.from(key, 'base64url')).toHaveLength(32);
    expect(statSync(keyPath()).mode & 0o777).toBe(0o600);
    expect(await storedSecret()).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(JSON.stringify(await rows('select * from register'))).not.toContain(key);
    if (engine === 'postgresql') return;
    const path = process.env.DATABASE_URL!.slice('file:'.length);
    for (const file of [path, `${path}-wal`, `${path}-shm`])
      expect(statSync(file).mode & 0o777, file).toBe(0o600);
  });

  it('opens cookies that nothing in the database makes, or opens', async () => {
    const person = await administrator();
    const cookie = await cookieOf(person.sessionId!);
    expect(await actorOfCookie(cookie)).toEqual(person);
    const [session] = await rows<{ id: string }>('select id from session where account_id = ?', [
      person.accountId,
    ]);
    for (const secret of [await storedSecret(), 'x'.repeat(32)])
      for (const sub of [session!.id, person.sessionId!])
        expect(await actorOfCookie(await encode({ token: { sub }, secret }))).toEqual(publicActor);
    expect(await actorOfCookie(await cookieOf(session!.id))).toEqual(publicActor);
  });

  it('moves out of the database of an earlier release; who is signed in stays so', async () => {
    const old = 'the secret of an earlier release, base64';
    const person = await signedIn({ role: 'manager' });
    const oldId = randomUUID();
    await rows(
      'update session set id = ?, last_seen_at = null, created_at = ? where account_id = ?',
      [oldId, new Date(Date.now() - 5 * 3_600_000).toISOString(), person.accountId],
    );
    await rows('update register set secret = ?', [old]);
    rmSync(keyPath());
    expect(await start()).toEqual({ made: false });
    expect(readFileSync(keyPath(), 'utf8').trim()).toBe(old);
    expect(await storedSecret()).toMatch(/^sha256:/);
    keyFrom(undefined);
    expect(await actorOfCookie(await cookieOf(oldId))).toMatchObject({
      accountId: person.accountId,
    });
    expect(await rows('select id from session where id = ?', [oldId])).toEqual([]);
  });

  it('that is another is refused in words, until the operator takes it', async () => {
    const person = await signedIn({ role: 'manager' });
    keyFrom('another key that somebody has set here');
    const { notice } = (await start()) as { notice: string };
    expect(notice).toMatch(/^The key in AUTH_SECRET is not the key of this register\./);
    expect(notice).not.toContain('somebody');
    expect(await acceptKey()).toBe(
      'The key of this register is a new one: all people sign in again.',
    );
    expect(await start()).toEqual({ made: false });
    expect(await again(person)).toEqual(publicActor);
    keyFrom(undefined);
    await acceptKey();
  });

  it('that is missing is made anew for a file; PostgreSQL asks for the one of the other machines', async () => {
    const kept = readFileSync(keyPath(), 'utf8');
    rmSync(keyPath());
    const { notice } = (await start()) as { notice: string };
    expect(notice).toMatch(
      engine === 'sqlite'
        ? /^The key of this register is a new one/
        : /Set AUTH_SECRET to the same/,
    );
    if (engine === 'sqlite') return;
    writeFileSync(keyPath(), kept);
    expect(await start()).toEqual({ made: false });
  });
});
