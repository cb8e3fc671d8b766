import { beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import { openSqlite, type Connection } from '#db/sqlite';
import { freshRegister } from '#tests/support/databases/fresh-register';

const question = 'select code, position from topic order by position limit 1';

describe.runIf(engine === 'sqlite')(
  'a connection keeps the statements that it has prepared',
  () => {
    let connection: Connection;
    beforeAll(async () => {
      await freshRegister();
      connection = openSqlite(process.env.DATABASE_URL!, 'write');
      return () => connection.close();
    });

    it('prepares each once', () => {
      expect(connection.prepare(question)).toBe(connection.prepare(question));
    });

    it('answers rows to whoever asks for rows, also after somebody wanted arrays', () => {
      const asArray = connection.prepare(question).raw().get();
      const asRow = connection.prepare(question).get() as { code: string; position: number };
      expect(asArray).toEqual([asRow.code, asRow.position]);
    });

    it('answers by the tables as they are, also after one of them got a column', () => {
      const all = 'select * from topic limit 1';
      const before = connection.prepare(all).get() as object;
      connection.exec('alter table topic add column later integer not null default 7');
      expect(connection.prepare(all).get()).toEqual({ ...before, later: 7 });
    });

    it('lets the oldest go when there are many, which still work for whoever has them', () => {
      const first = connection.prepare('select 1 as one');
      for (let i = 0; i < 600; i += 1) connection.prepare(`select ${i} as number`);
      expect(connection.prepare('select 1 as one')).not.toBe(first);
      expect(first.get()).toEqual({ one: 1 });
    });
  },
);
