import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { createReview } from '#lib/needs/reviews/commands';
import { changesOf, revision } from '#tests/support/databases/log-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { administrator } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, mintedState } from '#tests/support/factories/reviews';
import { number, row, rows } from '#tests/support/databases/sql';

let actor: Actor;
beforeAll(async () => {
  await freshRegister();
  actor = await administrator();
});

const versionsOf = (id: string) =>
  rows(
    'select version, verb, region, symbol, completed_on, published_on, actor_id, from_seq, to_seq from review_version where review_id = ? order by version',
    [id],
  );
const invalid = (field: string, message: string) => ({
  kind: 'invalid',
  errors: [{ field, message, values: undefined }],
});

describe('opening a review', () => {
  it('of a State of the Convention takes the State in with its regional group, and leaves a version and a change', async () => {
    const before = await revision();
    const { id } = valueOf(await createReview(actor, { state: 'KEN', cycle: 2, region: 'WEOG' }));
    expect(
      await row(
        'select state.code, state.region, cycle, numbered, review.version from review join state on state.id = state_id where review.id = ?',
        [id],
      ),
    ).toEqual({ code: 'KEN', region: 'AFR', cycle: 2, numbered: 0, version: 1 });
    expect(await versionsOf(id)).toEqual([
      {
        version: 1,
        verb: 'create',
        region: 'AFR',
        symbol: null,
        completed_on: null,
        published_on: null,
        actor_id: actor.accountId,
        from_seq: before + 1,
        to_seq: null,
      },
    ]);
    expect(await changesOf('review', id)).toEqual([
      {
        seq: before + 1,
        verb: 'create',
        actorId: actor.accountId,
        data: { version: 1, symbol: null, completedOn: null, publishedOn: null },
      },
    ]);
  });

  it('of a State known already uses the State that is there, once for each cycle', async () => {
    const { stateCode, stateId } = await mintedState('GRULAC');
    for (const cycle of [1, 2] as const)
      valueOf(await createReview(actor, { state: stateCode, cycle, region: null }));
    expect(
      await rows('select cycle from review where state_id = ? order by cycle', [stateId]),
    ).toEqual([{ cycle: 1 }, { cycle: 2 }]);
    expect(await number('select count(*) from state where code = ?', [stateCode])).toBe(1);
  });

  it('of an unknown State, or twice of the same, is refused and leaves nothing', async () => {
    const { stateCode } = await mintedReview();
    const before = [
      await revision(),
      await number('select count(*) from state'),
      await number('select count(*) from review'),
    ];
    expect(failureOf(await createReview(actor, { state: 'ZZZ', cycle: 2, region: 'AFR' }))).toEqual(
      invalid('state', 'unknownState'),
    );
    expect(
      failureOf(await createReview(actor, { state: stateCode, cycle: 2, region: null })),
    ).toEqual(invalid('state', 'reviewExists'));
    expect([
      await revision(),
      await number('select count(*) from state'),
      await number('select count(*) from review'),
    ]).toEqual(before);
  });

  it('of a party without a regional group asks for one', async () => {
    expect(failureOf(await createReview(actor, { state: 'EUE', cycle: 2, region: null }))).toEqual(
      invalid('region', 'chooseRegion'),
    );
    expect(await number(`select count(*) from state where code = 'EUE'`)).toBe(0);
    const { id } = valueOf(await createReview(actor, { state: 'EUE', cycle: 2, region: 'WEOG' }));
    expect((await versionsOf(id))[0]).toMatchObject({ region: 'WEOG' });
  });

  it('twice at the same moment opens one review, and says of the other that there is one', async () => {
    const { stateCode, stateId } = await mintedState();
    await Promise.all([1, 2, 3].map(() => mintedReview()));
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => createReview(actor, { state: stateCode, cycle: 2, region: null })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes)
      if (!outcome.ok) expect(outcome.failure).toEqual(invalid('state', 'reviewExists'));
    expect(await number('select count(*) from review where state_id = ?', [stateId])).toBe(1);
  });
});
