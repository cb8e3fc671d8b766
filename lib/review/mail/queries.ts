import 'server-only';
import { desc, eq, sql } from 'drizzle-orm';
import { read } from '#db/client';
import { account } from '#db/schema';
import { outbox } from '#db/schema/data-entry';
import type { Actor } from '#lib/base/actor';
import { actorOfAccount } from '#lib/sessions/sessions';
import type { MailPreference } from '#lib/base/roles';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { renderMessage, type MessageLine } from '#lib/review/mail/render-message';
import { maxAttempts } from '#lib/people/mail/vocabulary';

/** `kept`: shown only here, because no mail server is set or its recipient may no longer see it. */
type DeliveryStatus = 'waiting' | 'sent' | 'kept' | 'given-up';
export type OutboxMessage = Readonly<{
  id: string;
  name: string;
  email: string;
  createdAt: string;
  at: string | null;
  deliveryStatus: DeliveryStatus;
  locale: Locale;
  line: MessageLine | null;
}>;

function deliveryStatusOf(
  row: Readonly<{ sentAt: string | null; dueAt: string | null; attempts: number }>,
): DeliveryStatus {
  if (row.sentAt) return 'sent';
  if (row.dueAt) return 'waiting';
  return row.attempts >= maxAttempts ? 'given-up' : 'kept';
}

/**
 * A page of the outbox, latest message first, as each recipient reads it; only for the
 * administrator.
 */
export async function outboxPage(
  actor: Actor,
  page: number,
  size = 50,
): Promise<{ messages: OutboxMessage[]; total: number }> {
  if (actor.role !== 'administrator') return { messages: [], total: 0 };
  const [counted] = await read()
    .select({ total: sql`count(*)`.mapWith(Number) })
    .from(outbox);
  const rows = await read()
    .select({ message: outbox, name: account.name, email: account.email, locale: account.locale })
    .from(outbox)
    .innerJoin(account, eq(account.id, outbox.accountId))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(size)
    .offset((page - 1) * size);
  const readers = new Map<string, Actor | undefined>();
  const messages: OutboxMessage[] = [];
  for (const { message, name, email, ...row } of rows) {
    const { id, accountId, createdAt, dueAt, sentAt } = message;
    if (!readers.has(accountId)) readers.set(accountId, await actorOfAccount(accountId));
    const reader = readers.get(accountId);
    const locale = row.locale ?? 'en';
    const isLink = message.kind === 'link';
    const line = isLink
      ? { text: translator(locale)('forgotten.mail.kind'), path: 'accounts/me' }
      : reader
        ? ((await renderMessage({ actor: reader, locale, t: translator(locale) }, message)) ?? null)
        : null;
    messages.push({
      id,
      name,
      email,
      createdAt,
      at: sentAt ?? dueAt,
      deliveryStatus: deliveryStatusOf(message),
      locale,
      line,
    });
  }
  return { messages, total: counted?.total ?? 0 };
}

/** The actor's mail preference. */
export async function mailPreferenceOf(actor: Actor): Promise<MailPreference> {
  const [row] = await read()
    .select({ mail: account.mail })
    .from(account)
    .where(eq(account.id, actor.accountId ?? ''));
  return row?.mail ?? 'daily';
}
