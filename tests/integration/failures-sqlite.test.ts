import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '#db/client';
import { engine } from '#db/engine';
import { publicActor } from '#lib/base/actor';
import { statusOf } from '#lib/base/errors';
import { editNeed, enterNeed } from '#lib/needs/entry/commands';
import { totalOfNeeds } from '#lib/needs/lists/list-queries';
import { revision } from '#tests/support/databases/log-rows';
import { completeFields, draft } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number, row } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

/** The one connection that the register writes by; its type does not show it. */
const writer = () =>
  transaction(async (tx) => (tx as unknown as { $client: Database.Database }).$client);
/** Another program's connection that holds the right to write until it is closed. */
function held(): Database.Database {
  const other = new Database(process.env.DATABASE_URL!.slice('file:'.length));
  other.exec('BEGIN IMMEDIATE');
  return other;
}
const setting = async (name: string) => Number((await writer()).pragma(name, { simple: true }));
const stored = async () => [
  await revision(),
  await number('select count(*) from need'),
  await number('select count(*) from need_version'),
];

describe.runIf(engine === 'sqlite')('a database that another program holds', () => {
  it('is waited for, while reading goes on', async () => {
    const { review, focal } = await panel();
    const other = held();
    const entering = draft(focal, review);
    try {
      await wait(150);
      expect(await totalOfNeeds(publicActor)).toBe(0);
    } finally {
      // The lock is this very thread's: a wait that blocked it would never see the lock go.
      other.close();
    }
    expect(await row('select status from need where id = ?', [(await entering).id])).toEqual({
      status: 'draft',
    });
  });

  it('for longer than the patience of some seconds is an answer, not a crash, and stores nothing', async () => {
    const { review, focal } = await panel();
    const seen = await draft(focal, review);
    const before = await stored();
    const other = held();
    const outcome = await editNeed(focal, {
      ...seen,
      fields: { ...completeFields, text: 'Later.' },
    }).finally(() => other.close());
    const failure = failureOf(outcome);
    expect(failure).toEqual({ kind: 'database', why: 'locked' });
    expect(statusOf(failure)).toBe(503);
    expect(await stored()).toEqual(before);
    expect(valueOf(await editNeed(focal, { ...seen, fields: completeFields }))).toEqual({
      id: seen.id,
      version: 2,
    });
  });
});

describe.runIf(engine === 'sqlite')('a disk that is full', () => {
  it('is an answer with its own status; nothing is half stored, and all goes on when there is room', async () => {
    const { review, focal } = await panel();
    const [before, pages] = [await stored(), await setting('page_count')];
    (await writer()).pragma(`max_page_count = ${pages}`);
    const fields = { ...completeFields, text: 'x'.repeat(19_000), quote: 'y'.repeat(19_000) };
    let failure;
    for (let n = 0; n < 50 && !failure; n += 1) {
      const outcome = await enterNeed(focal, {
        id: crypto.randomUUID(),
        reviewId: review.id,
        fields,
      });
      if (!outcome.ok) failure = outcome.failure;
    }
    expect(failure).toEqual({ kind: 'database', why: 'full' });
    expect(failure && statusOf(failure)).toBe(507);
    const after = await stored();
    expect(after[0]! - before[0]!).toBe(after[1]! - before[1]!);
    expect(after[2]! - before[2]!).toBe(after[1]! - before[1]!);
    expect(await number('select count(*) from change')).toBe(after[0]);
    (await writer()).pragma('max_page_count = 1073741823');
    await draft(focal, review, fields);
  });
});

describe.runIf(engine === 'sqlite')('a database that cannot be written', () => {
  it('is an answer and stores nothing', async () => {
    const { review, focal } = await panel();
    const seen = await draft(focal, review);
    const before = await stored();
    const connection = await writer();
    connection.pragma('query_only = ON');
    const failure = failureOf(
      await editNeed(focal, { ...seen, fields: { ...completeFields, text: 'Later.' } }),
    );
    connection.pragma('query_only = OFF');
    expect(failure).toEqual({ kind: 'database', why: 'read-only' });
    expect(statusOf(failure)).toBe(503);
    expect(await stored()).toEqual(before);
    expect(valueOf(await editNeed(focal, { ...seen, fields: completeFields }))).toEqual({
      id: seen.id,
      version: 2,
    });
  });
});
