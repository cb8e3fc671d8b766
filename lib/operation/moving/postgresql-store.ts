import 'server-only';
import { Client } from 'pg';
import { inUse } from '#lib/operation/backups/in-use';
import { OperationError } from '#lib/operation/base/operation-error';
import {
  createMoving,
  quoted,
  registerQuery,
  registerText,
  type MovedRow,
  type MovedValue,
  type Progress,
  type Store,
  type TargetStore,
} from '#lib/operation/moving/store';
import type { MovedTable } from '#lib/operation/moving/tables';

const placeOf = (databaseUrl: string) => {
  const { host, pathname } = new URL(databaseUrl);
  return `PostgreSQL at ${host}${pathname}`;
};

async function connect(databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === '3D000')
      throw new OperationError(
        'unreachable',
        `There is no such database: ${placeOf(databaseUrl)}. Make it first, by: create database NAME`,
      );
    if (code === '28P01' || code === '28000')
      throw new OperationError(
        'permission',
        `${placeOf(databaseUrl)} does not let this role in. Check its name and its password.`,
      );
    throw new OperationError('unreachable', `${placeOf(databaseUrl)} does not answer.`);
  }
  return client;
}

async function has(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ name: string | null }>(
    'select to_regclass(quote_ident($1)) as name',
    [table],
  );
  return rows[0]?.name !== null;
}

/** A row as SQLite would store it. */
const fromPostgresql = (row: Readonly<Record<string, unknown>>): MovedRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? Number(value) : (value as MovedValue),
    ]),
  );

/** Text is ordered by its bytes, as SQLite orders it, whatever the language of the server is. */
const byBytes = (key: readonly string[], types: ReadonlyMap<string, string>) =>
  key
    .map((name) => (types.get(name) === 'text' ? `"${name}" collate "C"` : `"${name}"`))
    .join(', ');

async function keyTypes(
  client: Client,
  { name }: MovedTable,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = current_schema() and table_name = $1`,
    [name],
  );
  return new Map(rows.map((row) => [row.name, row.type]));
}

/** Others may look at this database, but nobody may write while it is moved. */
async function lock(client: Client) {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database()
       and pid <> pg_backend_pid() and coalesce(backend_type, 'client backend') = 'client backend'`,
  );
  if (rows[0]!.n > 0) throw inUse();
  await client.query('begin isolation level repeatable read');
  const tables = await client.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = current_schema()`,
  );
  const names = tables.rows.map(({ name }) => name).join(', ');
  if (names) await client.query(`lock table ${names} in share mode nowait`);
}

function readingOf(client: Client, databaseUrl: string): Store {
  const types = new Map<string, Promise<ReadonlyMap<string, string>>>();
  const typesOf = (table: MovedTable) => {
    const known = types.get(table.name) ?? keyTypes(client, table);
    types.set(table.name, known);
    return known;
  };
  return {
    place: placeOf(databaseUrl),
    migrations: async () => {
      if (!(await has(client, 'migration'))) return [];
      const { rows } = await client.query<{ name: string }>(
        'select name from migration order by name collate "C"',
      );
      return rows.map(({ name }) => name);
    },
    isEmpty: async () => {
      const { rows } = await client.query(
        'select 1 from pg_tables where schemaname = current_schema() limit 1',
      );
      return rows.length === 0;
    },
    register: async () => registerText((await client.query(registerQuery)).rows[0]),
    countRows: async ({ name }) => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from "${name}"`,
      );
      return rows[0]!.n;
    },
    rowsAfter: async (table, after, most) => {
      const key = byBytes(table.key, await typesOf(table));
      const where = after
        ? `where (${key}) > (${after.map((_, n) => `$${n + 1}`).join(', ')})`
        : '';
      const { rows } = await client.query<Record<string, unknown>>(
        `select ${quoted(table.columns)} from "${table.name}" ${where} order by ${key} limit ${most}`,
        [...(after ?? [])],
      );
      return rows.map(fromPostgresql);
    },
    lock: () => lock(client),
    close: () => client.end(),
  };
}

/** A PostgreSQL database as the source of a move. */
export async function postgresqlSource(
  databaseUrl: string,
): Promise<Readonly<{ store: Store; client: Client }>> {
  const client = await connect(databaseUrl);
  return { store: readingOf(client, databaseUrl), client };
}

/** A value as JSON that PostgreSQL reads as one of its column. */
function toJson(value: MovedValue | undefined, isBoolean: boolean): unknown {
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return isBoolean && value !== null ? value === 1 : value;
}

async function inTransaction(client: Client, work: () => Promise<void>) {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function insert(
  client: Client,
  { name, columns, booleans }: MovedTable,
  rows: readonly MovedRow[],
) {
  const json = rows.map((row) =>
    Object.fromEntries(
      columns.map((column) => [column, toJson(row[column], booleans.has(column))]),
    ),
  );
  // What the triggers of the register would note of these rows is in its logs already.
  await client.query(`alter table "${name}" disable trigger user`);
  await client.query(
    `insert into "${name}" (${quoted(columns)})
     select ${quoted(columns)} from json_populate_recordset(null::"${name}", $1::json)`,
    [JSON.stringify(json)],
  );
  await client.query(`alter table "${name}" enable trigger user`);
}

/** A PostgreSQL database as the target of a move. */
export async function postgresqlTarget(
  databaseUrl: string,
): Promise<Readonly<{ store: TargetStore; client: Client }>> {
  const client = await connect(databaseUrl);
  const note = async ({ source, tableName, lastKey }: Progress) => {
    await client.query('delete from moving');
    await client.query('insert into moving values ($1, $2, $3)', [source, tableName, lastKey]);
  };
  const store: TargetStore = {
    ...readingOf(client, databaseUrl),
    progress: async () => {
      if (!(await has(client, 'moving'))) return undefined;
      const { rows } = await client.query<Progress>(
        'select source, table_name as "tableName", last_key as "lastKey" from moving',
      );
      return rows[0];
    },
    begin: (tables, source) =>
      inTransaction(client, async () => {
        await client.query(createMoving);
        for (const { name } of tables.toReversed()) {
          await client.query(`alter table "${name}" disable trigger user`);
          await client.query(`delete from "${name}"`);
          await client.query(`alter table "${name}" enable trigger user`);
        }
        await note({ source, tableName: '', lastKey: null });
      }),
    add: (table, rows, progress) =>
      inTransaction(client, async () => {
        await insert(client, table, rows);
        await note(progress);
      }),
    finish: async () => {
      await client.query('drop table moving');
      await client.query('analyze');
    },
  };
  return { store, client };
}
