import 'server-only';
import { and, asc, eq, inArray, lte, min, ne, sql, type SQL } from 'drizzle-orm';
import { read, transaction } from '#db/client';
import { account } from '#db/schema';
import { outbox } from '#db/schema/data-entry';
import { actorOfAccount } from '#lib/sessions/sessions';
import { environment } from '#lib/base/env';
import { translator } from '#lib/text/i18n';
import { log } from '#lib/base/log';
import { composeLinkMail } from '#lib/review/mail/link-mail';
import type { Delivery, OutgoingMail } from '#lib/review/mail/delivery';
import { leaseUntil, retryAt } from '#lib/people/mail/schedule';
import { composeMail } from '#lib/review/mail/compose-mail';
import { renderMessage, type MessageLine } from '#lib/review/mail/render-message';
import { maxAttempts } from '#lib/people/mail/vocabulary';

type Row = typeof outbox.$inferSelect;
const maxMails = 200;

const updateRows = (
  ids: readonly string[],
  values: Partial<typeof outbox.$inferInsert>,
  condition?: SQL,
) =>
  ids.length === 0
    ? undefined
    : transaction(async (tx) => {
        await tx
          .update(outbox)
          .set(values)
          .where(and(inArray(outbox.id, [...ids]), condition));
      });

/**
 * Leases the rows of one mail, so that no other process sends it too: only the first of several
 * concurrent updates finds them due.
 */
const leaseRows = (rowsOfMail: SQL, now: Date): Promise<Row[]> =>
  transaction(async (tx) => {
    const rows = await tx
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1`, dueAt: leaseUntil(now) })
      .where(and(rowsOfMail, lte(outbox.dueAt, now.toISOString())))
      .returning();
    return rows.toSorted((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));
  });

/** The code of a failure; its message may contain an address. */
const errorCode = (error: unknown) =>
  error instanceof Error
    ? {
        code: 'code' in error ? String(error.code) : error.name,
        response: 'responseCode' in error ? Number(error.responseCode) : undefined,
      }
    : {};

/** Delivers a mail of these rows, and notes that it was sent or when it is tried again. */
async function deliverRows(
  rows: readonly Row[],
  mail: Omit<OutgoingMail, 'id' | 'kinds'>,
  { deliver }: Delivery,
  now: Date,
): Promise<boolean> {
  const ids = rows.map(({ id }) => id);
  try {
    const kinds = [...new Set(rows.map(({ kind }) => kind))];
    const sent = await deliver({ id: ids[0]!, kinds, ...mail });
    await updateRows(ids, { dueAt: null, sentAt: sent ? now.toISOString() : null });
    return sent;
  } catch (error) {
    const { accountId } = mail;
    log.warn({ accountId, messages: ids.length, ...errorCode(error) }, 'a mail could not be sent');
    await updateRows(ids, { dueAt: null }, sql`${outbox.attempts} >= ${maxAttempts}`);
    for (const attempts of new Set(rows.map((row) => row.attempts))) {
      const retry = retryAt(attempts, now);
      if (retry) await updateRows(ids, { dueAt: retry }, eq(outbox.attempts, attempts));
    }
    return false;
  }
}

/** Sends these rows of one person as one mail. Messages that they may no longer see are dropped. */
async function sendRows(
  accountId: string,
  rows: readonly Row[],
  delivery: Delivery,
  now: Date,
): Promise<boolean> {
  const reader = await actorOfAccount(accountId);
  const locale = reader?.locale ?? 'en';
  const t = translator(locale);
  const rendered: (MessageLine & Readonly<{ row: Row }>)[] = [];
  for (const row of reader ? rows : []) {
    const line = await renderMessage({ actor: reader!, locale, t }, row);
    if (line) rendered.push({ ...line, row });
  }
  const shown = rendered.map(({ row }) => row);
  await updateRows(
    rows.filter((row) => !shown.includes(row)).map(({ id }) => id),
    { dueAt: null },
  );
  if (!reader || rendered.length === 0) return false;
  const { name, email } = reader;
  const origin = environment().publicUrl.origin;
  const letter = composeMail({ locale, t, name, lines: rendered, origin });
  return deliverRows(shown, { accountId, name, email, letter }, delivery, now);
}

/** Sends a one-time link, each in a mail of its own. One that opens nothing any more is dropped. */
async function sendLink(row: Row, delivery: Delivery, now: Date): Promise<boolean> {
  const mail = await composeLinkMail(row.data.invitation ?? '', now);
  if (mail) return deliverRows([row], { accountId: row.accountId, ...mail }, delivery, now);
  await updateRows([row.id], { dueAt: null });
  return false;
}

const isLink = eq(outbox.kind, 'link');
const isMessage = ne(outbox.kind, 'link');

/** Sends the links that are due; returns how many were sent. */
async function sendLinks(delivery: Delivery, now: Date, stopped: () => boolean): Promise<number> {
  const due = await read()
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isLink, lte(outbox.dueAt, now.toISOString())))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(maxMails);
  let mails = 0;
  for (const { id } of due) {
    if (stopped()) return mails;
    const [row] = await leaseRows(eq(outbox.id, id), now);
    if (row && (await sendLink(row, delivery, now))) mails += 1;
  }
  return mails;
}

/** A condition for each message that is due to be sent by itself. */
async function singleMessages(ofAccount: SQL, now: Date): Promise<SQL[]> {
  const rows = await read()
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(ofAccount, lte(outbox.dueAt, now.toISOString())))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(maxMails);
  return rows.map(({ id }) => eq(outbox.id, id));
}

/**
 * Sends due mail: one for each person, or one for each message if they prefer that. Returns how
 * many were sent.
 */
export async function sendDueMail(
  delivery: Delivery,
  { now = new Date(), stopped = () => false }: { now?: Date; stopped?: () => boolean } = {},
): Promise<number> {
  const waiting = await read()
    .select({ accountId: outbox.accountId, mail: account.mail })
    .from(outbox)
    .innerJoin(account, eq(account.id, outbox.accountId))
    .where(and(isMessage, lte(outbox.dueAt, now.toISOString())))
    .groupBy(outbox.accountId, account.mail)
    .orderBy(asc(min(outbox.dueAt)), asc(outbox.accountId))
    .limit(maxMails);
  let mails = await sendLinks(delivery, now, stopped);
  for (const { accountId, mail } of waiting) {
    const ofAccount = and(isMessage, eq(outbox.accountId, accountId))!;
    const mailConditions = mail === 'each' ? await singleMessages(ofAccount, now) : [ofAccount];
    for (const rowsOfMail of mailConditions) {
      if (stopped()) return mails;
      const rows = await leaseRows(rowsOfMail, now);
      if (rows.length > 0 && (await sendRows(accountId, rows, delivery, now))) mails += 1;
    }
  }
  return mails;
}
