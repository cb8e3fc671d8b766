import 'server-only';
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { makePrivate } from '#db/sqlite';
import { inUse, sqliteInUse } from '#lib/operation/backups/in-use';
import { OperationError } from '#lib/operation/base/operation-error';
import {
  createMoving,
  quoted,
  registerQuery,
  registerText,
  type MovedRow,
  type Progress,
  type Store,
  type TargetStore,
} from '#lib/operation/moving/store';
import type { MovedTable } from '#lib/operation/moving/tables';

const has = (connection: Database.Database, table: string) =>
  connection.prepare('select 1 from sqlite_schema where name = ?').get(table) !== undefined;

/** The rows of the tables, which triggers protect; these are put back at once. */
function clear(connection: Database.Database, tables: readonly MovedTable[]) {
  const triggers = connection
    .prepare<[], { name: string; sql: string }>(
      `select name, sql from sqlite_schema where type = 'trigger'`,
    )
    .all();
  for (const { name } of triggers) connection.exec(`drop trigger "${name}"`);
  for (const { name } of tables.toReversed()) connection.exec(`delete from "${name}"`);
  for (const { sql } of triggers) connection.exec(sql);
}

function readingOf(connection: Database.Database, path: string): Store {
  return {
    place: `the file ${path}`,
    migrations: async () =>
      has(connection, 'migration')
        ? connection.prepare<[], string>('select name from migration order by name').pluck().all()
        : [],
    isEmpty: async () => connection.prepare('select 1 from sqlite_schema').get() === undefined,
    register: async () =>
      registerText(connection.prepare<[], Record<string, unknown>>(registerQuery).get()),
    countRows: async ({ name }) =>
      Number(connection.prepare(`select count(*) from "${name}"`).pluck().get()),
    rowsAfter: async ({ name, key, columns }, after, most) => {
      const where = after ? `where (${quoted(key)}) > (${key.map(() => '?').join(', ')})` : '';
      return connection
        .prepare<unknown[], MovedRow>(
          `select ${quoted(columns)} from "${name}" ${where} order by ${quoted(key)} limit ${most}`,
        )
        .all(...(after ?? []));
    },
    lock: async () => {
      connection.exec('begin immediate');
    },
    close: async () => {
      connection.close();
    },
  };
}

/** A SQLite file as the source of a move. @throws OperationError where it is in use. */
export function sqliteSource(
  path: string,
): Readonly<{ store: Store; connection: Database.Database }> {
  if (!existsSync(path))
    throw new OperationError(
      'failed',
      `There is no register in the file ${path}: check DATABASE_URL.`,
    );
  if (sqliteInUse(path)) throw inUse();
  const connection = new Database(path, { fileMustExist: true, timeout: 2000 });
  return { store: readingOf(connection, path), connection };
}

/** A SQLite file as the target of a move. It is made where it is not there. */
export function sqliteTarget(
  path: string,
): Readonly<{ store: TargetStore; connection: Database.Database }> {
  if (existsSync(path) && sqliteInUse(path)) throw inUse();
  makePrivate(path);
  const connection = new Database(path, { timeout: 2000 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  // The whole is checked at the end; a part of it may refer to what is still to come.
  connection.pragma('foreign_keys = OFF');
  const note = ({ source, tableName, lastKey }: Progress) => {
    connection.prepare('delete from moving').run();
    connection.prepare('insert into moving values (?, ?, ?)').run(source, tableName, lastKey);
  };
  const store: TargetStore = {
    ...readingOf(connection, path),
    progress: async () =>
      has(connection, 'moving')
        ? connection
            .prepare<[], Progress>(
              'select source, table_name as "tableName", last_key as "lastKey" from moving',
            )
            .get()
        : undefined,
    begin: async (tables, source) =>
      connection.transaction(() => {
        connection.exec(createMoving);
        clear(connection, tables);
        note({ source, tableName: '', lastKey: null });
      })(),
    add: async ({ name, columns }, rows, progress) =>
      connection.transaction(() => {
        const insert = connection.prepare(
          `insert into "${name}" (${quoted(columns)}) values (${columns.map(() => '?').join(', ')})`,
        );
        for (const row of rows) insert.run(...columns.map((column) => row[column]));
        note(progress);
      })(),
    finish: async () => {
      const broken = connection.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`${broken.length} rows refer to what is not there`);
      connection.exec('drop table moving');
    },
  };
  return { store, connection };
}
