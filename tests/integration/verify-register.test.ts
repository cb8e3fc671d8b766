import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '#db/client';
import { coveredTables, type CoveredTable } from '#db/contents/covered-tables';
import { engine } from '#db/engine';
import { openRegister } from '#db/register';
import type { Fault } from '#db/contents/fault';
import { verifyRegister } from '#lib/people/audit/verify-register';
import { recordEvent } from '#db/change';
import { openIntruder, otherValue, whereKey } from '#tests/support/audit/tamper';
import { insertStored, type Intruder, type StoredRow } from '#tests/support/audit/tamper';
import { dropGuards } from '#tests/support/databases/unrecorded';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';
import { number, row } from '#tests/support/databases/sql';
import { randomNumbers } from '#tests/support/random/numbers';
import { counts, record, seed } from '#tests/support/run/campaign';

const faultsToPlant = engine === 'sqlite' ? counts(60, 1000) : counts(18, 1000);

let intruder: Intruder;
let tables: readonly CoveredTable[];
/** Those with a column outside the key. */
let editable: readonly CoveredTable[];
const next = randomNumbers(seed);
const one = <T>(from: readonly T[]): T => from[next(from.length)]!;

type Head = Readonly<{ seq: number; hash: string }>;
const head = async (): Promise<Head> => {
  const { revision, head_hash: hash } = await row('select revision, head_hash from register');
  return { seq: Number(revision), hash: String(hash) };
};

beforeAll(async () => {
  await demonstrationRegister();
  for (let n = 0; n < 5; n += 1) await transaction((tx) => recordEvent(tx, 'view', null, { n }));
  await dropGuards();
  intruder = await openIntruder();
  const filled = await Promise.all(
    coveredTables.map(async (table) =>
      (await number(`select count(*) from "${table.name}"`)) > 0 ? [table] : [],
    ),
  );
  tables = filled.flat();
  editable = tables.filter(({ key, columns }) => columns.length > key.length);
}, 120_000);

afterAll(() => intruder.close());

const someRow = async (table: string, where = '1 = 1'): Promise<StoredRow> => {
  const found = await intruder.run(`select * from "${table}" where ${where} order by 1, 2`);
  return one(found);
};

/** What was planted, what is to be said of it, and how it is undone. */
type Planted = Readonly<{ expected: Partial<Fault>; undo: () => Promise<unknown> }>;

/** Changes one column of one row, of those that the database itself takes. */
async function edit({ name, key, columns }: CoveredTable): Promise<Planted> {
  const found = await someRow(name);
  const keys = key.map((column) => found[column]!);
  for (let tries = 0; tries < 100; tries += 1) {
    const column = one(columns.filter((each) => !key.includes(each)));
    const set = `update "${name}" set "${column}" = ? where ${whereKey(key)}`;
    try {
      await intruder.run(set, [otherValue(found[column]!), ...keys]);
    } catch {
      continue;
    }
    return {
      expected: { kind: 'altered', table: name, id: keys.join('|') },
      undo: () => intruder.run(set, [found[column]!, ...keys]),
    };
  }
  throw new Error(`no column of ${name} takes another value`);
}

async function remove({ name, key }: CoveredTable): Promise<Planted> {
  const found = await someRow(name);
  const keys = key.map((column) => found[column]!);
  await intruder.run(`delete from "${name}" where ${whereKey(key)}`, keys);
  return {
    expected: { kind: 'missing', table: name, id: keys.join('|') },
    undo: () => insertStored(intruder, name, found),
  };
}

async function add(): Promise<Planted> {
  const found = await someRow('need_version', 'version = 1');
  await insertStored(intruder, 'need_version', { ...found, id: 'planted', version: 99 });
  return {
    expected: { kind: 'added', table: 'need_version', id: 'planted' },
    undo: () => intruder.run(`delete from need_version where id = 'planted'`),
  };
}

async function editLog(log: 'change' | 'event'): Promise<Planted> {
  const found = await someRow(log);
  const column = one(['at', 'data', 'hash', 'previous_hash', log === 'change' ? 'verb' : 'kind']);
  const set = `update ${log} set "${column}" = ? where seq = ?`;
  const value = String(found[column]);
  await intruder.run(set, [column === 'data' ? '{"planted":1}' : `${value}x`, found.seq!]);
  return {
    expected: { kind: 'altered', table: log, id: String(found.seq) },
    undo: () => intruder.run(set, [value, found.seq!]),
  };
}

async function removeFromLog(log: 'change' | 'event'): Promise<Planted> {
  const found = await someRow(log, `seq < (select max(seq) from ${log})`);
  await intruder.run(`delete from ${log} where seq = ?`, [found.seq!]);
  return {
    expected: { kind: 'missing', table: log, id: String(found.seq) },
    undo: () => insertStored(intruder, log, found),
  };
}

async function reorder(log: 'change' | 'event'): Promise<Planted> {
  const all = (await intruder.run(`select seq from ${log} order by seq`)).map(({ seq }) => seq!);
  const place = next(all.length - 1);
  const [first, second] = [all[place]!, all[place + 1 + next(all.length - place - 1)]!];
  const swap = async () => {
    for (const [from, to] of [
      [first, -1],
      [second, first],
      [-1, second],
    ] as const)
      await intruder.run(`update ${log} set seq = ? where seq = ?`, [to, from]);
  };
  await swap();
  return { expected: { kind: 'reordered', table: log, id: String(first) }, undo: swap };
}

async function cutTail(log: 'change' | 'event'): Promise<Planted> {
  const all = await intruder.run(`select * from ${log} order by seq`);
  const kept = 1 + next(all.length - 1);
  await intruder.run(`delete from ${log} where seq > ?`, [kept]);
  return {
    expected: { kind: 'cut', table: log, id: String(kept + 1) },
    undo: async () => {
      for (const each of all.slice(kept)) await insertStored(intruder, log, each);
    },
  };
}

const kinds = [
  () => edit(one(editable)),
  () => edit(one(editable)),
  () => remove(one(tables)),
  add,
  () => editLog(one(['change', 'event'])),
  () => removeFromLog(one(['change', 'event'])),
  () => reorder(one(['change', 'event'])),
  () => cutTail(one(['change', 'event'])),
];

describe('a verification', () => {
  it('finds the demonstration as it was written, and stores its result', async () => {
    const present = await head();
    expect(await verifyRegister(present)).toEqual({
      head: present,
      fault: undefined,
      unsealed: false,
    });
    expect(await row('select seq, hash, fault from verification')).toEqual({
      seq: present.seq,
      hash: present.hash,
      fault: null,
    });
  });

  it('names each row that was altered, removed, added or reordered, and each cut of a log', async () => {
    for (let n = 0; n < faultsToPlant; n += 1) {
      const { expected, undo } = await kinds[n % kinds.length]!();
      const { fault } = await verifyRegister();
      await undo();
      expect(fault, JSON.stringify(expected)).toMatchObject(expected);
    }
    expect((await verifyRegister()).fault).toBeUndefined();
    record(`faults planted in the register, all located: seed ${seed}`, { counts: faultsToPlant });
  }, 1_200_000);
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Recomputes the chain from a row on by hand, as somebody would who knows how it is made. */
async function rewriteFrom(seq: number, changed: (row: StoredRow) => StoredRow) {
  const all = await intruder.run('select * from change where seq >= ? order by seq', [seq]);
  let previous = String(all[0]!.previous_hash);
  for (const [n, stored] of all.entries()) {
    const each = n === 0 ? changed(stored) : stored;
    const json = (column: string) => JSON.parse(String(each[column])) as unknown;
    const named = ['seq', 'at', 'actor_id', 'verb', 'entity', 'entity_id'].map(
      (column) => each[column],
    );
    const hash = sha256(previous + JSON.stringify([...named, json('data'), json('contents')]));
    await intruder.run(
      'update change set at = ?, data = ?, contents = ?, previous_hash = ?, hash = ? where seq = ?',
      [each.at!, each.data!, each.contents!, previous, hash, each.seq!],
    );
    previous = hash;
  }
  await intruder.run('update register set head_hash = ?', [previous]);
  return async () => {
    for (const each of all)
      await intruder.run(
        'update change set at = ?, data = ?, contents = ?, previous_hash = ?, hash = ? where seq = ?',
        [each.at!, each.data!, each.contents!, each.previous_hash!, each.hash!, each.seq!],
      );
    await intruder.run('update register set head_hash = ?', [all.at(-1)!.hash!]);
  };
}

describe('an earlier head', () => {
  it('shows a log that was rewritten consistently, which alone is sound', async () => {
    const earlier = await head();
    for (let n = 0; n < counts(3, 100); n += 1) {
      const from = 2 + next(earlier.seq - 2);
      const undo = await rewriteFrom(from, (stored) => ({ ...stored, at: '2001-01-01' }));
      const alone = await verifyRegister();
      const { fault } = await verifyRegister(earlier);
      await undo();
      expect(alone.fault).toBeUndefined();
      expect(fault).toMatchObject({ kind: 'other-head', id: String(earlier.seq) });
    }
    expect((await verifyRegister(earlier)).fault).toBeUndefined();
  }, 600_000);

  it('shows a tail that was cut together with the head of the register', async () => {
    const earlier = await head();
    await transaction((tx) => recordEvent(tx, 'view', null));
    const all = await intruder.run('select * from change order by seq');
    const kept = all.at(-4)!;
    await intruder.run('delete from change where seq > ?', [kept.seq!]);
    await intruder.run('update register set revision = ?, head_hash = ?', [kept.seq!, kept.hash!]);
    const { fault } = await verifyRegister(earlier);
    expect(fault).toMatchObject({ kind: 'cut', table: 'change', id: String(earlier.seq) });
    for (const each of all.slice(-3)) await insertStored(intruder, 'change', each);
    await intruder.run('update register set revision = ?, head_hash = ?', [
      earlier.seq,
      earlier.hash,
    ]);
    expect((await verifyRegister(earlier)).fault).toBeUndefined();
  });
});

describe('a register of an earlier release', () => {
  it('is sealed at the first start, and its old rows are covered from then on', async () => {
    const all = await intruder.run('select * from change order by seq');
    let previous = '0'.repeat(64);
    for (const each of all) {
      const named = ['seq', 'at', 'actor_id', 'verb', 'entity', 'entity_id'].map(
        (column) => each[column],
      );
      const hash = sha256(previous + JSON.stringify([...named, JSON.parse(String(each.data))]));
      await intruder.run(
        'update change set contents = null, previous_hash = ?, hash = ? where seq = ?',
        [previous, hash, each.seq!],
      );
      previous = hash;
    }
    await intruder.run('update register set head_hash = ?', [previous]);
    expect(await verifyRegister()).toMatchObject({ fault: undefined, unsealed: true });
    await openRegister({ demonstration: true });
    await openRegister({ demonstration: true });
    const last = await row(`select seq, verb, entity from change order by seq desc limit 1`);
    expect(last).toEqual({ seq: all.length + 1, verb: 'seal', entity: 'register' });
    expect(await verifyRegister()).toMatchObject({ fault: undefined, unsealed: false });
    const { expected, undo } = await edit(one(editable));
    const { fault } = await verifyRegister();
    await undo();
    expect(fault).toMatchObject({ ...expected, seq: all.length + 1 });
  });
});
