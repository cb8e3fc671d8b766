import 'server-only';
import Database from 'better-sqlite3';
import { OperationError } from '#lib/operation/base/operation-error';

export const inUse = (): OperationError =>
  new OperationError(
    'in-use',
    'The register is running, or another program has its database open. Stop it first.',
  );

/** Whether another program has a SQLite file open. */
export function sqliteInUse(path: string): boolean {
  const connection = new Database(path, { timeout: 0 });
  try {
    // SQLite does this only where nobody else has the file open. It also writes the log into the file.
    connection.pragma('journal_mode = DELETE');
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && /BUSY|LOCKED/.test(String(error.code));
  } finally {
    connection.close();
  }
}
