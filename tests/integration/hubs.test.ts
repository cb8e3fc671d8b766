import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { changeHub, enterHub } from '#lib/assistance/hubs/commands';
import { hubById, hubHistory } from '#lib/assistance/hubs/queries';
import { readHubFields, type HubFields } from '#lib/assistance/hubs/schema';
import { changesOf, revision } from '#tests/support/databases/log-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { administrator, manager, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const fields = (more: Partial<HubFields> = {}): HubFields => ({
  ...readHubFields({}),
  kind: 'platform',
  language: 'en',
  name: `Platform ${randomUUID()}`,
  themes: ['sport'],
  ...more,
});
const entered = async (more: Partial<HubFields> = {}) =>
  valueOf(await enterHub(await manager(), { id: randomUUID(), fields: fields(more) })).id;
const refusals = async (more: Partial<HubFields>) => {
  const failure = failureOf(
    await enterHub(await manager(), { id: randomUUID(), fields: fields(more) }),
  );
  return failure.kind === 'invalid'
    ? failure.errors.map(
        ({ field, message }) => `${field}: ${message.replace('assistance.errors.', '')}`,
      )
    : [failure.kind];
};

describe('a hub', () => {
  it('keeps every version, and from when to when it served each State', async () => {
    const who = await manager();
    const id = await entered({ states: 'Kenya\nUganda', startedOn: '2017' });
    const now = (await hubById(publicActor, id))!;
    valueOf(
      await changeHub(who, {
        id,
        version: 1,
        fields: fields({ name: now.name, states: 'Uganda\nRwanda', startedOn: '2017-05' }),
      }),
    );
    const changes = await changesOf('hub', id);
    expect(changes.map(({ verb }) => verb)).toEqual(['enter', 'change']);
    const [first, second] = changes.map(({ seq }) => seq);
    expect(
      await rows(
        'select state_code, from_seq, to_seq from hub_state where hub_id = ? order by state_code',
        [id],
      ),
    ).toEqual([
      { state_code: 'KEN', from_seq: first, to_seq: second },
      { state_code: 'RWA', from_seq: second, to_seq: null },
      { state_code: 'UGA', from_seq: first, to_seq: null },
    ]);
    expect(
      await rows(
        'select version, from_seq, to_seq from hub_version where hub_id = ? order by version',
        [id],
      ),
    ).toEqual([
      { version: 1, from_seq: first, to_seq: second },
      { version: 2, from_seq: second, to_seq: null },
    ]);
    expect((await hubHistory(who, id)).map(({ version }) => version)).toEqual([2, 1]);
    expect(await hubHistory(publicActor, id)).toEqual([]);
  });

  it('stands under no hub that stands under it', async () => {
    const who = await manager();
    const top = await entered();
    const middle = await entered({ parent: top });
    const low = await entered({ parent: middle });
    const before = await revision();
    for (const parent of [low, middle, top]) {
      expect(
        failureOf(await changeHub(who, { id: top, version: 1, fields: fields({ parent }) })),
      ).toMatchObject({
        kind: 'invalid',
        errors: [{ field: 'parent', message: 'assistance.errors.circularHub' }],
      });
    }
    expect(await revision()).toBe(before);
    expect(await refusals({ parent: randomUUID() })).toEqual(['parent: unknownHub']);
  });

  it('does not come to stand under itself when two are changed at once', async () => {
    const who = await manager();
    const [a, b] = [await entered(), await entered()];
    const both = await Promise.all([
      changeHub(who, { id: a, version: 1, fields: fields({ parent: b }) }),
      changeHub(who, { id: b, version: 1, fields: fields({ parent: a }) }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is refused with a name that is taken, dates the wrong way round, or States that nobody knows', async () => {
    const name = `Hub of ${randomUUID()}`;
    await entered({ name });
    expect(await refusals({ name: name.toUpperCase() })).toEqual(['name: hubNameTaken']);
    expect(await refusals({ startedOn: '2022-05', endedOn: '2022-04-30' })).toEqual([
      'endedOn: untilBeforeFrom',
    ]);
    expect(await refusals({ startedOn: '2022-13' })).toEqual(['startedOn: noSuchPeriod']);
    expect(await refusals({ states: 'Kenya\nKenja' })).toEqual(['states: unknownState']);
    // Within the year in which it began it may have ended.
    await entered({ startedOn: '2022-05', endedOn: '2022' });
  });

  it('is a manager’s to keep', async () => {
    const id = await entered();
    for (const no of [publicActor, await administrator(), await reviewer()]) {
      expect(failureOf(await enterHub(no, { id: randomUUID(), fields: fields() })).kind).toBe(
        'forbidden',
      );
      expect(failureOf(await changeHub(no, { id, version: 1, fields: fields() })).kind).toBe(
        'forbidden',
      );
    }
  });
});
