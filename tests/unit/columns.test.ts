import { describe, expect, expectTypeOf, it } from 'vitest';
import * as postgresql from '#db/columns/postgresql';
import * as sqlite from '#db/columns/sqlite';

/** The same table in both vocabularies. */
const onPostgresql = postgresql.table(
  'thing',
  {
    id: postgresql.text('id').primaryKey(),
    kind: postgresql.text<'a' | 'b'>('kind').notNull(),
    note: postgresql.text('note'),
    number: postgresql.integer('number').notNull(),
    maybe: postgresql.integer('maybe'),
    flag: postgresql.boolean('flag').notNull(),
    list: postgresql.json<readonly string[]>('list').notNull(),
  },
  (t) => [
    postgresql.index('thing_kind').on(t.kind),
    postgresql.uniqueIndex('thing_number').on(t.number),
  ],
);
const onSqlite = sqlite.table(
  'thing',
  {
    id: sqlite.text('id').primaryKey(),
    kind: sqlite.text<'a' | 'b'>('kind').notNull(),
    note: sqlite.text('note'),
    number: sqlite.integer('number').notNull(),
    maybe: sqlite.integer('maybe'),
    flag: sqlite.boolean('flag').notNull(),
    list: sqlite.json<readonly string[]>('list').notNull(),
  },
  (t) => [sqlite.index('thing_kind').on(t.kind), sqlite.uniqueIndex('thing_number').on(t.number)],
);

type Columns = typeof onPostgresql.$inferSelect;

describe('the two vocabularies of columns', () => {
  it('have the same words', () => {
    expect(Object.keys(sqlite).toSorted()).toEqual(Object.keys(postgresql).toSorted());
    expectTypeOf<keyof typeof sqlite>().toEqualTypeOf<keyof typeof postgresql>();
  });

  it('mean the same by them: rows read and written have the same types', () => {
    expectTypeOf<typeof onSqlite.$inferSelect>().toEqualTypeOf<Columns>();
    expectTypeOf<typeof onSqlite.$inferInsert>().toEqualTypeOf<typeof onPostgresql.$inferInsert>();
    expectTypeOf<Columns>().toEqualTypeOf<{
      id: string;
      kind: 'a' | 'b';
      note: string | null;
      number: number;
      maybe: number | null;
      flag: boolean;
      list: readonly string[];
    }>();
  });

  it('store lists as the same text, to the byte, and read them back', () => {
    const list = ['é', '援助', '"quoted"', ''];
    for (const { list: column } of [onPostgresql, onSqlite]) {
      expect(column.getSQLType()).toBe('text');
      expect(column.mapToDriverValue(list)).toBe('["é","援助","\\"quoted\\"",""]');
      expect(column.mapFromDriverValue('["é"]')).toEqual(['é']);
    }
  });

  it('name and require the same columns', () => {
    const described = (table: typeof onPostgresql | typeof onSqlite) =>
      (['id', 'kind', 'note', 'number', 'maybe', 'flag', 'list'] as const).map((name) => {
        const { name: column, notNull, primary, hasDefault } = table[name];
        return { name, column, notNull, primary, hasDefault };
      });
    expect(described(onSqlite)).toEqual(described(onPostgresql));
  });
});
