import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import { migrate } from '#db/migrate';
import { openRegister } from '#db/register';
import { emptyDatabase } from '#tests/support/databases/fresh-register';
import { number, row, rows } from '#tests/support/databases/sql';

const files = readdirSync(`db/migrations/${engine}`)
  .filter((file) => file.endsWith('.sql'))
  .sort();
const names = files.map((file) => file.replace('.sql', ''));
const textOf = (file: string) => readFileSync(`db/migrations/${engine}/${file}`, 'utf8');
const [first, last] = [names[0]!, names.at(-1)!];
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (error: Error) => error.message,
  );

/** The database as the release before this one left it: all migrations but the last. */
async function withoutTheLast() {
  for (const file of files.slice(0, -1)) {
    for (const statement of textOf(file).split('--> statement-breakpoint')) await rows(statement);
    await rows('insert into migration (name, hash, at) values (?, ?, ?)', [
      file.replace('.sql', ''),
      createHash('sha256').update(textOf(file)).digest('hex'),
      '2026-01-01T00:00:00.000Z',
    ]);
  }
}

// One after the other on the one database of this file, which is empty at first.
describe('bringing a database up to this release', () => {
  const path = process.env.DATABASE_URL!.slice('file:'.length);

  it('applies what the release before did not have yet, each once', async () => {
    await emptyDatabase();
    if (engine === 'sqlite') new Database(path).close();
    await withoutTheLast();
    expect(await migrate()).toEqual([last]);
    expect(await migrate()).toEqual([]);
    expect(
      (await rows('select name from migration order by name')).map(({ name }) => name),
    ).toEqual(names);
  });

  it.runIf(engine === 'sqlite')('backs the file up first, as it was', () => {
    const backup = `${path}.before-${last}`;
    expect(existsSync(backup)).toBe(true);
    const connection = new Database(backup, { readonly: true });
    expect(connection.prepare('select name from migration order by name').pluck().all()).toEqual(
      names.slice(0, -1),
    );
    connection.close();
  });

  it('by several processes at once makes one register', async () => {
    expect(await Promise.all([migrate(), migrate(), migrate()])).toEqual([[], [], []]);
    const opened = await Promise.all([1, 2, 3].map(() => openRegister({ demonstration: false })));
    expect(opened.filter(({ made }) => made)).toHaveLength(1);
    expect(await number('select count(*) from register')).toBe(1);
    expect(await rows('select seq, verb, entity from change')).toEqual([
      { seq: 1, verb: 'open', entity: 'register' },
    ]);
  });

  it('refuses where a file was changed after the database had it', async () => {
    await openRegister({ demonstration: false });
    const { hash } = await row<{ hash: string }>('select hash from migration where name = ?', [
      first,
    ]);
    await rows(`update migration set hash = 'of another text' where name = ?`, [first]);
    expect(await refusal(migrate())).toBe(
      `Migration ${first} was changed after this database had it.`,
    );
    await rows('update migration set hash = ? where name = ?', [hash, first]);
    expect(await migrate()).toEqual([]);
  });

  it('refuses a database that a newer release has moved on', async () => {
    await rows(`insert into migration (name, hash, at) values ('9999_later', 'x', 'x')`);
    expect(await refusal(migrate())).toBe(
      'This database has had migration 9999_later, which this release does not know. Use the newer release.',
    );
    await rows(`delete from migration where name = '9999_later'`);
    expect(await migrate()).toEqual([]);
  });

  it('leaves the tables that the schema describes, and no others', async () => {
    const query =
      engine === 'sqlite'
        ? `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`
        : `select tablename as name from pg_tables where schemaname = 'public'`;
    const described = (
      await Promise.all([
        import('#db/schema'),
        ...readdirSync('db/schema').map((file) => import(`../../db/schema/${file}`)),
      ])
    )
      .flatMap((tables) => Object.values(tables))
      .filter((value): value is typeof value & object => typeof value === 'object');
    const symbol = Symbol.for('drizzle:Name');
    const names = described.map((table) => (table as unknown as Record<symbol, string>)[symbol]!);
    // What a transaction has written (db/contents/written-rows.ts) is a temporary table on SQLite.
    if (engine === 'postgresql') names.push('written_row');
    const found = (await rows(query)).map(({ name }) => name);
    expect(found.toSorted()).toEqual(names.toSorted());
  });
});
