import 'server-only';
import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { Client, escapeIdentifier } from 'pg';
import { knownMigrations } from '#db/migrate';
import type { BackupHeader } from '#lib/operation/backups/backup-file';
import { serverMajor } from '#lib/operation/backups/copy-database';
import {
  connectionVariables,
  databaseBeside,
  postgresqlProgram,
} from '#lib/operation/backups/postgresql-programs';
import { OperationError } from '#lib/operation/base/operation-error';
import { runProgram, runScript } from '#lib/operation/base/run-program';

const unverified = (what: string) =>
  new OperationError('unverified', `What was restored is not sound: ${what}`);

/** Brings what was restored up to this release and verifies it, in processes of their own. */
async function verifyRestored(databaseUrl: string, header: BackupHeader) {
  const env = { DATABASE_URL: databaseUrl, BACKUP_DIR: 'none' };
  if (header.migration !== knownMigrations().at(-1)) {
    const migrated = await runScript('migrate', [], { env });
    if (migrated.code !== 0) throw unverified(migrated.output.trim());
  }
  const { code, output } = await runScript('verify', ['--head', header.head], { env });
  if (code !== 0) throw unverified(output.trim().split('\n').at(-1) ?? '');
}

function checkPages(file: string) {
  const connection = new Database(file, { fileMustExist: true });
  try {
    const found = connection.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw unverified(String(found));
  } finally {
    connection.close();
  }
}

/** Verifies a restored SQLite file, and leaves it as one file without a log beside it. */
export async function verifySqlite(file: string, header: BackupHeader): Promise<void> {
  try {
    checkPages(file);
  } catch (error) {
    throw error instanceof OperationError ? error : unverified(String(error));
  }
  await verifyRestored(`file:${file}`, header);
  const connection = new Database(file);
  connection.pragma('journal_mode = DELETE');
  connection.close();
}

/** Runs one statement on a connection of its own. */
export async function withClient<T>(
  databaseUrl: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export const dropDatabase = (serverUrl: string, name: string) =>
  withClient(serverUrl, (client) =>
    client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`),
  );

async function createScratch(serverUrl: string, name: string): Promise<number> {
  return withClient(serverUrl, async (client) => {
    try {
      await client.query(`create database ${escapeIdentifier(name)} template template0`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === '42501')) throw error;
      throw new OperationError(
        'permission',
        'The role in DATABASE_URL may not create a database, into which a backup is restored to verify it. Say once: alter role NAME createdb',
      );
    }
    return serverMajor(client);
  });
}

/**
 * Restores a dump into a new database beside this one and verifies it there. Returns the name of the
 * new database; where it is not sound, nothing is left.
 */
export async function restoreDump(
  databaseUrl: string,
  dump: string,
  header: BackupHeader,
): Promise<string> {
  const name = `register_restored_${randomBytes(6).toString('hex')}`;
  // The server's own database: that of the register may not be there any more.
  const serverUrl = databaseBeside(databaseUrl, 'postgres');
  const major = await createScratch(serverUrl, name);
  try {
    const program = await postgresqlProgram('pg_restore', major);
    const restored = databaseBeside(databaseUrl, name);
    const given = ['--exit-on-error', '--no-owner', '--no-privileges', `--dbname=${name}`, dump];
    const { code, output } = await runProgram(program, given, {
      env: connectionVariables(restored),
    });
    if (code !== 0) throw unverified(output.trim());
    await verifyRestored(restored, header);
    return name;
  } catch (error) {
    await dropDatabase(serverUrl, name);
    throw error;
  }
}
