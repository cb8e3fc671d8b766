import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { publishSummary, setCompletion } from '#lib/needs/reviews/commands';
import { today } from '#lib/text/dates';
import { changesOf, revision } from '#tests/support/databases/log-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { administrator } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { row, rows } from '#tests/support/databases/sql';
import { dropGuards } from '#tests/support/databases/unrecorded';

let actor: Actor;
beforeAll(async () => {
  await freshRegister();
  actor = await administrator();
});

const reviewRow = (id: string) =>
  row('select symbol, completed_on, published_on, version from review where id = ?', [id]);
const versionsOf = (id: string) =>
  rows(
    'select version, verb, region, symbol, completed_on, published_on, actor_id, from_seq, to_seq from review_version where review_id = ? order by version',
    [id],
  );
const invalid = (field: string, message: string) => ({
  kind: 'invalid',
  errors: [{ field, message, values: undefined }],
});
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

describe('completing and publishing a summary', () => {
  it('a completion date is set, corrected and taken back, each with its version and its change', async () => {
    const { id, region } = await mintedReview();
    const before = await revision();
    valueOf(
      await setCompletion(actor, {
        id,
        version: 1,
        completedOn: '2022-03-01',
        symbol: 'CAC/COSP/2022/1',
      }),
    );
    valueOf(
      await setCompletion(actor, {
        id,
        version: 2,
        completedOn: '2022-03-02',
        symbol: 'CAC/COSP/2022/1',
      }),
    );
    valueOf(await setCompletion(actor, { id, version: 3, completedOn: '', symbol: '' }));
    expect(await reviewRow(id)).toEqual({
      symbol: null,
      completed_on: null,
      published_on: null,
      version: 4,
    });
    const common = {
      verb: 'set-completion',
      region,
      published_on: null,
      actor_id: actor.accountId,
    };
    expect((await versionsOf(id)).slice(1)).toEqual([
      {
        ...common,
        version: 2,
        symbol: 'CAC/COSP/2022/1',
        completed_on: '2022-03-01',
        from_seq: before + 1,
        to_seq: before + 2,
      },
      {
        ...common,
        version: 3,
        symbol: 'CAC/COSP/2022/1',
        completed_on: '2022-03-02',
        from_seq: before + 2,
        to_seq: before + 3,
      },
      {
        ...common,
        version: 4,
        symbol: null,
        completed_on: null,
        from_seq: before + 3,
        to_seq: null,
      },
    ]);
    expect((await changesOf('review', id)).slice(1)).toMatchObject([
      { seq: before + 1, verb: 'set-completion', data: { version: 2, completedOn: '2022-03-01' } },
      { seq: before + 2, verb: 'set-completion', data: { version: 3, completedOn: '2022-03-02' } },
      { seq: before + 3, verb: 'set-completion', data: { version: 4, completedOn: null } },
    ]);
  });

  it('a date in the future is refused; today is not', async () => {
    const { id } = await mintedReview();
    expect(
      failureOf(
        await setCompletion(actor, { id, version: 1, completedOn: tomorrow(), symbol: '' }),
      ),
    ).toEqual(invalid('completedOn', 'dateInFuture'));
    expect(await versionsOf(id)).toHaveLength(1);
    valueOf(await setCompletion(actor, { id, version: 1, completedOn: today(), symbol: '' }));
    expect(await reviewRow(id)).toMatchObject({ completed_on: today(), version: 2 });
  });

  it('a summary is published today, once it is completed and only once', async () => {
    const { id } = await mintedReview();
    expect(failureOf(await publishSummary(actor, { id, version: 1 }))).toEqual(
      invalid('publish', 'publishNeedsDate'),
    );
    valueOf(await setCompletion(actor, { id, version: 1, completedOn: '2022-03-01', symbol: 'S' }));
    valueOf(await publishSummary(actor, { id, version: 2 }));
    expect(await reviewRow(id)).toEqual({
      symbol: 'S',
      completed_on: '2022-03-01',
      published_on: today(),
      version: 3,
    });
    expect((await versionsOf(id)).at(-1)).toMatchObject({
      version: 3,
      verb: 'publish',
      published_on: today(),
    });
    expect((await changesOf('review', id)).at(-1)).toMatchObject({
      verb: 'publish',
      data: { version: 3, publishedOn: today() },
    });
    expect(failureOf(await publishSummary(actor, { id, version: 3 }))).toEqual({
      kind: 'conflict',
      why: 'status',
    });
    expect(await versionsOf(id)).toHaveLength(3);
  });

  it('a published summary stays completed: its date is corrected to an earlier day, not taken back, not moved past its publication', async () => {
    const { id, version } = await mintedReview({ completedOn: '2022-03-01', published: true });
    expect(
      failureOf(await setCompletion(actor, { id, version, completedOn: '', symbol: '' })),
    ).toEqual(invalid('completedOn', 'publishedNeedsDate'));
    await dropGuards();
    for (const table of ['review', 'review_version']) {
      await rows(
        `update ${table} set published_on = '2022-06-01' where ${table === 'review' ? 'id' : 'to_seq is null and review_id'} = ?`,
        [id],
      );
    }
    expect(
      failureOf(await setCompletion(actor, { id, version, completedOn: '2022-06-02', symbol: '' })),
    ).toEqual(invalid('completedOn', 'completedAfterPublished'));
    expect(await reviewRow(id)).toMatchObject({ completed_on: '2022-03-01', version });
    valueOf(await setCompletion(actor, { id, version, completedOn: '2022-06-01', symbol: '' }));
    expect(await reviewRow(id)).toMatchObject({
      completed_on: '2022-06-01',
      published_on: '2022-06-01',
      version: version + 1,
    });
  });
});
