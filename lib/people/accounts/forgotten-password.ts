import 'server-only';
import { and, eq, isNotNull, ne } from 'drizzle-orm';
import { recordEvent } from '#db/change';
import { account } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { environment } from '#lib/base/env';
import { done, notFound, type Outcome } from '#lib/base/errors';
import { runCommand } from '#lib/base/run-command';
import { createLink, forgottenMinutes, mailLink } from '#lib/people/accounts/one-time-links';
import { countAttempt } from '#lib/sessions/rate-limits';

/**
 * Mails a link for a new password to whoever has an account with this address. The answer is the same
 * for every address, and it takes as long: nobody learns who has an account.
 */
export async function requestPassword(
  _actor: Actor,
  { email, network }: Readonly<{ email: string; network: string }>,
): Promise<Outcome<null>> {
  if (!environment().mail) return notFound;
  const seconds = await countAttempt([{ kind: 'mailed', of: email }]);
  return runCommand(async (tx) => {
    const [person] = await tx
      .select({ id: account.id })
      .from(account)
      .where(
        and(
          eq(account.email, email),
          eq(account.active, true),
          ne(account.role, 'system'),
          isNotNull(account.passwordHash),
        ),
      );
    if (person && seconds === 0) {
      const id = await createLink(tx, {
        accountId: person.id,
        purpose: 'reset',
        createdBy: person.id,
        minutes: forgottenMinutes,
      });
      await mailLink(tx, person.id, id);
    }
    await recordEvent(tx, 'password-forgotten', person?.id ?? null, { email, network });
    return done(null);
  });
}
