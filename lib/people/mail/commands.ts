import 'server-only';
import { and, eq, isNotNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { account } from '#db/schema';
import { outbox } from '#db/schema/data-entry';
import type { Actor } from '#lib/base/actor';
import type { MailPreference } from '#lib/base/roles';
import { runCommand } from '#lib/base/run-command';
import { done, failed, type Outcome } from '#lib/base/errors';
import { mailDueAt } from '#lib/people/mail/schedule';

/** Sets the actor's mail preference. It already applies to queued messages. */
export async function setMailPreference(
  actor: Actor,
  { mail }: { mail: MailPreference },
): Promise<Outcome<null>> {
  const { accountId } = actor;
  if (!accountId) return failed({ kind: 'unauthenticated' });
  return runCommand(async (tx) => {
    await tx.update(account).set({ mail }).where(eq(account.id, accountId));
    await tx
      .update(outbox)
      .set({ dueAt: mailDueAt(mail, new Date()) })
      .where(and(eq(outbox.accountId, accountId), isNotNull(outbox.dueAt), eq(outbox.attempts, 0)));
    await recordChange(tx, {
      actorId: accountId,
      verb: 'set-mail',
      entity: 'account',
      entityId: accountId,
      data: { mail },
    });
    return done(null);
  });
}
