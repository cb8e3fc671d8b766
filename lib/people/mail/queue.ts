import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { and, eq, isNull, ne, or, type SQL } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { account, assignment } from '#db/schema';
import { outbox } from '#db/schema/data-entry';
import type { MailPreference } from '#lib/base/roles';
import { mailDueAt } from '#lib/people/mail/schedule';
import type { MailKind } from '#lib/people/mail/vocabulary';

export type Recipient = Readonly<{ id: string; mail: MailPreference | null }>;
const recipient = { id: account.id, mail: account.mail };
const receivesMail = and(
  eq(account.active, true),
  or(isNull(account.mail), ne(account.mail, 'none')),
);

/** The people whose account meets a condition and who receive mail. */
export const mailRecipients = (tx: Writer, clause: SQL | undefined): Promise<Recipient[]> =>
  tx.select(recipient).from(account).where(and(receivesMail, clause));

export const focalPointRecipients = (tx: Writer, stateId: string) =>
  mailRecipients(tx, and(eq(account.role, 'focal-point'), eq(account.stateId, stateId)));

export const reviewerRecipients = (tx: Writer, reviewId: string): Promise<Recipient[]> =>
  tx
    .select(recipient)
    .from(assignment)
    .innerJoin(account, eq(account.id, assignment.accountId))
    .where(
      and(
        receivesMail,
        eq(account.role, 'reviewer'),
        eq(assignment.reviewId, reviewId),
        isNull(assignment.endedAt),
      ),
    );

/** An id derived from recipient and message, so that the same message has the same id. */
const deterministicId = (accountId: string, { kind, data }: MailMessage) =>
  createHash('sha256')
    .update(JSON.stringify([accountId, kind, Object.entries(data).toSorted()]))
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/**
 * `data` holds ids and codes only: the text is rendered when the mail is sent, if the recipient may
 * still see it.
 */
type MailMessage = Readonly<{
  kind: MailKind;
  data: Readonly<Record<string, string>>;
  once?: true;
}>;

/**
 * Queues a message for these people, in the transaction of the change that it reports. The actor
 * gets none. `once`: the same message is never queued twice. Returns how many were queued.
 */
export async function queueMail(
  tx: Writer,
  actorId: string | null,
  recipients: readonly Recipient[],
  message: MailMessage,
): Promise<number> {
  const now = new Date();
  const distinct = new Map(recipients.map((person) => [person.id, person]));
  const rows = [...distinct.values()]
    .filter(({ id }) => id !== actorId)
    .map(({ id: accountId, mail }) => ({
      id: message.once ? deterministicId(accountId, message) : randomUUID(),
      accountId,
      kind: message.kind,
      data: message.data,
      createdAt: now.toISOString(),
      dueAt: mailDueAt(mail, now),
      attempts: 0,
    }));
  if (rows.length === 0) return 0;
  const queued = await tx
    .insert(outbox)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: outbox.id });
  return queued.length;
}
