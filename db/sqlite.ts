import { chmodSync, closeSync, mkdirSync, openSync, statSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

export type Connection = Database.Database;

export const sqlitePath = (databaseUrl: string) => resolve(databaseUrl.slice('file:'.length));

/** The numbers of network file systems in Linux. */
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

/** The name of a network file system by its number in Linux; undefined for any other. */
export const networkFileSystem = (type: number): string | undefined =>
  // Some kernels report a signed number.
  networkFileSystems.get(type >>> 0);

/** The number of the file system of a folder; undefined where it is unknown. */
function fileSystemOf(folder: string): number | undefined {
  try {
    return statfsSync(folder).type;
  } catch {
    return undefined;
  }
}

/**
 * Refuses a network file system: its locks are unreliable and WAL needs shared memory, so that it
 * would corrupt the register.
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
 * The register is readable by its own account alone. SQLite gives the log beside it the same
 * permissions. Where the file is of another account, the doctor says so.
 */
export function makePrivate(path: string) {
  if (process.platform === 'win32') return;
  closeSync(openSync(path, 'a', 0o600));
  for (const end of ['', '-wal', '-shm']) {
    const file = statSync(`${path}${end}`, { throwIfNoEntry: false });
    if (!file || (file.mode & 0o077) === 0) continue;
    try {
      chmodSync(`${path}${end}`, 0o600);
    } catch {
      /* It is not ours. */
    }
  }
}

/** A page needs some twenty statements, all pages together some hundreds. */
const maxCachedStatements = 500;

/** Caches prepared statements: SQLite takes longer to prepare one than to run it. */
function cacheStatements(connection: Connection) {
  const statements = new LRUCache<string, Database.Statement>({ max: maxCachedStatements });
  const prepare = connection.prepare.bind(connection);
  const prepareOnce = (sql: string) => {
    const cached = statements.get(sql);
    // Its last user may have set it to return rows as arrays.
    if (cached) return cached.reader ? cached.raw(false) : cached;
    const statement = prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  connection.prepare = prepareOnce as Connection['prepare'];
}

/**
 * Opens a connection with the settings of all connections. `synchronous` is FULL because the driver's
 * default loses writes in a power cut.
 */
export function openSqlite(databaseUrl: string, use: 'read' | 'write'): Connection {
  const path = sqlitePath(databaseUrl);
  if (use === 'write') {
    mkdirSync(dirname(path), { recursive: true });
    refuseNetworkFileSystem(dirname(path));
    makePrivate(path);
  }
  const connection = new Database(path, { timeout: 20, fileMustExist: use === 'read' });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  // What is overwritten, such as a secret, does not stay in the file.
  connection.pragma('secure_delete = FAST');
  connection.pragma('cache_size = -32000');
  if (use === 'read') connection.pragma('query_only = ON');
  cacheStatements(connection);
  return connection;
}
