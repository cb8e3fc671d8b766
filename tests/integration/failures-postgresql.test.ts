import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordEvent } from '#db/change';
import { engine } from '#db/engine';
import { register } from '#db/schema';
import { runCommand } from '#lib/base/run-command';
import { done, type Outcome } from '#lib/base/errors';
import { editNeed } from '#lib/needs/entry/commands';
import { freePort } from '#tests/support/servers/free-port';
import { revision } from '#tests/support/databases/log-rows';
import { completeFields, draft } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { runProgram } from '#tests/support/servers/child-processes';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number, row } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const script = 'tests/support/durability/try-to-write.ts';
const outcomes = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome<string>);
const unreachable = { ok: false, failure: { kind: 'database', why: 'unreachable' } };
const elsewhere = (port: number) => {
  const url = new URL(process.env.DATABASE_URL!);
  url.port = String(port);
  return { DATABASE_URL: url.href };
};

describe.runIf(engine === 'postgresql')('a server that is not there', () => {
  it('is an answer, each time', async () => {
    const { code, stdout, stderr } = await runProgram({ script, env: elsewhere(await freePort()) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(outcomes(stdout)).toEqual([unreachable, unreachable]);
  });

  it('is an answer also where something listens that never says anything', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { code, stdout, stderr } = await runProgram({
      script,
      given: ['once'],
      env: elsewhere((silent.address() as AddressInfo).port),
    });
    silent.close();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(outcomes(stdout)).toEqual([unreachable]);
  });

  it.each([
    ['in the middle of a query', 'cut-in-query'],
    ['between two queries', 'cut-between'],
  ])(
    'is an answer where the connection is cut %s of a write: nothing is stored, the process lives on',
    async (_said, mode) => {
      const before = await number('select event_seq from register');
      const { code, stdout, stderr } = await runProgram({ script, given: [mode] });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(outcomes(stdout)).toEqual([unreachable, { ok: true, value: 'stored' }]);
      expect(await number('select event_seq from register')).toBe(before + 2);
    },
  );
});

describe.runIf(engine === 'postgresql')('a database that another program holds', () => {
  it('for longer than some seconds is an answer and stores nothing', async () => {
    const { review, focal } = await panel();
    const seen = await draft(focal, review);
    const before = await revision();
    const other = new Client({ connectionString: process.env.DATABASE_URL });
    await other.connect();
    await other.query('begin');
    await other.query('select revision from register for update');
    const failure = failureOf(
      await editNeed(focal, { ...seen, fields: { ...completeFields, text: 'Later.' } }),
    );
    await other.query('rollback');
    await other.end();
    expect(failure).toEqual({ kind: 'database', why: 'locked' });
    expect(await row('select version, text from need where id = ?', [seen.id])).toEqual({
      version: 1,
      text: 'Training of procurement officers.',
    });
    expect(await revision()).toBe(before);
    expect(valueOf(await editNeed(focal, { ...seen, fields: completeFields }))).toEqual({
      id: seen.id,
      version: 2,
    });
  });

  it('with every connection of the register busy is an answer for those who wait for one', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const busy = Array.from({ length: 8 }, () =>
      runCommand(async (tx) => {
        await tx.select({ one: sql`1` }).from(register);
        await promise;
        return done('released');
      }),
    );
    const waiting = runCommand(async () => done('let in')).finally(resolve);
    const [outcome] = await Promise.allSettled([waiting]);
    expect((await Promise.all(busy)).map(valueOf)).toEqual(Array(8).fill('released'));
    expect(outcome).toEqual({
      status: 'fulfilled',
      value: {
        ok: false,
        failure: { kind: 'database', why: expect.stringMatching(/^(locked|unreachable)$/) },
      },
    });
  });

  it('read-only is an answer and stores nothing', async () => {
    const before = await number('select event_seq from register');
    const outcome = await runCommand(async (tx) => {
      await (tx as unknown as { execute: (query: unknown) => Promise<unknown> }).execute(
        sql`set transaction read only`,
      );
      await recordEvent(tx, 'view', null);
      return done(null);
    });
    expect(failureOf(outcome)).toEqual({ kind: 'database', why: 'read-only' });
    expect(await number('select event_seq from register')).toBe(before);
  });
});
