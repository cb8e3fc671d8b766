import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { activityById } from '#lib/assistance/activities/queries';
import { listMatches } from '#lib/assistance/matches/queries';
import {
  createPlan,
  addNeedsToPlan,
  createActivityFromPlan,
  removeNeedFromPlan,
} from '#lib/assistance/plans/commands';
import { planDocument, planWorkbook } from '#lib/assistance/plans/downloads';
import { needsOfPlan, planById, listPlans } from '#lib/assistance/plans/queries';
import { changesOf } from '#tests/support/databases/log-rows';
import { accepted, adviser, answering } from '#tests/support/factories/matches';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { administrator, manager, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';

beforeAll(() => freshRegister());

const nothing = { region: '', article: '', category: '', topic: '', reference: '' };
type Of = Awaited<ReturnType<typeof answering>>;

describe('a plan', () => {
  let [one, other, answered]: [Of, Of, Of] = [] as never;
  let plan = '';
  beforeAll(async () => {
    [one, other, answered] = [
      await answering({ region: 'GRULAC', need: { articles: ['9'] } }),
      await answering({ region: 'GRULAC', need: { articles: ['9', '10'] } }),
      await answering({ region: 'GRULAC', need: { articles: ['9'] }, activity: { articles: '9' } }),
    ];
    await accepted(answered);
    plan = valueOf(
      await createPlan(await manager(), { id: randomUUID(), title: 'Procurement in the region' }),
    ).id;
  });

  it('takes no need of a summary that is not published, which providers and advisers would learn of', async () => {
    const by = await manager();
    const hidden = await answering({ region: 'WEOG', published: false, need: { articles: ['9'] } });
    expect(
      failureOf(await addNeedsToPlan(by, { id: plan, ...nothing, region: 'WEOG' })),
    ).toMatchObject({ errors: [{ field: 'region', message: 'plans.errors.nothing' }] });
    expect((await needsOfPlan(by, plan)).map(({ id }) => id)).not.toContain(hidden.need);
  });

  it('gathers the unmet needs that fit, once, and none that somebody answers already', async () => {
    const by = await manager();
    valueOf(await addNeedsToPlan(by, { id: plan, ...nothing, region: 'GRULAC', article: '9' }));
    expect((await needsOfPlan(by, plan)).map(({ id }) => id).toSorted()).toEqual(
      [one.need, other.need].toSorted(),
    );
    expect(
      failureOf(await addNeedsToPlan(by, { id: plan, ...nothing, region: 'GRULAC', article: '9' })),
    ).toMatchObject({ errors: [{ field: 'region', message: 'plans.errors.nothing' }] });
    expect((await listPlans(by)).find(({ id }) => id === plan)).toMatchObject({
      needs: 2,
      states: 2,
      assistanceId: null,
    });
  });

  it('takes one by its reference, and lets it go again', async () => {
    const by = await manager();
    const third = await answering({ region: 'WEOG' });
    const { reference } = (await import('#lib/assistance/matches/queries').then(
      ({ matchableNeed }) => matchableNeed(by, third.need),
    ))!;
    valueOf(await addNeedsToPlan(by, { id: plan, ...nothing, reference: reference! }));
    expect(await needsOfPlan(by, plan)).toHaveLength(3);
    valueOf(await removeNeedFromPlan(by, { id: plan, need: third.need }));
    expect(failureOf(await removeNeedFromPlan(by, { id: plan, need: third.need }))).toEqual({
      kind: 'not-found',
    });
    expect(
      failureOf(await addNeedsToPlan(by, { id: plan, ...nothing, reference: 'NO-2-001' })),
    ).toMatchObject({ errors: [{ field: 'reference' }] });
    expect((await changesOf('plan', plan)).map(({ verb }) => verb)).toEqual([
      'begin',
      'gather',
      'gather',
      'remove',
    ]);
  });

  it('is the secretariat’s alone, and only a manager’s to change', async () => {
    for (const actor of [one.provider, one.focal, await adviser('GRULAC'), await reviewer()]) {
      expect([
        await planById(actor, plan),
        await listPlans(actor),
        await needsOfPlan(actor, plan),
      ]).toEqual([undefined, [], []]);
      expect(failureOf(await addNeedsToPlan(actor, { id: plan, ...nothing }))).toEqual({
        kind: 'not-found',
      });
      expect(failureOf(await createPlan(actor, { id: randomUUID(), title: 'Mine' }))).toEqual({
        kind: 'forbidden',
        why: 'role',
      });
    }
    expect(
      failureOf(await removeNeedFromPlan(await administrator(), { id: plan, need: one.need })),
    ).toEqual({ kind: 'forbidden', why: 'role' });
  });

  it('goes out as a Word document and as a table that hold its needs, in Arabic from right to left', async () => {
    const by = await manager();
    const given = {
      plan: (await planById(by, plan))!,
      needs: await needsOfPlan(by, plan),
      revision: 7,
    };
    const xml = new TextDecoder().decode(
      unzipSync(await planDocument({ ...given, locale: 'en' }))['word/document.xml'],
    );
    for (const { reference } of given.needs) expect(xml).toContain(reference!);
    expect(xml).toContain('2 needs of 2 States would be answered.');
    expect(
      new TextDecoder().decode(
        unzipSync(await planDocument({ ...given, locale: 'ar' }))['word/document.xml'],
      ),
    ).toContain('<w:bidiVisual/>');
    const strings = Object.entries(unzipSync(await planWorkbook({ ...given, locale: 'fr' })))
      .map(([, content]) => new TextDecoder().decode(content))
      .join('');
    for (const { reference } of given.needs) expect(strings).toContain(reference!);
  });

  it('becomes a planned activity that is proposed for each of its needs, and changes no more', async () => {
    const by = await manager();
    const { activity } = valueOf(
      await createActivityFromPlan(by, { id: plan, theme: 'public-procurement', kind: 'training' }),
    );
    const made = (await activityById(by, activity))!;
    expect(made.content).toMatchObject({
      title: 'Procurement in the region',
      status: 'planned',
      articles: [9, 10],
      categories: ['capacity-building'],
      theme: 'public-procurement',
    });
    expect(made.content.states.map(({ code }) => code).toSorted()).toEqual(
      [one.review.stateCode, other.review.stateCode].toSorted(),
    );
    expect(
      (await listMatches(by, { assistanceId: activity }))
        .map(({ needId, state, degree }) => [needId, state, degree])
        .toSorted(),
    ).toEqual(
      [
        [one.need, 'proposed', 'partly'],
        [other.need, 'proposed', 'partly'],
      ].toSorted(),
    );
    expect(failureOf(await addNeedsToPlan(by, { id: plan, ...nothing }))).toEqual({
      kind: 'conflict',
      why: 'status',
    });
    expect(
      failureOf(await createActivityFromPlan(by, { id: plan, theme: 'sport', kind: 'training' })),
    ).toEqual({ kind: 'conflict', why: 'status' });
  });

  it('without any need becomes nothing', async () => {
    const by = await manager();
    const { id } = valueOf(await createPlan(by, { id: randomUUID(), title: 'Empty' }));
    expect(
      failureOf(await createActivityFromPlan(by, { id, theme: 'sport', kind: 'training' })),
    ).toMatchObject({ errors: [{ message: 'plans.errors.empty' }] });
  });
});
