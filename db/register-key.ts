import 'server-only';
import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { environment } from '#lib/base/env';
import { globalSingleton } from '#lib/base/global-singleton';

/**
 * The key of the register signs cookies and links and encrypts second factors. It is never in the
 * database, so that a copy of the database opens nothing: it is AUTH_SECRET, or a file beside the
 * database that only its owner reads. The database holds the fingerprint of the key alone.
 */

/** Where the key is kept if AUTH_SECRET does not say it. */
export function keyPath(databaseUrl = environment().databaseUrl): string {
  if (databaseUrl.startsWith('file:')) return `${resolve(databaseUrl.slice('file:'.length))}.key`;
  const { host, pathname } = new URL(databaseUrl);
  const name = createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 16);
  return resolve(`data/postgresql-${name}.key`);
}

/** The key in AUTH_SECRET or in the file; undefined where there is none. */
export function storedKey(): string | undefined {
  const { secret } = environment();
  if (secret) return secret;
  try {
    return readFileSync(keyPath(), 'utf8').trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export const newKey = () => randomBytes(32).toString('base64url');

/** Writes the key to its file, unless another process was first; returns the one that is there. */
export function writeKey(key: string): string {
  const path = keyPath();
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, `${key}\n`, { mode: 0o600, flag: 'wx' });
    chmodSync(path, 0o600);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return storedKey() ?? key;
  }
}

/** What the database says of its key. It does not help to guess one of 256 random bits. */
export const fingerprintOf = (key: string) =>
  `sha256:${createHash('sha256').update(`needs-register ${key}`).digest('hex')}`;

export const isFingerprint = (stored: string) => stored.startsWith('sha256:');

/** The key of the register. @throws Error where it is missing. */
export const registerKey = (): string =>
  globalSingleton('register-key', () => {
    const key = storedKey();
    if (!key) throw new Error(`The key of the register is missing: ${keyPath()}.`);
    return key;
  });

/** A key for one use alone, derived from the key of the register. */
export const derivedKey = (use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', registerKey(), '', `needs-register ${use}`, 32));

/** A text that only the key of the register yields from these values. */
export const derivedToken = (use: string, value: string): string =>
  createHmac('sha256', derivedKey(use)).update(value).digest('base64url');
