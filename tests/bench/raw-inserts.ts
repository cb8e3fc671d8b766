import { Client } from 'pg';
import { engine } from '#db/engine';
import { openSqlite } from '#db/sqlite';
import { environment } from '#lib/base/env';

type Value = string | number | null;
type Rows = Readonly<{ table: string; columns: readonly string[]; values: readonly Value[][] }>;

/** What an import of needs writes, in an order that the foreign keys allow. */
const written = {
  need: `select * from need where source_ref is not null order by source_ref`,
  need_article:
    'select a.* from need_article a join need n on n.id = a.need_id order by n.source_ref, a.article',
  need_version:
    'select v.* from need_version v join need n on n.id = v.need_id order by n.source_ref',
  change: `select * from change where entity = 'need' order by seq`,
};
const rowsAtATime = 500;
/** Rows as text, so that neither side pays for types. */
const asText = { getTypeParser: () => (text: string) => text };

function sqlite(fromUrl: string): number {
  const from = openSqlite(fromUrl, 'read');
  const tables = Object.entries(written).map(([table, query]): Rows => {
    const statement = from.prepare(query);
    return {
      table,
      columns: statement.columns().map(({ name }) => name),
      values: statement.raw().all() as Value[][],
    };
  });
  from.close();
  const to = openSqlite(environment().databaseUrl, 'write');
  const began = performance.now();
  to.exec('begin immediate');
  for (const { table, columns, values } of tables) {
    const insert = to.prepare(
      `insert into "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    );
    for (const row of values) insert.run(...row);
  }
  to.exec('commit');
  const time = performance.now() - began;
  to.close();
  return time;
}

async function postgresql(fromUrl: string): Promise<number> {
  const from = new Client({ connectionString: fromUrl, types: asText });
  await from.connect();
  const tables: Rows[] = [];
  for (const [table, text] of Object.entries(written)) {
    const { fields, rows } = await from.query<Value[]>({ text, rowMode: 'array' });
    tables.push({ table, columns: fields.map(({ name }) => name), values: rows });
  }
  await from.end();
  const to = new Client({ connectionString: environment().databaseUrl });
  await to.connect();
  const began = performance.now();
  await to.query('begin');
  for (const { table, columns, values } of tables) {
    for (let at = 0; at < values.length; at += rowsAtATime) {
      const rows = values.slice(at, at + rowsAtATime);
      const places = rows.map(
        (_, r) => `(${columns.map((__, c) => `$${r * columns.length + c + 1}`).join(', ')})`,
      );
      await to.query({
        name: `${table} ${rows.length}`,
        text: `insert into "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) values ${places.join(', ')}`,
        values: rows.flat(),
      });
    }
  }
  await to.query('commit');
  const time = performance.now() - began;
  await to.end();
  return time;
}

/**
 * Writes the same rows as an import has written into another database, with nothing but the driver,
 * in one transaction; in milliseconds.
 */
export const rawInserts = async (fromUrl: string): Promise<number> =>
  engine === 'sqlite' ? sqlite(fromUrl) : postgresql(fromUrl);
