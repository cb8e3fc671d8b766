import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { drizzle as drizzlePostgresql, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool, type PoolClient } from 'pg';
import {
  isInTransaction,
  withPendingChanges,
  type PendingChanges,
} from '#db/contents/pending-changes';
import { writeChanges } from '#db/contents/write-changes';
import { watchWrites } from '#db/contents/written-rows';
import { noteDamageOf, refuseWhereDamaged } from '#db/damage';
import { engine } from '#db/engine';
import { databaseFailure } from '#db/errors';
import { openSqlite, type Connection } from '#db/sqlite';
import { startWaiting } from '#db/waits';
import { environment } from '#lib/base/env';
import { globalSingleton } from '#lib/base/global-singleton';

/**
 * On both engines the handles have the types of PostgreSQL, so that `.get()`, `.all()` and `.run()` of
 * SQLite do not compile.
 */
export type Reader = Pick<NodePgDatabase, 'select' | 'selectDistinct'>;
export type Writer = Pick<
  NodePgDatabase,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'
>;

/** Does the work of a transaction, and then writes its changes to the log. */
function workAndLog<T>(tx: Writer, work: (tx: Writer) => Promise<T>): Promise<T> {
  const pending: PendingChanges = { changes: [] };
  return withPendingChanges(pending, async () => {
    const result = await work(tx);
    await writeChanges(tx, pending);
    return result;
  });
}

type Handles = Readonly<{
  reader: Reader;
  transaction: <T>(work: (tx: Writer) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}>;

const sqliteHandle = (connection: Connection) =>
  drizzleSqlite({ client: connection }) as unknown as NodePgDatabase;

const lockRetries = 100;
const lockRetryInterval = 50;

/**
 * Retries while the database is locked, for five seconds. SQLite's own wait would block the event
 * loop, so its timeout is short.
 */
async function retryWhileLocked(begin: () => void) {
  for (let retriesLeft = lockRetries; ; retriesLeft -= 1) {
    try {
      return begin();
    } catch (error) {
      if (retriesLeft === 0 || databaseFailure(error) !== 'locked') throw error;
      await wait(lockRetryInterval);
    }
  }
}

function sqliteHandles(databaseUrl: string): Handles {
  const writer = openSqlite(databaseUrl, 'write');
  const reader = openSqlite(databaseUrl, 'read');
  const tx = sqliteHandle(writer);
  let queue: Promise<unknown> = Promise.resolve();
  let isWatched = false;

  const run = async <T>(work: (tx: Writer) => Promise<T>) => {
    if (!isWatched) await retryWhileLocked(() => watchWrites(writer));
    isWatched = true;
    await retryWhileLocked(() => writer.exec('BEGIN IMMEDIATE'));
    try {
      const result = await workAndLog(tx, work);
      writer.exec('COMMIT');
      return result;
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    reader: sqliteHandle(reader),
    transaction: (work) => {
      const result = queue.then(() => run(work));
      queue = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      await queue;
      reader.close();
      writer.close();
    },
  };
}

function postgresqlHandles(databaseUrl: string): Handles {
  const poolOptions = { connectionString: databaseUrl, max: 8, connectionTimeoutMillis: 5000 };
  // No statement of the register takes a minute: one that does must not hold its connection.
  const bounded = '-c statement_timeout=60000';
  const readPool = new Pool({
    ...poolOptions,
    options: `${bounded} -c default_transaction_read_only=on`,
  });
  const writePool = new Pool({
    ...poolOptions,
    options: `${bounded} -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000`,
  });
  // Without a listener, an idle connection that the server closes would end this process.
  for (const pool of [readPool, writePool]) pool.on('error', () => undefined);

  const run = async <T>(client: PoolClient, work: (tx: Writer) => Promise<T>) => {
    await client.query('BEGIN');
    try {
      const result = await workAndLog(drizzlePostgresql({ client }), work);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  };

  return {
    reader: drizzlePostgresql({ client: readPool }),
    transaction: async (work) => {
      const client = await writePool.connect();
      // A lost connection fails the query that runs on it; without a listener it would also end the
      // process.
      let connectionError: Error | undefined;
      const onError = (error: Error) => {
        connectionError = error;
      };
      client.on('error', onError);
      try {
        return await run(client, work);
      } finally {
        client.off('error', onError);
        client.release(connectionError);
      }
    },
    close: async () => {
      await Promise.all([readPool.end(), writePool.end()]);
    },
  };
}

const handles = () =>
  globalSingleton('handles', () => {
    const { databaseUrl } = environment();
    return engine === 'sqlite' ? sqliteHandles(databaseUrl) : postgresqlHandles(databaseUrl);
  });

/** The handle for reading, which cannot write. */
export const read = (): Reader => handles().reader;

/**
 * Runs `work` in a transaction, the only way to write. On SQLite they run one after the other. A nested
 * call throws.
 */
export async function transaction<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
  if (isInTransaction()) throw new Error('transaction() was called inside a transaction');
  refuseWhereDamaged();
  const begins = startWaiting();
  let hasBegun = false;
  const begin = () => {
    if (!hasBegun) begins();
    hasBegun = true;
  };
  try {
    return await handles().transaction((tx) => {
      begin();
      return work(tx);
    });
  } catch (error) {
    noteDamageOf(error);
    throw error;
  } finally {
    begin();
  }
}

export const closeDatabase = () => handles().close();
