import 'server-only';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { escapeIdentifier } from 'pg';
import { engine } from '#db/engine';
import { knownMigrations } from '#db/migrate';
import { sqlitePath } from '#db/sqlite';
import { environment } from '#lib/base/env';
import {
  readHeader,
  unpackBackup,
  type BackupFacts,
  type BackupHeader,
} from '#lib/operation/backups/backup-file';
import { postgresqlFacts, sqliteFacts } from '#lib/operation/backups/copy-database';
import { inUse, sqliteInUse } from '#lib/operation/backups/in-use';
import { readIdentity } from '#lib/operation/backups/make-backup';
import { databaseBeside } from '#lib/operation/backups/postgresql-programs';
import {
  dropDatabase,
  restoreDump,
  verifySqlite,
  withClient,
} from '#lib/operation/backups/scratch-database';
import { OperationError } from '#lib/operation/base/operation-error';

/** What stands where the backup is to go: nothing, a register, or what cannot be read. */
type Present = BackupFacts | 'none' | 'unreadable';

/** A backup that was restored beside the register and verified, and is not in its place yet. */
export type Restoring = Readonly<{
  header: BackupHeader;
  present: Present;
  /** Puts it in the place of the register; returns where that is kept, null where there was none. */
  putInPlace: () => Promise<string | null>;
  discard: () => Promise<void>;
}>;

function presentSqlite(path: string): Present {
  if (!existsSync(path)) return 'none';
  try {
    const connection = new Database(path, { fileMustExist: true });
    try {
      return sqliteFacts(connection);
    } finally {
      connection.close();
    }
  } catch {
    return 'unreadable';
  }
}

const hasNoDatabase = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === '3D000';

async function presentPostgresql(databaseUrl: string): Promise<Present> {
  try {
    return await withClient(databaseUrl, (client) => postgresqlFacts(client));
  } catch (error) {
    if (hasNoDatabase(error)) return 'none';
    return 'unreadable';
  }
}

/** Refuses a backup that this release, this engine or this register cannot take. */
function refuse(header: BackupHeader, present: Present) {
  if (!knownMigrations().includes(header.migration))
    throw new OperationError('newer', 'A newer release made this backup. Use that release.');
  if (header.engine !== engine)
    throw new OperationError(
      'foreign',
      `This backup is of a register in ${header.engine}, and DATABASE_URL names ${engine}. Restore it there, then use: npm run move`,
    );
  if (typeof present === 'object' && present.register !== header.register)
    throw new OperationError(
      'foreign',
      'This backup is of another register than the one in DATABASE_URL. Name an empty place there to restore it beside.',
    );
}

const stamp = () => new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '');

/**
 * Copies the register to where it is kept, then renames the restored file over it: whoever is killed
 * in between leaves the old one or the new one, whole.
 */
async function replaceSqlite(path: string, restored: string): Promise<string | null> {
  const isThere = existsSync(path);
  const kept = `${path}.replaced-${stamp()}Z`;
  if (isThere && sqliteInUse(path)) throw inUse();
  for (const end of isThere ? ['', '-wal', '-shm'] : []) {
    if (!existsSync(`${path}${end}`)) continue;
    await copyFile(`${path}${end}`, `${kept}${end}`);
    await chmod(`${kept}${end}`, 0o600);
    const handle = await open(`${kept}${end}`, 'r+');
    await handle.sync();
    await handle.close();
  }
  // A log is left only by a register that cannot be read. It must not be taken for one of the new.
  for (const end of ['-wal', '-shm']) await rm(`${path}${end}`, { force: true });
  await rename(restored, path);
  const folder = await open(dirname(path));
  await folder.sync().catch(() => undefined);
  await folder.close();
  return isThere ? kept : null;
}

/** Nobody stays signed in by what a register was some time ago. */
function endSessions(file: string) {
  const connection = new Database(file);
  connection.exec('delete from session');
  connection.close();
}

async function restoreSqlite(file: string, present: Present): Promise<Restoring> {
  const path = sqlitePath(environment().databaseUrl);
  const restored = `${path}.restoring-${randomBytes(4).toString('hex')}`;
  const discard = async () => {
    for (const end of ['', '-wal', '-shm', '-journal'])
      await rm(`${restored}${end}`, { force: true });
  };
  try {
    const identity = readIdentity(environment().backupIdentityFile);
    const header = await unpackBackup(file, restored, identity);
    await verifySqlite(restored, header);
    endSessions(restored);
    return { header, present, putInPlace: () => replaceSqlite(path, restored), discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** Swaps the names of the two databases in one transaction. */
async function replacePostgresql(
  databaseUrl: string,
  restored: string,
  isThere: boolean,
): Promise<string | null> {
  const name = decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
  const kept = `${name}_replaced_${stamp().toLowerCase()}z`.slice(-63);
  const [from, to, keptName] = [restored, name, kept].map((each) => escapeIdentifier(each));
  await withClient(databaseBeside(databaseUrl, 'postgres'), async (client) => {
    await client.query('BEGIN');
    if (isThere) await client.query(`alter database ${to} rename to ${keptName}`);
    await client.query(`alter database ${from} rename to ${to}`);
    await client.query('COMMIT');
  }).catch((error: unknown) => {
    const isInUse = error instanceof Error && 'code' in error && error.code === '55006';
    throw isInUse ? inUse() : error;
  });
  return isThere ? kept : null;
}

async function restorePostgresql(file: string, dump: string, present: Present): Promise<Restoring> {
  const { databaseUrl, backupIdentityFile } = environment();
  try {
    const header = await unpackBackup(file, dump, readIdentity(backupIdentityFile));
    const name = await restoreDump(databaseUrl, dump, header);
    await withClient(databaseBeside(databaseUrl, name), (client) =>
      client.query('delete from session'),
    );
    return {
      header,
      present,
      putInPlace: () => replacePostgresql(databaseUrl, name, present !== 'none'),
      discard: async () => {
        await dropDatabase(databaseBeside(databaseUrl, 'postgres'), name);
      },
    };
  } finally {
    await rm(dump, { force: true });
  }
}

/**
 * Restores a backup beside the register and verifies it there; nothing is replaced yet.
 * @throws OperationError where the backup is damaged, foreign, newer or not one.
 */
export async function beginRestore(file: string): Promise<Restoring> {
  const { databaseUrl } = environment();
  const header = await readHeader(file);
  const isSqlite = engine === 'sqlite';
  if (isSqlite && existsSync(sqlitePath(databaseUrl)) && sqliteInUse(sqlitePath(databaseUrl)))
    throw inUse();
  const present = isSqlite
    ? presentSqlite(sqlitePath(databaseUrl))
    : await presentPostgresql(databaseUrl);
  refuse(header, present);
  if (isSqlite) return restoreSqlite(file, present);
  return restorePostgresql(file, `${file}.${randomBytes(4).toString('hex')}.part`, present);
}
