import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { recordChange } from '#db/change';
import { read, transaction, type Writer } from '#db/client';
import { databaseFailure } from '#db/errors';
import { openRegister } from '#db/register';
import { state } from '#db/schema';
import { runCommand } from '#lib/base/run-command';
import { done, forbidden } from '#lib/base/errors';
import { globalSingleton } from '#lib/base/global-singleton';
import { revision } from '#tests/support/databases/log-rows';
import { failureOf } from '#tests/support/factories/outcomes';
import { administrator } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedState } from '#tests/support/factories/reviews';
import { number, row, rows } from '#tests/support/databases/sql';
import { unrecorded } from '#tests/support/databases/unrecorded';

beforeAll(() => freshRegister());

const newState = () => ({
  id: randomUUID(),
  code: `T-${randomUUID().slice(0, 8)}`,
  region: 'AFR' as const,
});
const isThere = (id: string) => number('select count(*) from state where id = ?', [id]);
/** What the handle that can only read would do if its type were ignored. */
const asWriter = (reader: unknown) => reader as Writer;

describe('a transaction', () => {
  it('inside a transaction is refused, also where a command begins it', async () => {
    await transaction(async () => {
      await expect(transaction(async () => undefined)).rejects.toThrow(
        'transaction() was called inside a transaction',
      );
      await expect(runCommand(async () => done(null))).rejects.toThrow('inside a transaction');
    });
    await expect(transaction(async () => 'as before')).resolves.toBe('as before');
  });

  it('that fails leaves nothing: no row, no change, no number', async () => {
    const [lost, kept, actorId] = [newState(), newState(), (await administrator()).accountId!];
    const before = await revision();
    const write = (values: ReturnType<typeof newState>) => async (tx: Writer) => {
      await tx.insert(state).values(values);
      await recordChange(tx, { actorId, verb: 'test', entity: 'state', entityId: values.id });
    };
    await expect(
      transaction(async (tx) => {
        await write(lost)(tx);
        throw new Error('too late');
      }),
    ).rejects.toThrow('too late');
    expect(await isThere(lost.id)).toBe(0);
    await transaction(write(kept));
    expect(await rows('select seq, entity_id from change where seq > ?', [before])).toEqual([
      { seq: before + 1, entity_id: kept.id },
    ]);
  });

  it('whose work is refused leaves nothing either, and answers with the refusal', async () => {
    const values = newState();
    const outcome = await runCommand(async (tx) => {
      await tx.insert(state).values(values);
      return forbidden('role');
    });
    expect(failureOf(outcome)).toEqual({ kind: 'forbidden', why: 'role' });
    expect(await isThere(values.id)).toBe(0);
  });

  it('that writes register data without a change is refused, and leaves nothing', async () => {
    const values = newState();
    await expect(
      transaction(async (tx) => {
        await tx.insert(state).values(values);
      }),
    ).rejects.toThrow('rows of state were written without a change');
    expect(await isThere(values.id)).toBe(0);
  });

  it('is seen by nobody until it ends', async () => {
    const values = newState();
    await unrecorded(async (tx) => {
      await tx.insert(state).values(values);
      expect(await isThere(values.id)).toBe(0);
      expect((await read().select({ id: state.id }).from(state)).map(({ id }) => id)).not.toContain(
        values.id,
      );
    });
    expect(await isThere(values.id)).toBe(1);
  });

  it('that fails does not take the ones beside it along', async () => {
    const all = Array.from({ length: 12 }, newState);
    const outcomes = await Promise.allSettled(
      all.map((values, n) =>
        unrecorded(async (tx) => {
          await tx.insert(state).values(values);
          if (n % 3 === 0) throw new Error(`number ${n}`);
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(
      all.map((_, n) => (n % 3 === 0 ? 'rejected' : 'fulfilled')),
    );
    for (const [n, { id }] of all.entries()) expect(await isThere(id)).toBe(n % 3 === 0 ? 0 : 1);
  });
});

describe('the handle that reads', () => {
  it('cannot write', async () => {
    const known = await mintedState();
    const writer = asWriter(read());
    for (const write of [
      () => writer.insert(state).values(newState()),
      () => writer.update(state).set({ region: 'WEOG' }),
      () => writer.delete(state),
    ]) {
      const failure = await Promise.resolve()
        .then(write)
        .then(() => 'written', databaseFailure);
      expect(failure).toBe('read-only');
    }
    expect(await row('select region from state where id = ?', [known.stateId])).toEqual({
      region: 'AFR',
    });
  });
});

describe('a register', () => {
  it('opened again as what it is stays as it is', async () => {
    const before = await rows('select * from register');
    expect(await openRegister({ demonstration: false })).toEqual({ made: false });
    expect(await rows('select * from register')).toEqual(before);
  });

  it('that is a real one is not opened as a demonstration, and says so in one line', async () => {
    const refusal = await openRegister({ demonstration: true }).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(refusal).toBe(
      'This database holds a real register. Start it with DEMO=0, or name another database in DATABASE_URL.',
    );
  });

  it('that is a demonstration is not opened as a real one, and says so in one line', async () => {
    await rows('update register set demonstration = (1 = 1)');
    const refusal = await openRegister({ demonstration: false }).then(
      () => '',
      (error: Error) => error.message,
    );
    await rows('update register set demonstration = (1 = 0)');
    expect(refusal).toBe(
      'This database holds a demonstration register. Start it without DEMO=0, or name another database in DATABASE_URL.',
    );
  });
});

describe('what is one per process', () => {
  it('is made once under its name, however often the module is loaded', async () => {
    const name = `test ${randomUUID()}`;
    const made = globalSingleton(name, () => ({ by: 'the first' }));
    vi.resetModules();
    const anew = await import('#lib/base/global-singleton');
    expect(anew.globalSingleton).not.toBe(globalSingleton);
    expect(anew.globalSingleton(name, () => ({ by: 'the second' }))).toBe(made);
    expect((await import('#db/client')).read()).toBe(read());
    vi.resetModules();
  });

  it('keeps the refusal of nested transactions when the module is loaded twice', async () => {
    vi.resetModules();
    const anew = await import('#db/client');
    await transaction(async () => {
      await expect(anew.transaction(async () => undefined)).rejects.toThrow('inside a transaction');
    });
    vi.resetModules();
  });
});
