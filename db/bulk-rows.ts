import 'server-only';
import { eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Writer } from '#db/client';
import { engine } from '#db/engine';

/**
 * Many rows as one parameter: a JSON array that the database unpacks. So one short statement inserts
 * any number of rows, where drizzle's own list of values costs more than the insert itself.
 */
const rowsFrom = (values: readonly (readonly unknown[])[]): SQL => {
  const json = JSON.stringify(values);
  return engine === 'sqlite'
    ? sql`jsonb_each(${json})`
    : sql`jsonb_array_elements(${json}::jsonb) as rows(value)`;
};

/** The value of a column, by its position in the array of a row. */
const valueOf = (column: PgColumn, position: number): SQL => {
  const text = sql`value ->> ${sql.raw(String(position))}`;
  return column.getSQLType() === 'text'
    ? text
    : sql`cast(${text} as ${sql.raw(column.getSQLType())})`;
};

/** A value as the driver takes it, or the default of its column. */
const toDriverValue = (column: PgColumn, input: unknown): unknown => {
  const value = input === undefined ? column.default : input;
  return value === undefined || value === null ? null : column.mapToDriverValue(value);
};

/** Inserts many rows into a table by one statement. */
export async function insertRows<T extends PgTable>(
  tx: Writer,
  table: T,
  rows: readonly T['$inferInsert'][],
) {
  if (rows.length === 0) return;
  const columns = Object.entries<PgColumn>(getTableColumns(table));
  const values = rows.map((row) =>
    columns.map(([name, column]) => toDriverValue(column, (row as Record<string, unknown>)[name])),
  );
  await tx.insert(table).select(
    sql`select ${sql.join(
      columns.map(([, column], i) => valueOf(column, i)),
      sql`, `,
    )} from ${rowsFrom(values)}`,
  );
}

/** Updates rows by their id. Every change has the same columns. */
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
    columns.map(([name, column]) => toDriverValue(column, (row as Record<string, unknown>)[name])),
  );
  const set = Object.fromEntries(
    columns.flatMap(([name, column], i) => (name === 'id' ? [] : [[name, valueOf(column, i)]])),
  );
  const idPosition = columns.findIndex(([name]) => name === 'id');
  await tx
    .update(table)
    .set(set as never)
    .from(rowsFrom(values))
    .where(eq(table.id, valueOf(table.id, idPosition)));
}
