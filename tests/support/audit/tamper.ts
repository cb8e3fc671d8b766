import Database from 'better-sqlite3';
import { Client } from 'pg';

type Value = string | number | boolean | null | Buffer;
export type StoredRow = Record<string, Value>;

/** A connection of somebody who owns the database: no trigger and no key holds them. */
export type Intruder = Readonly<{
  run: (query: string, params?: readonly Value[]) => Promise<StoredRow[]>;
  close: () => Promise<void>;
}>;

function sqliteIntruder(path: string): Intruder {
  const db = new Database(path, { timeout: 5000 });
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
  const run = (query: string, params: readonly Value[] = []) => {
    const statement = db.prepare<Value[], StoredRow>(query);
    if (statement.reader) return statement.all(...params);
    statement.run(...params);
    return [];
  };
  return {
    run: async (query, params) => run(query, params),
    close: async () => void db.close(),
  };
}

async function postgresqlIntruder(connectionString: string): Promise<Intruder> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query('set session_replication_role = replica');
  return {
    run: async (query, params = []) => {
      let n = 0;
      const text = query.replaceAll('?', () => `$${++n}`);
      return (await client.query<StoredRow>(text, [...params])).rows;
    },
    close: () => client.end(),
  };
}

export function openIntruder(): Promise<Intruder> {
  const url = process.env.DATABASE_URL!;
  return url.startsWith('file:')
    ? Promise.resolve(sqliteIntruder(url.slice('file:'.length)))
    : postgresqlIntruder(url);
}

const columnsOf = (row: StoredRow) => Object.keys(row);

export async function insertStored({ run }: Intruder, table: string, row: StoredRow) {
  const columns = columnsOf(row);
  await run(
    `insert into "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    Object.values(row),
  );
}

export const whereKey = (key: readonly string[]) =>
  key.map((name) => `"${name}" = ?`).join(' and ');

/** Another value of the same kind. */
export function otherValue(value: Value): Value {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return typeof value === 'string' ? `${value}x` : 'x';
}
