import 'server-only';
import { desc, eq, sql } from 'drizzle-orm';
import { read } from '#db/client';
import { account } from '#db/schema';
import { outbox } from '#db/schema/desk';
import type { Actor } from '#lib/base/actor';
import { actorOfAccount } from '#lib/sessions/sessions';
import type { MailPreference } from '#lib/base/roles';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { lineOf, type Line } from '#lib/review/mail/lines';
import { mostAttempts } from '#lib/people/mail/vocabulary';

/**
 * `kept`: shown here and sent nowhere, because no mail server is set or its reader may not see it
 * any more.
 */
export type Standing = 'waiting' | 'sent' | 'kept' | 'given-up';
export type MessageSeen = Readonly<{
  id: string;
  name: string;
  email: string;
  createdAt: string;
  at: string | null;
  standing: Standing;
  locale: Locale;
  line: Line | null;
}>;

function standingOf(
  row: Readonly<{ sentAt: string | null; dueAt: string | null; attempts: number }>,
): Standing {
  if (row.sentAt) return 'sent';
  if (row.dueAt) return 'waiting';
  return row.attempts >= mostAttempts ? 'given-up' : 'kept';
}

/**
 * A page of the outbox, the latest message first, each as its reader is told; for the
 * administrator, empty for anyone else.
 */
export async function outboxPage(
  actor: Actor,
  page: number,
  size = 50,
): Promise<{ messages: MessageSeen[]; total: number }> {
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
  const messages: MessageSeen[] = [];
  for (const { message, name, email, ...row } of rows) {
    const { id, accountId, createdAt, dueAt, sentAt } = message;
    if (!readers.has(accountId)) readers.set(accountId, await actorOfAccount(accountId));
    const reader = readers.get(accountId);
    const locale = row.locale ?? 'en';
    const line = reader
      ? ((await lineOf({ actor: reader, locale, t: translator(locale) }, message)) ?? null)
      : null;
    messages.push({
      id,
      name,
      email,
      createdAt,
      at: sentAt ?? dueAt,
      standing: standingOf(message),
      locale,
      line,
    });
  }
  return { messages, total: counted?.total ?? 0 };
}

/** How the actor's mail comes. */
export async function mailPreferenceOf(actor: Actor): Promise<MailPreference> {
  const [own] = await read()
    .select({ mail: account.mail })
    .from(account)
    .where(eq(account.id, actor.accountId ?? ''));
  return own?.mail ?? 'daily';
}
