import 'server-only';
import { and, asc, gt, sql } from 'drizzle-orm';
import { boolean, integer, table, text } from '#db/columns/index';
import type { Writer } from '#db/client';
import { coveredTables } from '#db/contents/covered-tables';
import { engine } from '#db/engine';
import type { Connection } from '#db/sqlite';

/**
 * The rows of covered tables that this transaction has written, in their order. Triggers fill it, so
 * that no command can forget a row; it is empty again at the end of each transaction. On SQLite it is
 * a temporary table of the writing connection, on PostgreSQL an unlogged table that knows the
 * transaction. So what another program writes does not get into the log.
 */
const writtenRow = table('written_row', {
  n: integer('n').primaryKey(),
  xid: text('xid'),
  tableName: text('table_name').notNull(),
  row: text('row').notNull(),
  gone: boolean('gone').notNull(),
});

const ofThisTransaction =
  engine === 'sqlite' ? undefined : sql`${writtenRow.xid} = pg_current_xact_id()::text`;

const rowsAtATime = 1000;

export type WrittenRow = Readonly<{ tableName: string; row: string; gone: boolean }>;

/** Yields what this transaction has written to covered tables, some rows at a time. */
export async function* writtenRows(tx: Writer): AsyncGenerator<readonly WrittenRow[]> {
  for (let last = 0, hasMore = true; hasMore;) {
    const rows = await tx
      .select()
      .from(writtenRow)
      .where(and(gt(writtenRow.n, last), ofThisTransaction))
      .orderBy(asc(writtenRow.n))
      .limit(rowsAtATime);
    hasMore = rows.length === rowsAtATime;
    last = rows.at(-1)?.n ?? last;
    if (rows.length > 0) yield rows;
  }
}

export const forgetWrittenRows = (tx: Writer) => tx.delete(writtenRow).where(ofThisTransaction);

export const jsonObject = (columns: readonly string[], prefix: string) =>
  `json_object(${columns.map((column) => `'${column}', ${prefix}."${column}"`).join(', ')})`;

/** Creates the temporary table and its triggers on a connection that writes. */
export function watchWrites(connection: Connection) {
  connection.exec(
    'create temp table if not exists written_row (n integer primary key, xid text, table_name text not null, row text not null, gone integer not null)',
  );
  for (const { name, columns } of coveredTables) {
    const record = (row: 'new' | 'old') =>
      `insert into written_row (table_name, row, gone) values ('${name}', ${jsonObject(columns, row)}, ${row === 'old' ? 1 : 0});`;
    const changed = columns.map((column) => `"${column}"`).join(', ');
    connection.exec(`
      create temp trigger if not exists "${name}_inserted" after insert on main."${name}" begin ${record('new')} end;
      create temp trigger if not exists "${name}_updated" after update of ${changed} on main."${name}" begin ${record('new')} end;
      create temp trigger if not exists "${name}_deleted" after delete on main."${name}" begin ${record('old')} end;
    `);
  }
}
