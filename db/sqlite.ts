import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';

export type Connection = Database.Database;

export const sqlitePath = (databaseUrl: string) => resolve(databaseUrl.slice('file:'.length));

/** Locks do not hold on a network file system, and WAL needs shared memory: such a place would corrupt the register. */
function refuseNetworkFileSystem(folder: string) {
  if (process.platform !== 'linux') return;
  let kind = '';
  try {
    kind = execFileSync('stat', ['-f', '-c', '%T', folder], { encoding: 'utf8' }).trim();
  } catch {
    return;
  }
  if (/^(nfs|smb|cifs|afs|9p|fuse|ceph)/i.test(kind)) {
    throw new Error(`${folder} lies on a network file system (${kind}). Put the register on a local disk, or use PostgreSQL.`);
  }
}

/** Opens a connection with the settings that every connection needs; `synchronous` is FULL because the driver's own default loses saves in a power cut. */
export function openSqlite(databaseUrl: string, use: 'read' | 'write'): Connection {
  const path = sqlitePath(databaseUrl);
  if (use === 'write') {
    mkdirSync(dirname(path), { recursive: true });
    refuseNetworkFileSystem(dirname(path));
  }
  const connection = new Database(path, { timeout: 20, fileMustExist: use === 'read' });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cache_size = -32000');
  if (use === 'read') connection.pragma('query_only = ON');
  return connection;
}
