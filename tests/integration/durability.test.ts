import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '#db/client';
import { engine } from '#db/engine';
import { openSqlite } from '#db/sqlite';
import { runProgram } from '#tests/support/servers/child-processes';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

describe.runIf(engine === 'sqlite')('a save that was acknowledged', () => {
  it.each(['read', 'write'] as const)(
    'every connection to %s waits for the disk, checks foreign keys and distrusts the schema',
    (use) => {
      const connection = openSqlite(process.env.DATABASE_URL!, use);
      const setting = (name: string) => connection.pragma(name, { simple: true });
      const settings = [
        'synchronous',
        'journal_mode',
        'foreign_keys',
        'trusted_schema',
        'query_only',
      ].map(setting);
      connection.close();
      expect(settings).toEqual([2, 'wal', 1, 0, use === 'read' ? 1 : 0]);
    },
  );

  it('the connection that the register writes by waits for the disk as well', async () => {
    const settings = await transaction(async (tx) =>
      (tx as unknown as { $client: ReturnType<typeof openSqlite> }).$client.pragma('synchronous', {
        simple: true,
      }),
    );
    expect(settings).toBe(2);
  });

  it.runIf(process.platform === 'linux')(
    'has reached the disk before it was acknowledged',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'needs-register-strace-'));
      try {
        const log = join(folder, 'calls');
        const before = await number('select count(*) from need');
        const under = [
          'strace',
          '-f',
          '-qq',
          '-e',
          'trace=fsync,fdatasync,write',
          '-s',
          '20',
          '-o',
          log,
        ];
        const { code, stdout, stderr } = await runProgram({
          script: 'tests/support/durability/make-needs.ts',
          given: ['10'],
          under,
        });
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout.match(/^acknowledged$/gm)).toHaveLength(10);
        expect(await number('select count(*) from need')).toBe(before + 10);
        const calls = readFileSync(log, 'utf8');
        const beforeEach = calls
          .slice(calls.indexOf('"begin\\n"'), calls.indexOf('"end\\n"'))
          .split('"acknowledged\\n"')
          .slice(0, 10);
        const syncs = beforeEach.map((part) => (part.match(/\bf(data)?sync\(/g) ?? []).length);
        expect(syncs).toHaveLength(10);
        expect(
          syncs.filter((n) => n === 0),
          `calls to fsync before each acknowledgement: ${syncs.join(', ')}`,
        ).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
