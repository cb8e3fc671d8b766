import 'server-only';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { engine } from '#db/engine';
import { sqlitePath } from '#db/sqlite';
import { headText } from '#lib/base/verification';
import type { BackupFacts } from '#lib/operation/backups/backup-file';
import { connectionVariables, postgresqlProgram } from '#lib/operation/backups/postgresql-programs';
import { OperationError } from '#lib/operation/base/operation-error';
import { runProgram } from '#lib/operation/base/run-program';

type RegisterRow = Readonly<{
  /** The first account of the register, which is made with it and never taken away. */
  first_account: string;
  demonstration: number | boolean;
  revision: number;
  head_hash: string;
  event_seq: number;
}>;

const registerQuery = `select demonstration, revision, head_hash, event_seq,
    (select id from account where role = 'system' order by created_at, id limit 1) as first_account
  from register where id = 1`;
const migrationQuery = `select max(name) as name from migration`;

const release = () =>
  (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

function factsOf(row: RegisterRow | undefined, migration: string | undefined): BackupFacts {
  if (!row || !migration) throw new OperationError('failed', 'There is no register here yet.');
  return {
    engine,
    at: new Date().toISOString(),
    release: release(),
    register: row.first_account,
    demonstration: Boolean(row.demonstration),
    migration,
    revision: Number(row.revision),
    head: headText(Number(row.revision), row.head_hash),
    events: Number(row.event_seq),
  };
}

/** What a SQLite file says of its register. @throws where it holds none or is damaged. */
export function sqliteFacts(connection: Database.Database): BackupFacts {
  const row = connection.prepare<[], RegisterRow>(registerQuery).get();
  return factsOf(row, connection.prepare<[], { name: string }>(migrationQuery).get()?.name);
}

/** So many pages that one step copies all: the copy is then of one moment, however much is written. */
const allPages = 0x7fff_ffff;

async function copySqlite(databaseUrl: string, target: string): Promise<BackupFacts> {
  const source = new Database(sqlitePath(databaseUrl), { fileMustExist: true, timeout: 5000 });
  try {
    await source.backup(target, { progress: () => allPages });
  } finally {
    source.close();
  }
  const copy = new Database(target);
  try {
    // One file, without a log beside it.
    copy.pragma('journal_mode = DELETE');
    return sqliteFacts(copy);
  } finally {
    copy.close();
  }
}

/** What a PostgreSQL database says of its register. */
export async function postgresqlFacts(client: Client): Promise<BackupFacts> {
  const found = await client.query<RegisterRow>(registerQuery);
  const migrations = await client.query<{ name: string }>(migrationQuery);
  return factsOf(found.rows[0], migrations.rows[0]?.name);
}

/** The major version of the server. */
export async function serverMajor(client: Client): Promise<number> {
  const { rows } = await client.query<{ n: string }>(
    `select current_setting('server_version_num') as n`,
  );
  return Math.floor(Number(rows[0]?.n) / 10_000);
}

/** Dumps the database as it is in one snapshot, in which the facts are read too. */
async function dumpPostgresql(databaseUrl: string, target: string): Promise<BackupFacts> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const program = await postgresqlProgram('pg_dump', await serverMajor(client));
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const facts = await postgresqlFacts(client);
    const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id');
    const given = ['--format=custom', '--compress=0', '--no-owner', '--no-privileges'];
    const { code, output } = await runProgram(
      program,
      [...given, `--snapshot=${rows[0]!.id}`, `--file=${target}`],
      { env: connectionVariables(databaseUrl) },
    );
    if (code !== 0) throw new OperationError('failed', `pg_dump failed: ${output.trim()}`);
    return facts;
  } finally {
    await client.end();
  }
}

/** Copies the whole database to a file, while it is written to. Attachments and documents are in it. */
export const copyDatabase = (databaseUrl: string, target: string): Promise<BackupFacts> =>
  engine === 'sqlite' ? copySqlite(databaseUrl, target) : dumpPostgresql(databaseUrl, target);
