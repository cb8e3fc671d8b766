import 'server-only';
import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { databaseFailure } from '#db/errors';
import { sqlitePath } from '#db/sqlite';
import { defaultBackupFolder, environment } from '#lib/base/env';
import { listBackups } from '#lib/operation/backups/folder';
import { OperationError } from '#lib/operation/base/operation-error';

/** A larger file is left to the check in the background, so that no start waits for long. */
const mostBytes = 256 * 1024 * 1024;

/** What SQLite finds wrong with the structure of a file; null where nothing is. */
function faultOfFile(path: string): string | null {
  try {
    const connection = new Database(path, { fileMustExist: true, timeout: 2000 });
    try {
      const found = String(connection.pragma('quick_check(1)', { simple: true }));
      return found === 'ok' ? null : found.split('\n')[0]!.slice(0, 200);
    } finally {
      connection.close();
    }
  } catch (error) {
    // A file that is locked or may not be read is another matter, which the start itself tells.
    if (databaseFailure(error) !== 'damaged') return null;
    return error instanceof Error ? error.message : String(error);
  }
}

/** @throws OperationError where the file is damaged, with the way back. */
export async function refuseDamagedFile(databaseUrl: string): Promise<void> {
  if (!databaseUrl.startsWith('file:')) return;
  const path = sqlitePath(databaseUrl);
  if (!existsSync(path) || statSync(path).size > mostBytes) return;
  const fault = faultOfFile(path);
  if (fault === null) return;
  const folder = environment().backupFolder ?? defaultBackupFolder(databaseUrl);
  const [last] = listBackups(folder);
  const way = last
    ? `Restore the last backup, of ${last.at}: npm run restore ${folder}/${last.name}`
    : 'Restore the last backup: npm run restore FILE';
  throw new OperationError(
    'damaged',
    `The database ${path} is damaged and is not served (${fault}). ${way}`,
  );
}
