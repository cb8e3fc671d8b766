import 'server-only';
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

// The parameters that OWASP recommends for argon2id: 19 MiB of memory, two passes, one lane.
const settings = { memory: 19456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const derive = promisify(argon2);

/** Hashes a password: `argon2id$memory$passes$lanes$salt$hash`, salt and hash in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await derive('argon2id', { message: password.normalize('NFC'), nonce, ...settings });
  return [
    'argon2id',
    settings.memory,
    settings.passes,
    settings.parallelism,
    nonce.toString('base64url'),
    hash.toString('base64url'),
  ].join('$');
}

async function matches(password: string, stored: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'base64url');
  const actual = await derive('argon2id', {
    message: password.normalize('NFC'),
    nonce: Buffer.from(nonce, 'base64url'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(actual, expected);
}

let dummyHash: Promise<string> | undefined;
const hashOfNobody = () => (dummyHash ??= hashPassword(randomBytes(16).toString('hex')));

/**
 * Whether the password is the stored one. Without a stored one it is compared with a dummy, so that an
 * unknown address takes as long.
 */
export async function verifyPassword(
  password: string,
  stored: string | null | undefined,
): Promise<boolean> {
  const isRight = await matches(password, stored ?? (await hashOfNobody()));
  return isRight && Boolean(stored);
}
