import { AsyncLocalStorage } from 'node:async_hooks';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { engine } from '#db/engine';

type Sent = Readonly<{ sql: string; params: readonly unknown[] }>;
const recording = new AsyncLocalStorage<Sent[]>();

/**
 * What the drivers are given, whoever gives it: the very statements of the register, not others
 * like them.
 */
const statements = Object.getPrototypeOf(
  new Database(':memory:').prepare('select 1'),
) as Database.Statement;
for (const method of ['all', 'get', 'run'] as const) {
  const execute = statements[method] as (...given: unknown[]) => unknown;
  statements[method] = function record(this: Database.Statement, ...given: unknown[]) {
    recording.getStore()?.push({ sql: this.source, params: [] });
    return execute.apply(this, given);
  } as typeof statements.all & typeof statements.get & typeof statements.run;
}
const query = Client.prototype.query as (...given: unknown[]) => unknown;
Client.prototype.query = function record(this: Client, ...given: unknown[]) {
  const [first, second] = given;
  const sql = typeof first === 'string' ? first : (first as { text?: string }).text;
  if (sql)
    recording.getStore()?.push({
      sql,
      params: (Array.isArray(second) ? second : (first as { values?: unknown[] }).values) ?? [],
    });
  return query.apply(this, given);
} as typeof Client.prototype.query;

/** The reads and writes that the work sends to the database. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  await recording.run(sent, work);
  // What a transaction has written is a temporary table of its own connection.
  return sent.filter(
    ({ sql }) => /^\s*(select|insert|update|delete)\b/i.test(sql) && !sql.includes('written_row'),
  );
}

type Node = Readonly<{
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  Plans?: readonly Node[];
}>;

/** Sequential scans, and indexes that are read from end to end. */
const postgresqlScans = (node: Node): string[] => [
  ...(node['Relation Name'] &&
  (node['Node Type'] === 'Seq Scan' ||
    (/^Index (Only )?Scan$/.test(node['Node Type']) && !node['Index Cond']))
    ? [node['Relation Name']]
    : []),
  ...(node.Plans ?? []).flatMap(postgresqlScans),
];

/** A condition that is false whoever asks: nothing is read, but SQLite's plan does not say so. */
const readsNothing = (sql: string) => /\bwhere \(?false( and| order| group|$)/.test(sql);

function sqliteScans(sql: string): string[] {
  const connection = new Database(process.env.DATABASE_URL!.slice('file:'.length));
  const unknown = Array.from({ length: sql.split('?').length - 1 }, () => null);
  const plan = connection
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...unknown);
  connection.close();
  const scanned = plan.flatMap(({ detail }) => /^SCAN (\w+)/.exec(detail)?.[1] ?? []);
  // The needs of every review, found by an index review by review, are all needs.
  const byReview =
    scanned.includes('review') &&
    plan.some(({ detail }) => /^SEARCH need USING .*\(review_id=\?/.test(detail));
  return byReview ? [...scanned, 'need'] : scanned;
}

const watched = ['need', 'need_version', 'need_article', 'change'];

/**
 * Which of the tables that grow without end the engine means to read from end to end for this
 * statement.
 */
export async function scannedBy({ sql, params }: Sent): Promise<string[]> {
  if (readsNothing(sql)) return [];
  if (engine === 'sqlite') return sqliteScans(sql).filter((table) => watched.includes(table));
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const {
    rows: [row],
  } = await client.query<{ 'QUERY PLAN': readonly { Plan: Node }[] }>(
    `explain (format json) ${sql}`,
    [...params],
  );
  await client.end();
  return postgresqlScans(row!['QUERY PLAN'][0]!.Plan).filter((table) => watched.includes(table));
}
