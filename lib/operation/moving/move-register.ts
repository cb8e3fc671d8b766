import 'server-only';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { engine } from '#db/engine';
import { knownMigrations } from '#db/migrate';
import { keyPath } from '#db/register-key';
import { sqlitePath } from '#db/sqlite';
import { environment } from '#lib/base/env';
import { OperationError } from '#lib/operation/base/operation-error';
import { runScript } from '#lib/operation/base/run-program';
import { postgresqlSource, postgresqlTarget } from '#lib/operation/moving/postgresql-store';
import { sqliteSource, sqliteTarget } from '#lib/operation/moving/sqlite-store';
import {
  rowsAtATime,
  type MovedRow,
  type MovedValue,
  type Progress,
  type Store,
  type TargetStore,
} from '#lib/operation/moving/store';
import { movedTables, type MovedTable } from '#lib/operation/moving/tables';

type Say = (line: string) => void;
type Move = Readonly<{ source: Store; target: TargetStore; tables: readonly MovedTable[] }>;

const keyOf = ({ key }: MovedTable, row: MovedRow): readonly MovedValue[] =>
  key.map((column) => row[column]!);

/** All rows of a table after a key, some at a time. */
async function* rowsOf(store: Store, table: MovedTable, first: readonly MovedValue[] | null) {
  const most = rowsAtATime(table);
  let after = first;
  for (let hasMore = true; hasMore;) {
    const rows = await store.rowsAfter(table, after, most);
    hasMore = rows.length === most;
    const last = rows.at(-1);
    if (!last) return;
    after = keyOf(table, last);
    yield rows;
  }
}

/** The digest of all rows of a table: the same on both engines where the rows are the same. */
async function tableDigest(store: Store, table: MovedTable): Promise<string> {
  const hash = createHash('sha256');
  for await (const rows of rowsOf(store, table, null))
    for (const row of rows) {
      const values = table.columns.map((column) => {
        const value = row[column]!;
        return Buffer.isBuffer(value) ? createHash('sha256').update(value).digest('hex') : value;
      });
      hash.update(`${JSON.stringify(values)}\n`);
    }
  return hash.digest('hex');
}

/** Copies what is still to be copied, table by table; says each that is done. */
async function copyTables({ source, target, tables }: Move, from: Progress, say: Say) {
  const begun = Math.max(
    0,
    tables.findIndex(({ name }) => name === from.tableName),
  );
  for (const table of tables.slice(begun)) {
    const isBegun = table.name === from.tableName && from.lastKey !== null;
    const after = isBegun ? (JSON.parse(from.lastKey) as MovedValue[]) : null;
    for await (const rows of rowsOf(source, table, after)) {
      const lastKey = JSON.stringify(keyOf(table, rows.at(-1)!));
      await target.add(table, rows, { source: from.source, tableName: table.name, lastKey });
    }
    const count = await source.countRows(table);
    if (count > 0) say(`  ${table.name}: ${count} rows`);
  }
}

/** @throws OperationError where a table is not the same in both; then the next move begins anew. */
async function compareTables({ source, target, tables }: Move) {
  for (const table of tables) {
    if ((await tableDigest(source, table)) === (await tableDigest(target, table))) continue;
    await target.add(table, [], { source: '', tableName: '', lastKey: null });
    throw new OperationError(
      'unverified',
      `The table ${table.name} is not the same in both places, so the move is not whole. Run the command again: it begins anew.`,
    );
  }
}

/** @throws OperationError where the register is not there, or of another release. */
async function refuseSource(source: Store): Promise<string> {
  const known = knownMigrations();
  const applied = await source.migrations();
  const register = applied.length > 0 ? await source.register() : undefined;
  if (register === undefined)
    throw new OperationError(
      'failed',
      `There is no register in ${source.place}: check DATABASE_URL.`,
    );
  if (applied.some((name) => !known.includes(name)))
    throw new OperationError('newer', 'The register is of a newer release. Use that release.');
  if (applied.length === known.length) return register;
  throw new OperationError(
    'foreign',
    'The register is of an older release. Bring it up to this one first: npm run migrate',
  );
}

/** @throws OperationError where the target is not empty, and not of an earlier move. */
async function refuseTarget(target: TargetStore) {
  const applied = await target.migrations();
  if (applied.length === 0 && !(await target.isEmpty()))
    throw new OperationError('in-use', `${target.place} is not empty. Name an empty database.`);
  if (applied.length > 0 && applied.join() !== knownMigrations().join())
    throw new OperationError(
      'foreign',
      `${target.place} has tables of another release. Name an empty database.`,
    );
  if (applied.length === 0 || (await target.progress()) !== undefined) return;
  if ((await target.register()) !== undefined)
    throw new OperationError(
      'in-use',
      `There is a register in ${target.place} already, and nothing was changed. Name an empty database.`,
    );
}

/** @throws OperationError where the register is not as its logs say: then it is not to be moved. */
async function verify(databaseUrl: string, secret: string | null) {
  const env = { DATABASE_URL: databaseUrl, ...(secret ? { AUTH_SECRET: secret } : {}) };
  const { code, output } = await runScript('verify', [], { env });
  if (code === 0) return;
  throw new OperationError('unverified', `It is not sound: ${output.trim().split('\n').at(-1)}`);
}

async function makeTables(databaseUrl: string) {
  const env = { DATABASE_URL: databaseUrl, BACKUP_DIR: 'none' };
  const { code, output } = await runScript('migrate', [], { env });
  if (code !== 0)
    throw new OperationError('failed', `Its tables could not be made: ${output.trim()}`);
}

/** Copies the key of the register, if it is in a file, to where the moved one looks for it. */
function copyKey(from: string, to: string): string | null {
  if (environment().secret !== null || !existsSync(keyPath(from))) return null;
  const key = readFileSync(keyPath(from), 'utf8');
  const path = keyPath(to);
  if (existsSync(path) && readFileSync(path, 'utf8') !== key)
    throw new OperationError(
      'in-use',
      `The key of another register is in ${path}. Put that file elsewhere.`,
    );
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, key, { mode: 0o600, flush: true });
  chmodSync(path, 0o600);
  return path;
}

/** Opens both databases, of which one is SQLite and the other PostgreSQL. */
async function open(from: string, to: string) {
  if (engine === 'sqlite') {
    const { client, store: target } = await postgresqlTarget(to);
    try {
      const { connection, store: source } = sqliteSource(sqlitePath(from));
      return { source, target, tables: () => movedTables(connection, client) };
    } catch (error) {
      await target.close();
      throw error;
    }
  }
  const { client, store: source } = await postgresqlSource(from);
  try {
    mkdirSync(dirname(sqlitePath(to)), { recursive: true });
    const { connection, store: target } = sqliteTarget(sqlitePath(to));
    return { source, target, tables: () => movedTables(connection, client) };
  } catch (error) {
    await source.close();
    throw error;
  }
}

/** Where the move goes on: after what an earlier one of the same register has done, or anew. */
async function beginning({ target, tables }: Move, register: string, say: Say): Promise<Progress> {
  const earlier = await target.progress();
  if (earlier?.source === register) {
    if (earlier.tableName) say(`Going on where an earlier move ended, in ${earlier.tableName}.`);
    return earlier;
  }
  if (earlier) say('The register has changed since an earlier move, so it is moved anew.');
  await target.begin(tables, register);
  return { source: register, tableName: '', lastKey: null };
}

async function moveTables({ source, target, tables }: Move, register: string, say: Say) {
  let rows = 0;
  for (const table of tables) rows += await source.countRows(table);
  say(`Copying ${rows} rows of ${tables.length} tables …`);
  const move: Move = { source, target, tables };
  await copyTables(move, await beginning(move, register, say), say);
  say('Comparing every table by its digest …');
  await compareTables(move);
  await target.finish();
  return { rows, tables: tables.length };
}

export type MovedRegister = Readonly<{ rows: number; tables: number; keyFile: string | null }>;

/**
 * Copies the whole register into an empty database of the other engine, and compares each table by
 * its digest. Whoever was killed in between runs it again: it goes on. The register stays as it is.
 * @throws OperationError where the register is in use or not sound, or the target is not empty.
 */
export async function moveRegister(to: string, say: Say): Promise<MovedRegister> {
  const { databaseUrl, secret } = environment();
  const isToSqlite = to.startsWith('file:');
  if (isToSqlite === (engine === 'sqlite'))
    throw new OperationError(
      'foreign',
      'A register is moved from SQLite to PostgreSQL or back. Between two of one kind use npm run backup and npm run restore.',
    );
  const { source, target, tables } = await open(databaseUrl, to);
  try {
    say(`Moving the register from ${source.place} to ${target.place}.`);
    const register = await refuseSource(source);
    await refuseTarget(target);
    if ((await target.progress()) === undefined) {
      say('Verifying it …');
      await verify(databaseUrl, secret);
      if ((await target.migrations()).length === 0) await makeTables(to);
    }
    await source.lock();
    const keyFile = copyKey(databaseUrl, to);
    const moved = await moveTables({ source, target, tables: await tables() }, register, say);
    return { ...moved, keyFile };
  } finally {
    await source.close();
    await target.close();
  }
}
