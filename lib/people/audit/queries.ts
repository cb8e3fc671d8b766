import 'server-only';
import { and, asc, desc, eq, gte, lt, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { read } from '#db/client';
import { account, change, event } from '#db/schema';
import { verification } from '#db/schema/verification';
import type { Actor } from '#lib/base/actor';
import type { Fault } from '#db/contents/fault';
import type { AuditFilter } from '#lib/people/audit/schema';
import { auditPageSize, type AuditKind } from '#lib/people/audit/vocabulary';

/** A row of the audit page: who, when, what and from where, without any content of the register. */
export type AuditRow = Readonly<{
  log: 'change' | 'event';
  seq: number;
  at: string;
  kind: AuditKind;
  name: string | null;
  email: string | null;
  /** The verb, the kind of thing and its id, or the path. */
  what: string;
  network: string | null;
}>;

const mayAudit = (actor: Actor) => actor.role === 'administrator';

/** The first instant after a day. */
const dayAfter = (day: string) => {
  const date = new Date(`${day}T00:00:00.000Z`);
  if (Number.isNaN(date.getTime())) return '9999';
  return new Date(date.getTime() + 86_400_000).toISOString();
};

const clauseOf = (
  { person, from, until }: AuditFilter,
  columns: Readonly<{ at: PgColumn; actorId: PgColumn }>,
): SQL | undefined =>
  and(
    person === '' ? undefined : eq(columns.actorId, person),
    from === '' ? undefined : gte(columns.at, from),
    until === '' ? undefined : lt(columns.at, dayAfter(until)),
  );

async function changesOf(filter: AuditFilter, limit: number): Promise<AuditRow[]> {
  if (filter.kind !== '' && filter.kind !== 'change') return [];
  const rows = await read()
    .select({
      seq: change.seq,
      at: change.at,
      verb: change.verb,
      entity: change.entity,
      entityId: change.entityId,
      name: account.name,
      email: account.email,
    })
    .from(change)
    .leftJoin(account, eq(account.id, change.actorId))
    .where(clauseOf(filter, change))
    .orderBy(desc(change.seq))
    .limit(limit);
  return rows.map(({ verb, entity, entityId, ...row }) => ({
    ...row,
    log: 'change',
    kind: 'change',
    what: `${verb} ${entity} ${entityId}`,
    network: null,
  }));
}

const shownData = ['path', 'email', 'attachmentId', 'need', 'note'] as const;

async function eventsOf(filter: AuditFilter, limit: number): Promise<AuditRow[]> {
  if (filter.kind === 'change') return [];
  const rows = await read()
    .select({
      seq: event.seq,
      at: event.at,
      kind: event.kind,
      data: event.data,
      name: account.name,
      email: account.email,
    })
    .from(event)
    .leftJoin(account, eq(account.id, event.actorId))
    .where(
      and(clauseOf(filter, event), filter.kind === '' ? undefined : eq(event.kind, filter.kind)),
    )
    .orderBy(desc(event.seq))
    .limit(limit);
  return rows.map(({ data, kind, ...row }) => ({
    ...row,
    log: 'event',
    kind: kind as AuditKind,
    what: shownData.flatMap((name) => (data[name] ? [String(data[name])] : [])).join(' '),
    network: typeof data.network === 'string' ? data.network : null,
  }));
}

const latestFirst = (a: AuditRow, b: AuditRow) =>
  b.at === a.at ? b.seq - a.seq : Number(b.at > a.at) * 2 - 1;

/** What was done, refused, read and exported, the latest first; only for administrators. */
export async function auditRows(
  actor: Actor,
  filter: AuditFilter,
  size = auditPageSize,
): Promise<{ rows: readonly AuditRow[]; hasMore: boolean }> {
  if (!mayAudit(actor)) return { rows: [], hasMore: false };
  const end = filter.page * size;
  const [changes, events] = await Promise.all([
    changesOf(filter, end + 1),
    eventsOf(filter, end + 1),
  ]);
  const all = [...changes, ...events].toSorted(latestFirst);
  return { rows: all.slice(end - size, end), hasMore: all.length > end };
}

/** The people who can have done something, by name. */
export async function auditPeople(
  actor: Actor,
): Promise<readonly Readonly<{ id: string; name: string; email: string }>[]> {
  if (!mayAudit(actor)) return [];
  return read()
    .select({ id: account.id, name: account.name, email: account.email })
    .from(account)
    .orderBy(asc(account.name), asc(account.id));
}

export type LastVerification = Readonly<{ at: string; head: string; fault: Fault | null }>;

/** The result of the last `npm run verify`. */
export async function lastVerification(actor: Actor): Promise<LastVerification | undefined> {
  if (!mayAudit(actor)) return undefined;
  const [row] = await read()
    .select()
    .from(verification)
    .orderBy(desc(verification.at), desc(verification.id))
    .limit(1);
  return row && { at: row.at, head: `${row.seq}:${row.hash}`, fault: row.fault };
}
