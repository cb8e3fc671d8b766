import { getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { coveredTables, uncoveredTables } from '#db/contents/covered-tables';
import { engine } from '#db/engine';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { approved } from '#tests/support/factories/needs';
import { panel } from '#tests/support/factories/panels';
import { rows } from '#tests/support/databases/sql';

beforeAll(async () => {
  await freshRegister();
  const { review, focal, first } = await panel();
  await approved(focal, first, review);
});

it('every table is covered by the log, or it is said why not', async () => {
  const names = new Set<string>();
  const parts = import.meta.glob<object>(['../../db/schema.ts', '../../db/schema/*.ts']);
  for (const load of Object.values(parts))
    for (const table of Object.values(await load()))
      if (is(table, PgTable) || is(table, SQLiteTable)) names.add(getTableName(table as PgTable));
  const known = [...coveredTables.map(({ name }) => name), ...Object.keys(uncoveredTables)];
  expect(known.toSorted()).toEqual([...names].toSorted());
});

it.runIf(engine === 'postgresql')('every covered table has the triggers that record', async () => {
  const found = await rows(
    `select c.relname || '_' || substr(p.proname, 8) as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid where p.proname like 'record\\_%'`,
  );
  const wanted = coveredTables.flatMap(({ name }) =>
    ['inserted', 'updated', 'deleted'].map((what) => `${name}_${what}`),
  );
  expect(found.map(({ name }) => String(name)).toSorted()).toEqual(wanted.toSorted());
});

describe('what has been written', () => {
  it.each([
    [`update need_version set text = 'planted'`, 'need_version'],
    [`update need_version set status = 'draft' where version = 1`, 'need_version'],
    ['update need_version set to_seq = null where to_seq is not null', 'need_version'],
    ['update need_version set to_seq = 99 where to_seq is not null', 'need_version'],
    ['delete from need_version', 'need_version'],
    [`update review_version set completed_on = '2001-01-01'`, 'review_version'],
    ['delete from review_version', 'review_version'],
    [`update topic set code = 'planted'`, 'topic'],
    ['delete from topic', 'topic'],
    ['delete from register', 'register'],
  ])('refuses: %s', async (query, table) => {
    await expect(rows(query)).rejects.toThrow(`${table} is append-only`);
  });

  it.each([
    'update register set revision = revision + 1',
    'update register set revision = revision - 1',
    `update register set head_hash = 'planted'`,
    'update register set event_seq = event_seq + 1',
  ])('has a head that moves only with its log: %s', async (query) => {
    await expect(rows(query)).rejects.toThrow('register moves only with its logs');
  });
});
