import { mkdirSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

export type Connection = Database.Database;

export const sqlitePath = (databaseUrl: string) => resolve(databaseUrl.slice('file:'.length));

/** The numbers by which Linux names the file systems of a network. */
const networkFileSystems: ReadonlyMap<number, string> = new Map([
  [0x6969, 'nfs'],
  [0x517b, 'smb'],
  [0xfe534d42, 'smb2'],
  [0xff534d42, 'cifs'],
  [0x5346414f, 'afs'],
  [0x01021997, '9p'],
  [0x65735546, 'fuse'],
  [0x00c36400, 'ceph'],
]);

/** The name of a file system of a network by the number that Linux gives it, else undefined. */
export const networkFileSystem = (type: number): string | undefined =>
  // Some kernels give the number with a sign.
  networkFileSystems.get(type >>> 0);

/** The number of the file system that a folder lies on; undefined where the system does not say. */
function fileSystemOf(folder: string): number | undefined {
  try {
    return statfsSync(folder).type;
  } catch {
    return undefined;
  }
}

/**
 * Locks do not hold on a network file system, and WAL needs shared memory: such a place would
 * corrupt the register.
 */
function refuseNetworkFileSystem(folder: string) {
  if (process.platform !== 'linux') return;
  const type = fileSystemOf(folder);
  const kind = type === undefined ? undefined : networkFileSystem(type);
  if (kind === undefined) return;
  throw new Error(
    `${folder} lies on a network file system (${kind}). Put the register on a local disk, or use PostgreSQL.`,
  );
}

/**
 * How many statements a connection keeps ready: a page takes some twenty, all pages together some
 * hundreds.
 */
const statementsKept = 500;

/**
 * Keeps the statements that a connection has prepared: SQLite takes longer to prepare one than to
 * answer it.
 */
function keepStatements(connection: Connection) {
  const kept = new LRUCache<string, Database.Statement>({ max: statementsKept });
  const prepare = connection.prepare.bind(connection);
  const prepareOnce = (sql: string) => {
    const known = kept.get(sql);
    // Whoever had it before may have asked for rows as arrays.
    if (known) return known.reader ? known.raw(false) : known;
    const statement = prepare(sql);
    kept.set(sql, statement);
    return statement;
  };
  connection.prepare = prepareOnce as Connection['prepare'];
}

/**
 * Opens a connection with the settings that every connection needs; `synchronous` is FULL because
 * the driver's own default loses saves in a power cut.
 */
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
  keepStatements(connection);
  return connection;
}
