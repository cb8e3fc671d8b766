import 'server-only';
import type Database from 'better-sqlite3';
import type { Client } from 'pg';
import { OperationError } from '#lib/operation/base/operation-error';

/** A table as it is moved. Columns are in the order of their names, so that both engines agree. */
export type MovedTable = Readonly<{
  name: string;
  key: readonly string[];
  columns: readonly string[];
  /** Columns that PostgreSQL stores as booleans, and SQLite as 0 and 1. */
  booleans: ReadonlySet<string>;
  /** Whether it holds files, of which few are read at a time. */
  hasFiles: boolean;
}>;

/** What belongs to one database alone: its migrations, and the notes of the triggers and of a move. */
const ownTables = new Set(['migration', 'written_row', 'moving']);

type Column = Readonly<{ name: string; type: string; pk: number }>;

/** The name of each table with those that its foreign keys refer to. */
function referencesOf(connection: Database.Database): Map<string, ReadonlySet<string>> {
  const names = connection
    .prepare<[], string>(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`,
    )
    .pluck()
    .all()
    .filter((name) => !ownTables.has(name));
  return new Map(
    names.map((name) => {
      const keys = connection.pragma(`foreign_key_list("${name}")`) as { table: string }[];
      return [name, new Set(keys.map(({ table }) => table).filter((table) => table !== name))];
    }),
  );
}

/**
 * The tables, each after those that it refers to. The row of the register itself is the last, so that
 * there is no register before all of it is there.
 */
function inOrder(references: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const ordered = new Set<string>();
  const waiting = new Set(references.keys());
  waiting.delete('register');
  while (waiting.size > 0) {
    const ready = [...waiting].filter((name) =>
      [...references.get(name)!].every((table) => ordered.has(table)),
    );
    if (ready.length === 0) throw new Error('the tables refer to each other in a circle');
    for (const name of ready) {
      ordered.add(name);
      waiting.delete(name);
    }
  }
  return [...ordered, 'register'];
}

const otherSchema = (what: string) =>
  new OperationError(
    'foreign',
    `The two databases do not have the same tables (${what}). Use one release for both.`,
  );

type ColumnTypes = ReadonlyMap<string, ReadonlyMap<string, string>>;

async function columnsOfPostgresql(client: Client): Promise<ColumnTypes> {
  const { rows } = await client.query<{ table: string; name: string; type: string }>(
    `select table_name as table, column_name as name, data_type as type
     from information_schema.columns where table_schema = current_schema()`,
  );
  const found = new Map<string, Map<string, string>>();
  for (const { table, name, type } of rows) {
    if (ownTables.has(table)) continue;
    found.set(table, (found.get(table) ?? new Map<string, string>()).set(name, type));
  }
  return found;
}

/**
 * The tables of a register in the order in which they are moved.
 * @throws OperationError where the two databases differ in a table or a column.
 */
export async function movedTables(
  connection: Database.Database,
  client: Client,
): Promise<readonly MovedTable[]> {
  const names = inOrder(referencesOf(connection));
  const ofPostgresql = await columnsOfPostgresql(client);
  const strange = [...ofPostgresql.keys()].find((name) => !names.includes(name));
  if (strange) throw otherSchema(strange);
  return names.map((name) => {
    const columns = connection.pragma(`table_info("${name}")`) as Column[];
    const types = ofPostgresql.get(name) ?? new Map<string, string>();
    const byName = columns.map((column) => column.name).toSorted();
    if (byName.join() !== [...types.keys()].toSorted().join()) throw otherSchema(name);
    return {
      name,
      key: columns
        .filter(({ pk }) => pk > 0)
        .toSorted((a, b) => a.pk - b.pk)
        .map((column) => column.name),
      columns: byName,
      booleans: new Set(byName.filter((column) => types.get(column) === 'boolean')),
      hasFiles: columns.some(({ type }) => type === 'BLOB'),
    };
  });
}
