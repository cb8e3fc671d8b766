import 'server-only';
import { and, asc, desc, eq, gte, inArray, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { read } from '#db/client';
import { account, change, event, need, register } from '#db/schema';
import { verification } from '#db/schema/verification';
import type { Actor } from '#lib/base/actor';
import type { Fault } from '#db/contents/fault';
import type { AuditFilter } from '#lib/people/audit/schema';
import { auditPageSize, type AuditKind, type EventKind } from '#lib/people/audit/vocabulary';
import { likePattern } from '#lib/text/escape';

/** A row of the audit page: who, when, what and from where, without any content of the register. */
export type AuditRow = Readonly<{
  log: 'change' | 'event';
  seq: number;
  at: string;
  kind: AuditKind;
  name: string | null;
  email: string | null;
  /** The codes of a change of the register; the page and the export give them names. */
  change?: Readonly<{ verb: string; entity: string }>;
  /** The id of the thing that was changed, or the path. */
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

type Columns = Readonly<{ at: PgColumn; actorId: PgColumn; data: PgColumn }>;

/** Finds the text in the stored JSON. */
const inData = (column: PgColumn, text: string) =>
  sql`${column} like ${likePattern(text)} escape '!'`;

const clauseOf = (
  { person, from, until, network }: AuditFilter,
  { at, actorId, data }: Columns,
): SQL | undefined =>
  and(
    person === '' ? undefined : eq(actorId, person),
    from === '' ? undefined : gte(at, from),
    until === '' ? undefined : lt(at, dayAfter(until)),
    network === '' ? undefined : inData(data, `"network":${JSON.stringify(network)}`),
  );

/** The last rows that are read, and how many: those of an export, or the first ones of a page. */
type Part = Readonly<{ upTo: number; limit: number }>;

const networkOf = ({ network }: Record<string, unknown>) =>
  typeof network === 'string' ? network : null;

async function changesOf(filter: AuditFilter, { upTo, limit }: Part): Promise<AuditRow[]> {
  if (filter.kind !== '' && filter.kind !== 'change') return [];
  const rows = await read()
    .select({
      seq: change.seq,
      at: change.at,
      verb: change.verb,
      entity: change.entity,
      entityId: change.entityId,
      data: change.data,
      name: account.name,
      email: account.email,
    })
    .from(change)
    .leftJoin(account, eq(account.id, change.actorId))
    .where(
      and(
        lte(change.seq, upTo),
        clauseOf(filter, change),
        filter.about === '' ? undefined : eq(change.entityId, filter.about),
      ),
    )
    .orderBy(desc(change.seq))
    .limit(limit);
  return rows.map(({ verb, entity, entityId, data, ...row }) => ({
    ...row,
    log: 'change',
    kind: 'change',
    change: { verb, entity },
    what: entityId,
    network: networkOf(data),
  }));
}

const shownData = ['path', 'email', 'review', 'attachmentId', 'need', 'note'] as const;

async function eventsOf(filter: AuditFilter, { upTo, limit }: Part): Promise<AuditRow[]> {
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
      and(
        lte(event.seq, upTo),
        clauseOf(filter, event),
        filter.kind === '' ? undefined : inArray(event.kind, kindsLike(filter.kind)),
        filter.about === '' ? undefined : inData(event.data, filter.about),
      ),
    )
    .orderBy(desc(event.seq))
    .limit(limit);
  return rows.map(({ data, kind, ...row }) => ({
    ...row,
    log: 'event',
    kind: kindOfEvent(kind),
    what: shownData.flatMap((name) => (data[name] ? [String(data[name])] : [])).join(' '),
    network: networkOf(data),
  }));
}

/** Templates were once recorded as `exported`: the rows of such a log stay as they are. */
const kindOfEvent = (kind: string) => (kind === 'exported' ? 'export' : (kind as EventKind));

const kindsLike = (kind: AuditKind) => (kind === 'export' ? [kind, 'exported'] : [kind]);

const readers = { change: changesOf, event: eventsOf } as const;

/** The filter with the id of a need in the place of its reference. */
async function withId(filter: AuditFilter): Promise<AuditFilter> {
  if (filter.about === '') return filter;
  const [found] = await read()
    .select({ id: need.id })
    .from(need)
    .where(eq(need.reference, filter.about.toUpperCase()));
  return found ? { ...filter, about: found.id } : filter;
}

const latestFirst = (a: AuditRow, b: AuditRow) =>
  b.at === a.at ? b.seq - a.seq : Number(b.at > a.at) * 2 - 1;

/** The greatest number of a row on both engines. */
const everything = 2_147_483_647;

/** What was done, refused, read and exported, the latest first; only for administrators. */
export async function auditRows(
  actor: Actor,
  filter: AuditFilter,
  size = auditPageSize,
): Promise<{ rows: readonly AuditRow[]; hasMore: boolean }> {
  if (!mayAudit(actor)) return { rows: [], hasMore: false };
  const end = filter.page * size;
  const part = { upTo: everything, limit: end + 1 };
  const asked = await withId(filter);
  const [changes, events] = await Promise.all([changesOf(asked, part), eventsOf(asked, part)]);
  const all = [...changes, ...events].toSorted(latestFirst);
  return { rows: all.slice(end - size, end), hasMore: all.length > end };
}

/** The rows of a log up to one of them, the latest first, read a batch at a time. */
async function* rowsOfLog(
  log: keyof typeof readers,
  filter: AuditFilter,
  last: number,
  batch: number,
): AsyncGenerator<AuditRow> {
  for (let upTo = last; ;) {
    const rows = await readers[log](filter, { upTo, limit: batch });
    yield* rows;
    if (rows.length < batch) return;
    upTo = rows.at(-1)!.seq - 1;
  }
}

/** All that the filter describes up to now, the latest first, without holding it in memory. */
export async function* allAuditRows(
  actor: Actor,
  filter: AuditFilter,
  batch = 500,
): AsyncGenerator<AuditRow> {
  if (!mayAudit(actor)) return;
  const asked = await withId(filter);
  const [heads] = await read()
    .select({ change: register.revision, event: register.eventSeq })
    .from(register);
  const changes = rowsOfLog('change', asked, heads?.change ?? 0, batch);
  const events = rowsOfLog('event', asked, heads?.event ?? 0, batch);
  let [nextChange, nextEvent] = [await changes.next(), await events.next()];
  while (!nextChange.done || !nextEvent.done) {
    const isChange =
      nextEvent.done || (!nextChange.done && latestFirst(nextChange.value, nextEvent.value) <= 0);
    if (isChange && !nextChange.done) {
      yield nextChange.value;
      nextChange = await changes.next();
    } else if (!nextEvent.done) {
      yield nextEvent.value;
      nextEvent = await events.next();
    }
  }
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
