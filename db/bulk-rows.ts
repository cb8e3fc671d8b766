import 'server-only';
import { eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Writer } from '#db/client';
import { engine } from '#db/engine';

/**
 * Many rows as one parameter: a JSON array that the database takes apart. One short statement a
 * table and chunk, whatever the
 * number of rows: drizzle's own list of values costs more than the insert itself. Both engines read
 * their binary JSON once.
 */
const rowsFrom = (values: readonly (readonly unknown[])[]): SQL => {
  const json = JSON.stringify(values);
  return engine === 'sqlite'
    ? sql`jsonb_each(${json})`
    : sql`jsonb_array_elements(${json}::jsonb) as rows(value)`;
};

const cell = (column: PgColumn, place: number): SQL => {
  const text = sql`value ->> ${sql.raw(String(place))}`;
  return column.getSQLType() === 'text'
    ? text
    : sql`cast(${text} as ${sql.raw(column.getSQLType())})`;
};

const stored = (column: PgColumn, given: unknown): unknown => {
  const value = given === undefined ? column.default : given;
  return value === undefined || value === null ? null : column.mapToDriverValue(value);
};

/** Inserts rows of one table, hundreds at a time. */
export async function insertRows<T extends PgTable>(
  tx: Writer,
  table: T,
  rows: readonly T['$inferInsert'][],
) {
  if (rows.length === 0) return;
  const columns = Object.entries<PgColumn>(getTableColumns(table));
  const values = rows.map((row) =>
    columns.map(([name, column]) => stored(column, (row as Record<string, unknown>)[name])),
  );
  await tx.insert(table).select(
    sql`select ${sql.join(
      columns.map(([, column], i) => cell(column, i)),
      sql`, `,
    )} from ${rowsFrom(values)}`,
  );
}

/**
 * Sets the columns that each change names, in the row of its id; all changes name the same columns.
 */
export async function updateRows<T extends PgTable & { id: PgColumn }>(
  tx: Writer,
  table: T,
  changes: readonly (Partial<T['$inferInsert']> & { id: string })[],
) {
  const [first] = changes;
  if (!first) return;
  const columns = Object.entries<PgColumn>(getTableColumns(table)).filter(
    ([name]) => name in first,
  );
  const values = changes.map((row) =>
    columns.map(([name, column]) => stored(column, (row as Record<string, unknown>)[name])),
  );
  const set = Object.fromEntries(
    columns.flatMap(([name, column], i) => (name === 'id' ? [] : [[name, cell(column, i)]])),
  );
  const id = columns.findIndex(([name]) => name === 'id');
  await tx
    .update(table)
    .set(set as never)
    .from(rowsFrom(values))
    .where(eq(table.id, cell(table.id, id)));
}
