import { setImmediate as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createClientTurns } from '#lib/base/client-turns';

const present = () => false;

describe('turns of clients', () => {
  it('run few requests of one client at a time, and few in all', async () => {
    const take = createClientTurns({ inAll: 3, ofOne: 2, waiting: 10 });
    const started: string[] = [];
    const ask = (name: string) =>
      take(name, present).then((finish) => {
        started.push(name);
        return finish!;
      });
    const ofA = [ask('a'), ask('a'), ask('a')];
    const ofB = [ask('b'), ask('b')];
    await pause();
    expect(started).toEqual(['a', 'a', 'b']);
    (await ofA[0]!)();
    await pause();
    expect(started).toEqual(['a', 'a', 'b', 'a']);
    (await ofB[0]!)();
    await pause();
    expect(started).toEqual(['a', 'a', 'b', 'a', 'b']);
  });

  it('let a newcomer go before the rest of whoever asked for much', async () => {
    const take = createClientTurns({ inAll: 1, ofOne: 1, waiting: 50 });
    const order: string[] = [];
    const ask = async (name: string) => {
      const finish = await take(name, present);
      order.push(name);
      await pause();
      finish!();
    };
    await Promise.all([...Array.from({ length: 20 }, () => ask('many')), ask('one')]);
    expect(order.indexOf('one')).toBeLessThan(3);
  });

  it('refuse what would wait behind too many of the same client, and nobody else', async () => {
    const take = createClientTurns({ inAll: 1, ofOne: 1, waiting: 2 });
    const first = await take('a', present);
    const waiting = [take('a', present), take('a', present)];
    expect(await take('a', present)).toBeUndefined();
    const other = take('b', present);
    first!();
    for (const turn of [...waiting, other]) {
      const finish = await Promise.race([turn, pause()]);
      if (typeof finish === 'function') finish();
    }
    expect(await other).toBeTypeOf('function');
  });

  it('refuse everybody where too many wait in all', async () => {
    const take = createClientTurns({ inAll: 1, ofOne: 1, waiting: 5, waitingInAll: 2 });
    const first = await take('a');
    const waiting = [take('b'), take('c')];
    expect(await take('d')).toBeUndefined();
    first!();
    (await waiting[0]!)!();
    (await waiting[1]!)!();
    expect(await take('d')).toBeTypeOf('function');
  });

  it('pass over a client that has left', async () => {
    const take = createClientTurns({ inAll: 1, ofOne: 1, waiting: 2 });
    const first = await take('a', present);
    const left = take('b', () => true);
    const next = take('c', present);
    first!();
    first!();
    expect(await left).toBeUndefined();
    expect(await next).toBeTypeOf('function');
  });
});
