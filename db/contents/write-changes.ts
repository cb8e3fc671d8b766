import 'server-only';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { insertRows } from '#db/bulk-rows';
import type { Writer } from '#db/client';
import { coveredTables } from '#db/contents/covered-tables';
import {
  chainHash,
  rowDigest,
  rowKey,
  type ContentEntry,
  type StoredRow,
} from '#db/contents/digests';
import type { PendingChanges } from '#db/contents/pending-changes';
import { forgetWrittenRows, writtenRows, type WrittenRow } from '#db/contents/written-rows';
import { change, register } from '#db/schema';

const tablesByName = new Map(coveredTables.map((table) => [table.name, table]));

const seqColumns = ['to_seq', 'counted_to_seq', 'from_seq', 'seq'];

/** The change that a row belongs to: the one whose number it bears, or else the last one. */
function changeOf(row: StoredRow, first: number, last: number): number {
  for (const column of seqColumns) {
    const seq = row[column];
    if (typeof seq === 'number' && seq >= first && seq <= last) return seq;
  }
  return last;
}

type Contents = Map<string, Readonly<{ seq: number; entry: ContentEntry }>>;

function addEntry(contents: Contents, { tableName, row: text, gone }: WrittenRow, range: Range) {
  const { key, columns } = tablesByName.get(tableName)!;
  const row = JSON.parse(text) as StoredRow;
  const id = rowKey(key, row);
  const digest = gone ? null : rowDigest(tableName, columns, row);
  contents.set(`${tableName} ${id}`, {
    seq: changeOf(row, range.first, range.last),
    entry: [tableName, id, digest],
  });
}

type Range = Readonly<{ first: number; last: number }>;

/** What this transaction has written to covered tables: the digests of the rows, by change. */
async function readContents(tx: Writer, range: Range): Promise<Map<number, ContentEntry[]>> {
  const contents: Contents = new Map();
  let pages = 0;
  for await (const rows of writtenRows(tx)) {
    // A long import lets other requests in between.
    if (pages > 0) await nextTurn();
    pages += 1;
    for (const row of rows) addEntry(contents, row, range);
  }
  if (pages > 0) await forgetWrittenRows(tx);
  const bySeq = new Map<number, ContentEntry[]>();
  for (const { seq, entry } of contents.values()) {
    const entries = bySeq.get(seq);
    if (entries) entries.push(entry);
    else bySeq.set(seq, [entry]);
  }
  return bySeq;
}

/**
 * Writes the changes of a transaction to the log, as its last step: each with the digests of the rows
 * that it wrote, chained by hashes, and after them the new head. The first also names the head of the
 * log of events.
 * @throws Error where the transaction has written rows without recording a change.
 */
export async function writeChanges(tx: Writer, { heads, changes }: PendingChanges) {
  const first = heads ? heads.revision + 1 : 0;
  const last = heads ? heads.revision + changes.length : 0;
  const contents = await readContents(tx, { first, last });
  if (!heads || changes.length === 0) {
    if (contents.size === 0) return;
    const [[[name]]] = [...contents.values()] as [[ContentEntry]];
    throw new Error(`rows of ${name} were written without a change`);
  }
  let previousHash = heads.hash;
  const rows = changes.map((each): typeof change.$inferInsert => {
    const entries = [...(each.sealed ?? []), ...(contents.get(each.seq) ?? [])];
    if (each.seq === first && heads.eventSeq > 0)
      entries.push(['event', String(heads.eventSeq), heads.eventHash]);
    const { seq, at, actorId, verb, entity, entityId, data } = each;
    const fields = [seq, at, actorId, verb, entity, entityId, data, entries];
    const hash = chainHash(previousHash, fields);
    const row = { seq, at, actorId, verb, entity, entityId, data, contents: entries };
    const linked = { ...row, previousHash, hash };
    previousHash = hash;
    return linked;
  });
  await insertRows(tx, change, rows);
  await tx
    .update(register)
    .set({ revision: last, headHash: previousHash })
    .where(eq(register.id, 1));
}
