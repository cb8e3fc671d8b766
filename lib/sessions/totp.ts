import 'server-only';
import { createCipheriv, createDecipheriv, createHash, randomBytes, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { derivedKey } from '#db/register-key';

const issuer = 'Needs Register';
const period = 30;
/** A code holds half a minute before and after its own. */
const window = 1;
/** A code of a clock that is wrong by so many steps is told from a wrong one. */
const clockWindow = 20;

export const newSecret = (): string => new Secret({ size: 20 }).base32;

const totpOf = (secret: string, label = '') =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period, digits: 6 });

/** The address that an app for codes reads from the picture. */
export const totpAddress = (secret: string, email: string): string =>
  totpOf(secret, email).toString();

type CodeCheck = Readonly<{ step: number } | { fault: 'wrongCode' | 'codeClock' }>;

/** The step of the clock at which a code is right; a fault where it is not, or that step was used. */
export function checkCode(secret: string, code: string, usedStep: number | null): CodeCheck {
  const now = Date.now();
  const read = (range: number) =>
    totpOf(secret).validate({ token: code, timestamp: now, window: range });
  const delta = /^\d{6}$/.test(code) ? read(window) : null;
  if (delta === null)
    return {
      fault: /^\d{6}$/.test(code) && read(clockWindow) !== null ? 'codeClock' : 'wrongCode',
    };
  const step = Math.floor(now / (period * 1000)) + delta;
  return usedStep !== null && step <= usedStep ? { fault: 'wrongCode' } : { step };
}

/** Encrypts a secret by a key outside the database; only for this account it is read again. */
export function sealSecret(secret: string, accountId: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derivedKey('second factor'), nonce);
  cipher.setAAD(Buffer.from(accountId));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Decrypts a sealed secret; undefined where the key is another, or it was sealed for somebody else. */
export function openSecret(sealed: string, accountId: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const key = derivedKey('second factor');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), {
      authTagLength: 16,
    });
    decipher.setAAD(Buffer.from(accountId));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

const recoveryCodes = 10;
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** New recovery codes of 16 signs each, some 79 random bits. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodes }, () => {
    const drawn = Array.from({ length: 16 }, () => signs[randomInt(signs.length)]);
    return drawn.join('').replace(/(.{4})(?!$)/g, '$1-');
  });

/** The hash of a recovery code of an account, however it is written. */
export const recoveryHash = (accountId: string, code: string): string =>
  createHash('sha256')
    .update(`${accountId} ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
    .digest('hex');
