import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { drizzle as drizzlePostgresql, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool, type PoolClient } from 'pg';
import { engine } from '#db/engine';
import { databaseFailure } from '#db/errors';
import { openSqlite, type Connection } from '#db/sqlite';
import { environment } from '#lib/base/env';
import { processWide } from '#lib/base/process-wide';

/**
 * Handles are typed as PostgreSQL on both engines, so that `.get()`, `.all()` and `.run()` do not
 * compile.
 */
export type Reader = Pick<NodePgDatabase, 'select' | 'selectDistinct'>;
export type Writer = Pick<
  NodePgDatabase,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'
>;

const inTransaction = () => processWide('transaction', () => new AsyncLocalStorage<true>());

type Handles = Readonly<{
  reader: Reader;
  transaction: <T>(work: (tx: Writer) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}>;

const sqliteHandle = (connection: Connection) =>
  drizzleSqlite({ client: connection }) as unknown as NodePgDatabase;

/**
 * A busy wait in SQLite would block the event loop, so its own time-out is short and we wait here,
 * for five seconds at most.
 */
async function withPatience(begin: () => void) {
  for (let patience = 100; ; patience -= 1) {
    try {
      return begin();
    } catch (error) {
      if (patience === 0 || databaseFailure(error) !== 'locked') throw error;
      await wait(50);
    }
  }
}

function sqliteHandles(databaseUrl: string): Handles {
  const writer = openSqlite(databaseUrl, 'write');
  const reading = openSqlite(databaseUrl, 'read');
  const tx = sqliteHandle(writer);
  let queue: Promise<unknown> = Promise.resolve();

  const run = async <T>(work: (tx: Writer) => Promise<T>) => {
    await withPatience(() => writer.exec('BEGIN IMMEDIATE'));
    try {
      const result = await inTransaction().run(true, () => work(tx));
      writer.exec('COMMIT');
      return result;
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    reader: sqliteHandle(reading),
    transaction: (work) => {
      const result = queue.then(() => run(work));
      queue = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      await queue;
      reading.close();
      writer.close();
    },
  };
}

function postgresqlHandles(databaseUrl: string): Handles {
  const common = { connectionString: databaseUrl, max: 8, connectionTimeoutMillis: 5000 };
  const reading = new Pool({ ...common, options: '-c default_transaction_read_only=on' });
  const writing = new Pool({
    ...common,
    options: '-c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000',
  });
  // An idle connection that the server ends would otherwise end this process.
  for (const pool of [reading, writing]) pool.on('error', () => undefined);

  const run = async <T>(client: PoolClient, work: (tx: Writer) => Promise<T>) => {
    await client.query('BEGIN');
    try {
      const result = await inTransaction().run(true, () => work(drizzlePostgresql({ client })));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  };

  return {
    reader: drizzlePostgresql({ client: reading }),
    transaction: async (work) => {
      const client = await writing.connect();
      // A connection that is cut fails the query that runs on it; without this it would end the
      // process as well.
      let cut: Error | undefined;
      const onError = (error: Error) => {
        cut = error;
      };
      client.on('error', onError);
      try {
        return await run(client, work);
      } finally {
        client.off('error', onError);
        client.release(cut);
      }
    },
    close: async () => {
      await Promise.all([reading.end(), writing.end()]);
    },
  };
}

const handles = () =>
  processWide('handles', () => {
    const { databaseUrl } = environment();
    return engine === 'sqlite' ? sqliteHandles(databaseUrl) : postgresqlHandles(databaseUrl);
  });

/** A handle that can only read. */
export const read = (): Reader => handles().reader;

/**
 * The only way to write: all of `work` is stored, or nothing. One at a time on SQLite; nested calls
 * are refused.
 */
export function transaction<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
  if (inTransaction().getStore()) throw new Error('transaction() was called inside a transaction');
  return handles().transaction(work);
}

export const closeDatabase = () => handles().close();
