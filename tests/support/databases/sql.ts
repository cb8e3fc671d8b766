import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Pool, types } from 'pg';

type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

const toNumber = new Map<number, (text: string) => number>([
  [types.builtins.BOOL, (text) => (text === 't' ? 1 : 0)],
  [types.builtins.INT8, Number],
  [types.builtins.NUMERIC, Number],
]);

/** Counts and booleans come as numbers, as SQLite gives them. */
const alike = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    toNumber.get(type) ?? types.getTypeParser(type, format as 'text'),
};

type Opened = Readonly<{
  path: string;
  file: number;
  connection: Database.Database;
  statements: Map<string, Database.Statement<Value[], Row>>;
}>;
let opened: Opened | undefined;

/** Lets go of the file: for who copies it, or puts another one in its place. */
export function closeRows(): void {
  opened?.connection.close();
  opened = undefined;
}

/** Kept open from one query to the next, because to open a register takes longer than to ask it. */
function sqliteAt(path: string): Opened {
  const file = statSync(path).ino;
  if (opened?.path === path && opened.file === file) return opened;
  closeRows();
  const connection = new Database(path, { timeout: 2000, fileMustExist: true });
  opened = { path, file, connection, statements: new Map() };
  return opened;
}

function sqliteRows(path: string, query: string, params: readonly Value[]): Row[] {
  const { connection, statements } = sqliteAt(path);
  const statement = statements.get(query) ?? connection.prepare<Value[], Row>(query);
  statements.set(query, statement);
  if (statement.reader) return statement.all(...params);
  statement.run(...params);
  return [];
}

const pools = new Map<string, Pool>();

/**
 * One pool a database. That the server ends its connections when the database is dropped is
 * nobody's concern.
 */
function poolOf(connectionString: string): Pool {
  const known = pools.get(connectionString);
  if (known) return known;
  const pool = new Pool({
    connectionString,
    max: 4,
    connectionTimeoutMillis: 5000,
    allowExitOnIdle: true,
    types: alike,
  });
  pool.on('error', () => undefined);
  pools.set(connectionString, pool);
  return pool;
}

async function postgresqlRows(
  connectionString: string,
  query: string,
  params: readonly Value[],
): Promise<Row[]> {
  let n = 0;
  const { rows: found } = await poolOf(connectionString).query<Row>(
    query.replaceAll('?', () => `$${++n}`),
    [...params],
  );
  return found;
}

/**
 * What plain SQL answers, on connections of its own: the way in that owes nothing to the register.
 * `?` stands for a parameter.
 */
export async function rows<R extends Row = Row>(
  query: string,
  params: readonly Value[] = [],
): Promise<R[]> {
  const url = process.env.DATABASE_URL ?? '';
  const found = url.startsWith('file:')
    ? sqliteRows(url.slice('file:'.length), query, params)
    : await postgresqlRows(url, query, params);
  return found as R[];
}

/** The one row that there must be. */
export async function row<R extends Row = Row>(
  query: string,
  params: readonly Value[] = [],
): Promise<R> {
  const [found, ...others] = await rows<R>(query, params);
  if (!found || others.length > 0)
    throw new Error(`${found ? others.length + 1 : 0} rows instead of one: ${query}`);
  return found;
}

/** The one number that there must be. */
export async function number(query: string, params: readonly Value[] = []): Promise<number> {
  return Number(Object.values(await row(query, params))[0]);
}
