import 'server-only';
import { sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/client';
import type { CoveredTable } from '#db/contents/covered-tables';
import { rowDigest, rowKey, type StoredRow } from '#db/contents/digests';
import { jsonObject } from '#db/contents/written-rows';
import { engine } from '#db/engine';

const rowsAtATime = 1000;

const quoted = (name: string) => sql.raw(`"${name}"`);

const tuple = (parts: readonly SQL[]) => sql`(${sql.join([...parts], sql`, `)})`;

/** The rows of a covered table, as the database stores them, in the order of their keys. */
export async function* readRows(
  from: Reader,
  { name, table, key, columns }: CoveredTable,
): AsyncGenerator<readonly StoredRow[]> {
  const asJson =
    engine === 'sqlite'
      ? sql<string>`${sql.raw(jsonObject(columns, `"${name}"`))}`
      : sql<string>`to_jsonb(${table})::text`;
  const keyColumns = tuple(key.map((column) => sql`${table}.${quoted(column)}`));
  let after: SQL | undefined;
  for (let hasMore = true; hasMore;) {
    const found = await from
      .select({ row: asJson })
      .from(table)
      .where(after)
      .orderBy(...key.map((column) => sql`${table}.${quoted(column)}`))
      .limit(rowsAtATime);
    hasMore = found.length === rowsAtATime;
    const rows = found.map(({ row }) => JSON.parse(row) as StoredRow);
    const last = rows.at(-1);
    if (last) {
      after = sql`${keyColumns} > ${tuple(key.map((column) => sql`${last[column]}`))}`;
      yield rows;
    }
  }
}

export type RowDigest = Readonly<{ key: string; digest: string; seq: number | null }>;

/** The digest of a stored row, with its key and the change in which it began, if the row says so. */
export function digestOf({ name, key, columns }: CoveredTable, row: StoredRow): RowDigest {
  const seq = row.from_seq ?? row.seq;
  return {
    key: rowKey(key, row),
    digest: rowDigest(name, columns, row),
    seq: typeof seq === 'number' ? seq : null,
  };
}
