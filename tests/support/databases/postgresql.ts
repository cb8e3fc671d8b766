import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { chown, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createDatabase, databaseOn } from '#tests/support/databases/databases';
import { freePort } from '#tests/support/servers/free-port';
import { postgresqlPrograms } from '#tests/support/databases/postgresql-programs';

export type Postgresql = Readonly<{
  url: (database: string) => string;
  /** @returns the address of the new database. */
  createDatabase: (name: string) => Promise<string>;
  stop: () => Promise<void>;
}>;

/** PostgreSQL refuses to run as root; `nobody` is there on every Linux and owns nothing else. */
const owner =
  process.platform === 'linux' && userInfo().uid === 0 ? { uid: 65534, gid: 65534 } : {};

/** Nothing here outlives the tests, so nothing has to reach the disk. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Many small databases that live for seconds: a compiler of queries and a cleaner cost more than
  // they bring.
  jit: 'off',
  autovacuum: 'off',
  max_connections: '200',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
};

/**
 * Text sorts as people sort it, as on most real servers: a query that relies on the order of bytes
 * fails here.
 */
const collation = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];

function untilReady(server: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = '';
  const giveUp = () => reject(new Error(`PostgreSQL did not start:\n${said}`));
  const timer = setTimeout(giveUp, 30_000);
  server.stderr?.on('data', (text: Buffer) => {
    said = `${said}${text}`.slice(-4000);
    if (said.includes('ready to accept connections')) resolve();
  });
  server.on('error', reject);
  server.on('exit', giveUp);
  return promise.finally(() => clearTimeout(timer));
}

/**
 * A PostgreSQL server of our own on a free port, gone with everything in it after `stop`. Takes one
 * to two seconds.
 */
export async function startPostgresql(
  programsOf: typeof postgresqlPrograms = postgresqlPrograms,
): Promise<Postgresql> {
  const folder = await mkdtemp(join(tmpdir(), 'needs-register-postgresql-'));
  if (owner.uid) await chown(folder, owner.uid, owner.gid);
  const { initdb, postgres } = await programsOf(owner, folder);
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password);
  const place = join(folder, 'data');
  const environment = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  await promisify(execFile)(
    initdb,
    [
      '-D',
      place,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--no-sync',
      ...collation,
    ],
    environment,
  );

  const port = await freePort();
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(postgres, ['-D', place, '-p', String(port), ...flags], {
    ...environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  const interrupted = () => {
    server.kill('SIGKILL');
    remove();
  };
  process.on('exit', interrupted);
  await untilReady(server);

  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  return {
    url: (database) => databaseOn(adminUrl, database),
    createDatabase: (name) => createDatabase(adminUrl, name),
    stop: async () => {
      process.off('exit', interrupted);
      const ended =
        server.exitCode === null && server.signalCode === null ? once(server, 'exit') : undefined;
      server.kill('SIGINT');
      await ended;
      remove();
    },
  };
}
