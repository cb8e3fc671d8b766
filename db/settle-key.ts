import 'server-only';
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { read, transaction, type Writer } from '#db/client';
import { engine } from '#db/engine';
import {
  fingerprintOf,
  isFingerprint,
  keyPath,
  newKey,
  storedKey,
  writeKey,
} from '#db/register-key';
import { account, credential, register, session } from '#db/schema';
import { sessionHash } from '#db/session-hash';
import { environment } from '#lib/base/env';

const setFingerprint = (tx: Writer, key: string) =>
  tx
    .update(register)
    .set({ secret: fingerprintOf(key) })
    .where(eq(register.id, 1));

/**
 * Moves the secret of an earlier release out of the database, and hashes the ids of its sessions: they
 * go on.
 */
async function moveSecret(secret: string) {
  const key = storedKey() ?? writeKey(secret);
  await transaction(async (tx) => {
    const rows = await tx
      .select({ id: session.id })
      .from(session)
      .where(eq(sql`length(${session.id})`, 36));
    for (const { id } of rows) {
      await tx
        .update(session)
        .set({ id: sessionHash(id) })
        .where(eq(session.id, id));
    }
    await setFingerprint(tx, key);
  });
}

/** Ends all sessions: their cookies cannot be read with another key. */
async function replaceKey(key: string) {
  await transaction(async (tx) => {
    await tx
      .update(session)
      .set({ endedAt: new Date().toISOString() })
      .where(isNull(session.endedAt));
    await setFingerprint(tx, key);
  });
}

/** What the operator is told where the key is another: everybody signs in anew, and these do more. */
async function noticeOfNewKey(): Promise<string> {
  const people = await read()
    .selectDistinct({ email: account.email })
    .from(credential)
    .innerJoin(account, eq(account.id, credential.accountId))
    .where(
      and(
        eq(credential.kind, 'totp'),
        isNull(credential.endedAt),
        isNotNull(credential.confirmedAt),
        eq(account.active, true),
      ),
    )
    .orderBy(asc(account.email));
  const said = 'The key of this register is a new one: all people sign in again.';
  if (people.length === 0) return said;
  const emails = people.map(({ email }) => email).join(', ');
  return `${said} The codes of these people's apps are no longer valid: ${emails}. Each signs in with a recovery code and sets up the app anew in "My account"; for whoever has none, run: npm run account -- reset-second-factor --email NAME@EXAMPLE.ORG`;
}

/** Takes the key that is there now for the key of this register; returns what follows from it. */
export async function acceptKey(): Promise<string> {
  await replaceKey(storedKey() ?? writeKey(newKey()));
  return noticeOfNewKey();
}

/**
 * Checks that the key that is there is the key of this register. Moves the secret of an earlier
 * release; makes a new key where a database file was restored without its own. Returns a notice for
 * the operator, if there is one.
 * @throws Error with one line for the operator where the key is another or, with PostgreSQL, missing.
 */
export async function settleKey(stored: string): Promise<string | undefined> {
  if (!isFingerprint(stored)) {
    await moveSecret(stored);
    return undefined;
  }
  const key = storedKey();
  if (key && fingerprintOf(key) === stored) return undefined;
  if (key) {
    const place = environment().secret ? 'AUTH_SECRET' : keyPath();
    throw new Error(
      `The key in ${place} is not the key of this register. Give it the right one, or take this one and end all sessions: npm run account -- accept-key`,
    );
  }
  if (engine === 'postgresql')
    throw new Error(
      `The key of this register is not on this machine. Set AUTH_SECRET to the same value on every machine (on the first one it is in ${keyPath()}), or make a new key and end all sessions: npm run account -- accept-key`,
    );
  return acceptKey();
}
