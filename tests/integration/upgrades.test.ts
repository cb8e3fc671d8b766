import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import { createEmpty, reservedDatabase } from '#tests/support/databases/databases';
import { closeRows, row, rows } from '#tests/support/databases/sql';
import { campaign } from '#tests/support/run/campaign';
import { runProgram } from '#tests/support/servers/child-processes';

const files = readdirSync(`db/migrations/${engine}`)
  .filter((file) => file.endsWith('.sql'))
  .sort();
const textOf = (file: string) => readFileSync(`db/migrations/${engine}/${file}`, 'utf8');
const at = '2026-01-01T00:00:00.000Z';
const zeros = '0'.repeat(64);

/** What stood in the first release, as its own statements wrote it. */
const firstRows = [
  `insert into register (id, demonstration, secret, revision, head_hash, event_seq, event_hash, created_at)
   values (1, false, 'secret', 0, '${zeros}', 0, '${zeros}', '${at}')`,
  `insert into state (id, code, region) values ('s1', 'KEN', 'AFR'), ('s2', 'FRA', 'WEOG')`,
  `insert into account (id, email, name, role, state_id, active, created_at) values
   ('a1', 'focal@example.org', 'Focal Point', 'focal-point', 's1', true, '${at}'),
   ('a2', 'admin@example.org', 'Administrator – مدير', 'administrator', null, true, '${at}')`,
  `insert into review (id, state_id, cycle, numbered, symbol, version, created_at)
   values ('r1', 's1', 2, 1, 'CAC/COSP/1', 1, '${at}')`,
  `insert into review_version (id, review_id, version, region, verb, actor_id, at, from_seq)
   values ('v1', 'r1', 1, 'AFR', 'create', 'a2', '${at}', 0)`,
  `insert into need (id, review_id, status, version, chapter, general, topics, types, tags, target_groups,
     text, language, entered_by, changed_by, created_at, updated_at)
   values ('n1', 'r1', 'draft', 1, 'II', false, '[]', '[]', '[]', '[]',
     'Ausbildung „Zeugenschutz“ – مساعدة', 'en', 'a1', 'a1', '${at}', '${at}')`,
];
const kept = {
  state: 'id, code, region',
  account: 'id, email, name, role, state_id, active, created_at',
  review: 'id, state_id, cycle, numbered, symbol, version, created_at',
  review_version: 'id, review_id, version, region, verb, actor_id, at, from_seq',
  need: 'id, review_id, status, version, chapter, topics, types, tags, text, language, entered_by',
  subcategory: 'id, code, names, position, category',
} as const;

async function apply(file: string) {
  for (const statement of textOf(file).split('--> statement-breakpoint'))
    if (statement.trim() && !/^\s*PRAGMA foreign_keys/i.test(statement)) await rows(statement);
  const hash = createHash('sha256').update(textOf(file)).digest('hex');
  const name = file.replace('.sql', '');
  await rows('insert into migration (name, hash, at) values (?, ?, ?)', [name, hash, at]);
}

/** The rows that must last, by their table, as text: a digest of them in the open. */
async function lasting() {
  const found: Record<string, string> = {};
  for (const [table, columns] of Object.entries(kept))
    found[table] = JSON.stringify(
      await rows(
        `select ${columns} from ${table} where id in ('s1', 's2', 'a1', 'a2', 'r1', 'v1', 'n1') or '${table}' = 'subcategory' order by id`,
      ),
    );
  return found;
}

/** The releases whose databases are tried: the first, two between and the last but one; all in a campaign. */
const releases = files
  .map((_, n) => n + 1)
  .filter((n) => n >= 2 && n < files.length)
  .filter((n, i, all) => campaign || [0, 5, all.length - 1].includes(i));

describe('a database of an older release', () => {
  const own = process.env.DATABASE_URL!;
  afterAll(() => {
    closeRows();
    process.env.DATABASE_URL = own;
  });

  it.each(releases)('after %i migrations is brought up with every row, and verifies', async (n) => {
    const database = reservedDatabase(engine);
    process.env.DATABASE_URL = database.url;
    try {
      await createEmpty(database.url);
      if (engine === 'sqlite')
        new (await import('better-sqlite3')).default(database.url.slice(5)).close();
      if (engine === 'sqlite') await rows('pragma foreign_keys = OFF');
      for (const file of files.slice(0, 2)) await apply(file);
      for (const statement of firstRows) await rows(statement);
      for (const file of files.slice(2, n)) await apply(file);
      const before = await lasting();
      closeRows();
      const migrated = await runProgram({ script: 'bin/migrate.ts', env: { DEMO: '0' } });
      expect(migrated).toMatchObject({ code: 0, stderr: '' });
      expect(await lasting()).toEqual(before);
      expect(await row('select max(name) as last from migration')).toEqual({
        last: files.at(-1)!.replace('.sql', ''),
      });
      const verified = await runProgram({ script: 'bin/verify.ts', env: { DEMO: '0' } });
      expect(verified).toMatchObject({ code: 0, stderr: '' });
    } finally {
      closeRows();
      process.env.DATABASE_URL = own;
      await database.drop();
    }
  });
});
