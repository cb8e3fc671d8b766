import { Pool } from 'pg';
import { engine } from '#db/engine';
import { openSqlite } from '#db/sqlite';
import { environment } from '#lib/base/env';

export type Row = Readonly<Record<string, string | number | null>>;
export type RunQuery = (query: string) => Promise<Row[]>;

/** Opens separate read-only connections for the witness. Counts are returned as numbers. */
export async function openWitness(): Promise<{ ask: RunQuery; close: () => Promise<void> }> {
  const { databaseUrl } = environment();
  if (engine === 'sqlite') {
    const connection = openSqlite(databaseUrl, 'read');
    return {
      ask: async (query) => connection.prepare<[], Row>(query).all(),
      close: async () => {
        connection.close();
      },
    };
  }
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 4,
    options: '-c default_transaction_read_only=on',
  });
  const numbers = (row: Row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        name.startsWith('n_') ? Number(value) : value,
      ]),
    );
  return {
    ask: async (query) => (await pool.query<Row>(query)).rows.map(numbers),
    close: () => pool.end(),
  };
}
