import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordEvent } from '#db/change';
import { transaction } from '#db/client';
import { engine } from '#db/engine';
import { approved } from '#tests/support/factories/needs';
import { panel } from '#tests/support/factories/panels';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number, row, rows, type Row } from '#tests/support/databases/sql';

/** Writes to three reviews at once, changes and events mixed. */
beforeAll(async () => {
  await freshRegister();
  const panels = [await panel(), await panel(), await panel()];
  await Promise.all(
    panels.flatMap(({ review, focal, first }) => [
      approved(focal, first, review),
      approved(focal, first, review, { text: 'Zweiter „Bedarf“ – مساعدة\n' }),
      transaction((tx) => recordEvent(tx, 'export', focal.accountId, { rows: 3, of: null })),
      transaction((tx) => recordEvent(tx, 'view', null)),
    ]),
  );
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Recomputes a chain by hand: each hash is of the hash before it and of the row as JSON. */
function broken(found: readonly Row[], fields: (row: Row) => unknown[]): string[] {
  let previous = '0'.repeat(64);
  return found.flatMap((each, i) => {
    const faults = [
      each.seq === i + 1 ? [] : [`${each.seq} stands at place ${i + 1}`],
      each.previous_hash === previous ? [] : [`${each.seq} does not follow the one before`],
      each.hash === sha256(previous + JSON.stringify(fields(each)))
        ? []
        : [`${each.seq} is not what its hash says`],
    ].flat();
    previous = String(each.hash);
    return faults;
  });
}
const data = (row: Row) => JSON.parse(String(row.data)) as unknown;
const changes = () => rows('select * from change order by seq');
const events = () => rows('select * from event order by seq');
const ofChange = (each: Row) => [
  each.seq,
  each.at,
  each.actor_id,
  each.verb,
  each.entity,
  each.entity_id,
  data(each),
  JSON.parse(String(each.contents)) as unknown,
];
const ofEvent = (each: Row) => [each.seq, each.at, each.actor_id, each.kind, data(each)];

describe('the log of changes', () => {
  it('is an unbroken chain without gaps, and its head stands in the register', async () => {
    const found = await changes();
    // The opening; three times a review and two appointments; six needs entered, submitted and
    // approved.
    expect(found).toHaveLength(1 + 3 * 3 + 6 * 3);
    expect(broken(found, ofChange)).toEqual([]);
    expect(await row('select revision, head_hash from register')).toEqual({
      revision: found.length,
      head_hash: found.at(-1)!.hash,
    });
  });

  it('shows by its hashes if any field of any row were altered', async () => {
    const found = await changes();
    for (const field of ['at', 'actor_id', 'verb', 'entity', 'entity_id'] as const) {
      expect(broken(found.with(4, { ...found[4]!, [field]: 'altered' }), ofChange)).toEqual([
        '5 is not what its hash says',
      ]);
    }
    expect(broken(found.toSpliced(4, 1), ofChange)).not.toEqual([]);
  });
});

describe('the log of events', () => {
  it('is an unbroken chain of its own and moves no revision', async () => {
    const before = await row('select revision, head_hash from register');
    await transaction((tx) => recordEvent(tx, 'view', null, { page: 'summaries' }));
    const found = await events();
    expect(found).toHaveLength(7);
    expect(broken(found, ofEvent)).toEqual([]);
    expect(await row('select event_seq, event_hash from register')).toEqual({
      event_seq: 7,
      event_hash: found.at(-1)!.hash,
    });
    expect(await row('select revision, head_hash from register')).toEqual(before);
  });
});

describe.each(['change', 'event'])('the rows of "%s"', (log) => {
  const refused = [
    `update ${log} set at = '2000-01-01T00:00:00.000Z'`,
    `update ${log} set hash = 'x' where seq = 1`,
    `delete from ${log}`,
    `delete from ${log} where seq = 1`,
    ...(engine === 'postgresql'
      ? [
          `truncate ${log}`,
          `insert into ${log} select * from ${log} where seq = 1 on conflict (seq) do update set at = 'x'`,
        ]
      : [
          `insert or replace into ${log} select * from ${log} where seq = 1`,
          `replace into ${log} select * from ${log} where seq = 1`,
          `insert into ${log} select * from ${log} where seq = 1 on conflict (seq) do update set at = 'x'`,
        ]),
  ];
  it.each(refused)('refuse: %s', async (query) => {
    const before = await rows(`select * from ${log} order by seq`);
    await expect(rows(query)).rejects.toThrow(`${log} is append-only`);
    expect(await rows(`select * from ${log} order by seq`)).toEqual(before);
  });

  it('are still there after all that', async () => {
    expect(await number(`select count(*) from ${log}`)).toBeGreaterThan(5);
  });
});
