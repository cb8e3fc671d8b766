import 'server-only';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { engine } from '#db/engine';
import { makePrivate, openSqlite, sqlitePath, type Connection } from '#db/sqlite';
import { environment } from '#lib/base/env';

type Migration = Readonly<{ name: string; hash: string; statements: readonly string[] }>;
type Applied = Readonly<{ name: string; hash: string }>;

// Pages name the known migrations too, and the build knows no folder beside this file.
const folder = join(process.cwd(), 'db', 'migrations', engine);

/** The migrations of this release, in their order. */
const readMigrations = (): Migration[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return {
        name: file.replace(/\.sql$/, ''),
        hash: createHash('sha256').update(text).digest('hex'),
        statements: text
          .split('--> statement-breakpoint')
          .map((statement) => statement.trim())
          .filter(Boolean),
      };
    });

/** A register that is only half there must not be taken for a new and empty one. */
const movedInPart = () =>
  new Error(
    'A register is being moved into this database, and is not whole yet. Run npm run move again where it comes from: it goes on.',
  );

/** The migrations that are still to be applied. @throws Error where this release cannot continue. */
function pendingMigrations(applied: readonly Applied[]): Migration[] {
  const known = readMigrations();
  for (const { name, hash } of applied) {
    const file = known.find((migration) => migration.name === name);
    if (!file)
      throw new Error(
        `This database has had migration ${name}, which this release does not know. Use the newer release.`,
      );
    if (file.hash !== hash)
      throw new Error(`Migration ${name} was changed after this database had it.`);
  }
  return known.slice(applied.length);
}

const tablesOf = (connection: Connection) =>
  connection
    .prepare<[], { name: string }>(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`,
    )
    .all()
    .map(({ name }) => name);

const countRows = (connection: Connection, tables: readonly string[]) =>
  new Map(
    tables.map((name) => [
      name,
      connection.prepare<[], { n: number }>(`select count(*) as n from "${name}"`).get()!.n,
    ]),
  );

/**
 * Applies a migration. Foreign keys are off while tables are rebuilt; before COMMIT all of them must be
 * valid, and no table may have lost rows.
 */
function applySqlite(connection: Connection, { name, hash, statements }: Migration) {
  connection.pragma('foreign_keys = OFF');
  connection.exec('BEGIN IMMEDIATE');
  try {
    const before = countRows(connection, tablesOf(connection));
    for (const statement of statements) connection.exec(statement);
    const invalidKeys = connection.pragma('foreign_key_check') as unknown[];
    if (invalidKeys.length > 0)
      throw new Error(`migration ${name} breaks ${invalidKeys.length} foreign keys`);
    const after = countRows(connection, tablesOf(connection));
    for (const [table, rows] of before) {
      if (after.has(table) && after.get(table)! < rows)
        throw new Error(`migration ${name} loses rows of ${table}`);
    }
    connection
      .prepare('insert into migration (name, hash, at) values (?, ?, ?)')
      .run(name, hash, new Date().toISOString());
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}

/** Copies the database as it was; the copy is there whole or not at all. */
function keepBefore(connection: Connection, backup: string) {
  const begun = `${backup}.part`;
  rmSync(begun, { force: true });
  connection.prepare('vacuum into ?').run(begun);
  makePrivate(begun);
  renameSync(begun, backup);
}

function migrateSqlite(databaseUrl: string): string[] {
  const connection = openSqlite(databaseUrl, 'write');
  try {
    if (tablesOf(connection).includes('moving')) throw movedInPart();
    const applied = tablesOf(connection).includes('migration')
      ? connection.prepare<[], Applied>('select name, hash from migration order by name').all()
      : [];
    const due = pendingMigrations(applied);
    if (due.length > 0 && applied.length > 0) {
      const backup = `${sqlitePath(databaseUrl)}.before-${due[0]!.name}`;
      if (!existsSync(backup)) keepBefore(connection, backup);
    }
    for (const migration of due) applySqlite(connection, migration);
    return due.map(({ name }) => name);
  } finally {
    connection.close();
  }
}

async function appliedPostgresql(client: Client): Promise<readonly Applied[]> {
  const { rows } = await client.query<{ name: string | null; moving: string | null }>(
    `select to_regclass('migration') as name, to_regclass('moving') as moving`,
  );
  if (rows[0]?.moving) throw movedInPart();
  if (!rows[0]?.name) return [];
  return (await client.query<Applied>('select name, hash from migration order by name')).rows;
}

async function migratePostgresql(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query('BEGIN');
    // Where several processes start at once, the first migrates and the others wait.
    await client.query(`select pg_advisory_xact_lock(hashtext('needs-register.migrate'))`);
    const applied = await appliedPostgresql(client);
    const due = pendingMigrations(applied);
    for (const { name, hash, statements } of due) {
      for (const statement of statements) await client.query(statement);
      await client.query('insert into migration (name, hash, at) values ($1, $2, $3)', [
        name,
        hash,
        new Date().toISOString(),
      ]);
    }
    await client.query('COMMIT');
    return due.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Migrates the database and returns the names of the new migrations. SQLite is backed up first. */
export async function migrate(): Promise<string[]> {
  const { databaseUrl } = environment();
  return engine === 'sqlite' ? migrateSqlite(databaseUrl) : migratePostgresql(databaseUrl);
}

/**
 * Whether a PostgreSQL database of an older release is about to be migrated, so that a backup is to
 * be made first. SQLite copies its file by itself.
 */
export async function needsBackupFirst(): Promise<boolean> {
  if (engine === 'sqlite') return false;
  const client = new Client({
    connectionString: environment().databaseUrl,
    connectionTimeoutMillis: 5000,
  });
  await client.connect();
  try {
    const applied = await appliedPostgresql(client);
    return applied.length > 0 && pendingMigrations(applied).length > 0;
  } finally {
    await client.end();
  }
}

/** The names of the migrations that this release knows, in their order. */
export const knownMigrations = (): readonly string[] => readMigrations().map(({ name }) => name);
