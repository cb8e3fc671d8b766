import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { migrate } from '#db/migrate';
import { emptyDatabase } from '#tests/support/databases/fresh-register';

type Cell = string | number | null | Readonly<{ hex: string }>;
type Rows = Readonly<{ columns: readonly string[]; rows: readonly (readonly Cell[])[] }>;

/**
 * The rows of a demonstration register in which the release of commit 177906f6 froze two editions,
 * and the SHA-256 of what it made of them: of the content in each language, and of a file.
 */
type FrozenRegister = Readonly<{
  editions: readonly Readonly<{
    id: string;
    checksum: string;
    contents: Readonly<Record<string, string>>;
    files?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  }>[];
  tables: Readonly<Record<string, Rows>>;
}>;

const fixture = (): FrozenRegister =>
  JSON.parse(
    brotliDecompressSync(readFileSync('tests/fixtures/frozen-editions.json.br')).toString('utf8'),
  ) as FrozenRegister;

const bytesOf = (cell: Cell) =>
  typeof cell === 'object' && cell !== null ? Buffer.from(cell.hex, 'hex') : cell;

function fillSqlite(path: string, tables: FrozenRegister['tables']): void {
  const connection = new Database(path);
  connection.pragma('foreign_keys = OFF');
  connection.exec('BEGIN');
  // The migrations have put the vocabulary there, which its triggers would keep.
  const triggers = connection.prepare<[], { name: string; of: string }>(
    `select name, tbl_name as of from sqlite_schema where type = 'trigger'`,
  );
  for (const { name, of } of triggers.all())
    if (of in tables) connection.exec(`drop trigger "${name}"`);
  for (const name of Object.keys(tables)) connection.exec(`delete from "${name}"`);
  for (const [name, { columns, rows }] of Object.entries(tables)) {
    const places = columns.map(() => '?').join();
    const insert = connection.prepare(
      `insert into "${name}" ("${columns.join('","')}") values (${places})`,
    );
    for (const row of rows) insert.run(...row.map(bytesOf));
  }
  connection.exec('COMMIT');
  connection.close();
}

async function fillPostgresql(url: string, tables: FrozenRegister['tables']): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows: found } = await client.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and data_type = 'boolean'`,
  );
  const booleans = new Set(found.map(({ name }) => name));
  await client.query('begin');
  // Rows refer to each other in circles, and the triggers of the log would count them as written now.
  await client.query(`set local session_replication_role = 'replica'`);
  for (const [name, { columns, rows }] of Object.entries(tables)) {
    await client.query(`delete from "${name}"`);
    const isBoolean = columns.map((column) => booleans.has(`${name}.${column}`));
    const places = columns.map((_, at) => `$${at + 1}`).join();
    const query = `insert into "${name}" ("${columns.join('","')}") values (${places})`;
    for (const row of rows)
      await client.query(
        query,
        row.map((cell, at) => (isBoolean[at] && cell !== null ? cell === 1 : bytesOf(cell))),
      );
  }
  await client.query('commit');
  await client.end();
}

/** The register of the fixture in this test file's own database, with the tables of this release. */
export async function frozenRegister(): Promise<FrozenRegister['editions']> {
  const { editions, tables } = fixture();
  await emptyDatabase();
  const url = process.env.DATABASE_URL!;
  const isSqlite = url.startsWith('file:');
  if (isSqlite) new Database(url.slice('file:'.length)).close();
  await migrate();
  if (isSqlite) fillSqlite(url.slice('file:'.length), tables);
  else await fillPostgresql(url, tables);
  return editions;
}
