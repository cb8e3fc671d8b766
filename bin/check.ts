/**
 * npm run check: checks the whole database, its structure and all that `npm run verify` verifies.
 * Ends with 0: sound; 1: a row or file was altered; 2: it could not be checked; 3: damaged.
 */
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { databaseFailure } from '#db/errors';
import { sqlitePath } from '#db/sqlite';
import { environment } from '#lib/base/env';
import { operationError } from '#lib/operation/base/operation-error';
import { checkCodes } from '#lib/operation/checks/whole-check';
import { runScript } from '#lib/operation/base/run-program';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** What is wrong with the structure of a SQLite file; PostgreSQL checks its own pages. */
function faultOfStructure(databaseUrl: string): string | null {
  if (!databaseUrl.startsWith('file:')) return null;
  const path = sqlitePath(databaseUrl);
  if (!existsSync(path)) return null;
  try {
    const connection = new Database(path, { fileMustExist: true, timeout: 5000 });
    const found = String(connection.pragma('integrity_check(1)', { simple: true }));
    connection.close();
    return found === 'ok' ? null : found;
  } catch (error) {
    if (databaseFailure(error) === 'damaged') return String(error);
    throw error;
  }
}

async function run(): Promise<number> {
  const fault = faultOfStructure(environment().databaseUrl);
  if (fault !== null) {
    print(`FAULT: the database is damaged: ${fault}`);
    print('Stop the register and restore the last backup: npm run restore FILE');
    return checkCodes.structure;
  }
  const { code, output } = await runScript('verify');
  print(output.trim());
  if (/SQLITE_CORRUPT|malformed|: damaged/.test(output)) return checkCodes.structure;
  return code ?? checkCodes.undone;
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`The database could not be checked: ${operationError(error).message}\n`);
  process.exitCode = checkCodes.undone;
}
