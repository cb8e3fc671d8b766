import type { MailPreference } from '#lib/base/roles';
import { digestHour, mostAttempts } from '#lib/people/mail/vocabulary';

const minute = 60_000;

/** The next hour of the digest after this instant. */
export function nextDigest(now: Date): Date {
  const next = new Date(now);
  next.setUTCHours(digestHour, 0, 0, 0);
  if (next <= now) next.setUTCDate(next.getUTCDate() + 1);
  return next;
}

/** When a message that is written now goes out to somebody of this preference; null: never. */
export function dueFor(preference: MailPreference | null, now: Date): string | null {
  if (preference === 'none') return null;
  return (preference === 'each' ? now : nextDigest(now)).toISOString();
}

/**
 * Until when a mail that is being sent is left alone by others; a process that dies meanwhile
 * leaves it to them.
 */
export const claimedUntil = (now: Date): string =>
  new Date(now.getTime() + 10 * minute).toISOString();

/**
 * When a mail is tried again after it has failed this often: after five minutes, then twice as long
 * each time, up to six hours; null: given up.
 */
export const retryAt = (attempts: number, now: Date): string | null =>
  attempts >= mostAttempts
    ? null
    : new Date(now.getTime() + Math.min(5 * 2 ** (attempts - 1), 360) * minute).toISOString();
