import 'server-only';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Reader } from '#db/client';
import { chainHash, genesisHash, type ContentEntry } from '#db/contents/digests';
import { change, event } from '#db/schema';
import type { Fault } from '#db/contents/fault';

const rowsAtATime = 1000;

type LogName = 'change' | 'event';
export type Head = Readonly<{ seq: number; hash: string }>;

/** A row of a log, with its columns of JSON as the stored text. */
type LogRow = Readonly<{
  seq: number;
  previousHash: string;
  hash: string;
  /** What its hash is made of; undefined where a column is not the JSON that was stored. */
  fields: readonly unknown[] | undefined;
  contents: readonly ContentEntry[] | null;
}>;

/** Parses JSON that must be stored to the byte as it was written. */
function parseExactly<T>(text: string): T | undefined {
  try {
    const value = JSON.parse(text) as T;
    return JSON.stringify(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

async function changesAfter(from: Reader, seq: number): Promise<LogRow[]> {
  const rows = await from
    .select({
      seq: change.seq,
      at: change.at,
      actorId: change.actorId,
      verb: change.verb,
      entity: change.entity,
      entityId: change.entityId,
      data: sql<string>`${change.data}`,
      contents: sql<string | null>`${change.contents}`,
      previousHash: change.previousHash,
      hash: change.hash,
    })
    .from(change)
    .where(gt(change.seq, seq))
    .orderBy(asc(change.seq))
    .limit(rowsAtATime);
  return rows.map((row) => {
    const data = parseExactly(row.data);
    const contents = row.contents === null ? null : parseExactly<ContentEntry[]>(row.contents);
    const fields = [row.seq, row.at, row.actorId, row.verb, row.entity, row.entityId, data];
    const isReadable = data !== undefined && contents !== undefined;
    return {
      seq: row.seq,
      previousHash: row.previousHash,
      hash: row.hash,
      fields: isReadable ? [...fields, ...(contents === null ? [] : [contents])] : undefined,
      contents: contents ?? null,
    };
  });
}

async function eventsAfter(from: Reader, seq: number): Promise<LogRow[]> {
  const rows = await from
    .select({
      seq: event.seq,
      at: event.at,
      actorId: event.actorId,
      kind: event.kind,
      data: sql<string>`${event.data}`,
      previousHash: event.previousHash,
      hash: event.hash,
    })
    .from(event)
    .where(gt(event.seq, seq))
    .orderBy(asc(event.seq))
    .limit(rowsAtATime);
  return rows.map((row) => {
    const data = parseExactly(row.data);
    const fields = [row.seq, row.at, row.actorId, row.kind, data];
    return { ...row, fields: data === undefined ? undefined : fields, contents: null };
  });
}

const readers = { change: changesAfter, event: eventsAfter } as const;

const logFault = (table: LogName, kind: Fault['kind'], seq: number): Fault => ({
  kind,
  table,
  id: String(seq),
  seq,
});

/** Whether the row that should follow this hash stands elsewhere in the log. */
async function standsElsewhere(from: Reader, log: LogName, previousHash: string, seq: number) {
  const table = log === 'change' ? change : event;
  const [row] = await from
    .select({ seq: table.seq })
    .from(table)
    .where(and(eq(table.previousHash, previousHash), gt(table.seq, seq)))
    .limit(1);
  return row !== undefined;
}

/** What is wrong with the row that should follow `last`; undefined where it does. */
async function faultOfRow(from: Reader, log: LogName, row: LogRow, last: Head) {
  const expected = last.seq + 1;
  const isNext = row.seq === expected && row.previousHash === last.hash;
  if (isNext) {
    const isAsHashed = row.fields && chainHash(last.hash, row.fields) === row.hash;
    return isAsHashed ? undefined : logFault(log, 'altered', row.seq);
  }
  const isReordered =
    (row.previousHash === last.hash && row.seq !== expected) ||
    (row.previousHash !== last.hash && (await standsElsewhere(from, log, last.hash, expected)));
  if (isReordered) return logFault(log, 'reordered', expected);
  return logFault(log, row.seq === expected ? 'altered' : 'missing', expected);
}

type LogResult = Readonly<{ fault?: Fault; last: Head }>;

/** Walks a log from its first row and recomputes its chain, until the first fault. */
export async function verifyLog(
  from: Reader,
  log: LogName,
  head: Head,
  visit: (row: LogRow) => void,
): Promise<LogResult> {
  let last: Head = { seq: 0, hash: genesisHash };
  for (let hasMore = true; hasMore;) {
    const rows = await readers[log](from, last.seq);
    hasMore = rows.length === rowsAtATime;
    for (const row of rows) {
      const fault = await faultOfRow(from, log, row, last);
      if (fault) return { fault, last };
      visit(row);
      last = { seq: row.seq, hash: row.hash };
    }
  }
  if (last.seq < head.seq) return { fault: logFault(log, 'cut', last.seq + 1), last };
  if (last.seq > head.seq) return { fault: logFault(log, 'added', head.seq + 1), last };
  const fault: Fault = { kind: 'altered', table: 'register', id: '1', seq: last.seq };
  return last.hash === head.hash ? { last } : { fault, last };
}
