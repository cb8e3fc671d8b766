import type { MailPreference } from '#lib/base/roles';
import { digestHour, maxAttempts } from '#lib/people/mail/vocabulary';

const minute = 60_000;

/** The next digest after this instant. */
function nextDigest(now: Date): Date {
  const next = new Date(now);
  next.setUTCHours(digestHour, 0, 0, 0);
  if (next <= now) next.setUTCDate(next.getUTCDate() + 1);
  return next;
}

/** When a message written now is due for somebody with this preference; null: never. */
export function mailDueAt(preference: MailPreference | null, now: Date): string | null {
  if (preference === 'none') return null;
  return (preference === 'each' ? now : nextDigest(now)).toISOString();
}

/**
 * How long a mail is leased to the process that sends it; if that process dies, others may send it
 * afterwards.
 */
export const leaseUntil = (now: Date): string =>
  new Date(now.getTime() + 10 * minute).toISOString();

/**
 * When to retry a mail after this many failures: after five minutes, then twice as long each time,
 * up to six hours. Null: given up.
 */
export const retryAt = (attempts: number, now: Date): string | null =>
  attempts >= maxAttempts
    ? null
    : new Date(now.getTime() + Math.min(5 * 2 ** (attempts - 1), 360) * minute).toISOString();
