import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { cancelActivity, changeActivity, enterActivity } from '#lib/assistance/activities/commands';
import {
  activityPage,
  activityById,
  activityBatches,
  activityHistory,
} from '#lib/assistance/activities/queries';
import type { ActivityListParameters } from '#lib/assistance/activities/list-parameters';
import { activity, activityFields, provider } from '#tests/support/factories/activities';
import { changesOf, revision } from '#tests/support/databases/log-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import {
  administrator,
  contributor,
  focalPoint,
  manager,
  reviewer,
  signedIn,
} from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedState } from '#tests/support/factories/reviews';
import { number, row, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const errorsOf = async (outcome: Promise<Awaited<ReturnType<typeof enterActivity>>>) => {
  const failure = failureOf(await outcome);
  return failure.kind === 'invalid'
    ? failure.errors.map(
        ({ field, message }) => `${field}: ${message.replace('assistance.errors.', '')}`,
      )
    : [failure.kind];
};
const entering = async (more: Parameters<typeof activityFields>[0], by?: Actor) =>
  enterActivity(by ?? (await manager()), { id: randomUUID(), fields: activityFields(more) });

describe('an activity', () => {
  it('is entered with a reference, its version whole and one change', async () => {
    const who = await manager();
    const id = randomUUID();
    const fields = activityFields({
      title: 'Formation de juges',
      language: 'fr',
      organisation: 'Banque d’essai',
      recipients: 'Côte d’Ivoire\nКения\n埃及',
      hosts: 'KEN',
      articles: '11; 13',
      categories: ['capacity-building'],
      from: '2026-01-01',
      until: '2026-12-31',
      numberValue: ['1 250', ''],
      numberQualifier: ['more-than', 'exactly'],
      numberUnit: ['judges', ''],
      beneficiaries: '١٢٥٠',
      resolutions: '9/4, 10/1',
      iati: 'XM-DAC-41128-ABC',
      documentTitle: ['Report'],
      documentUrl: ['https://example.org/report.pdf'],
      funding: 'partly',
    });
    expect(valueOf(await enterActivity(who, { id, fields }))).toEqual({ id, version: 1 });
    const stored = await row(
      'select reference, theme, status, title, version, created_by from assistance where id = ?',
      [id],
    );
    expect(stored).toMatchObject({
      theme: 'judicial-integrity',
      status: 'under-way',
      title: 'Formation de juges',
      version: 1,
      created_by: who.accountId,
    });
    expect(stored.reference).toMatch(/^TA-\d{4}$/);
    expect(
      await rows(
        'select state_code, role from assistance_state where assistance_id = ? order by state_code, role',
        [id],
      ),
    ).toEqual([
      { state_code: 'CIV', role: 'recipient' },
      { state_code: 'EGY', role: 'recipient' },
      { state_code: 'KEN', role: 'host' },
      { state_code: 'KEN', role: 'recipient' },
    ]);
    expect(
      await rows(`select code from assistance_about where assistance_id = ? and about = 'region'`, [
        id,
      ]),
    ).toEqual([{ code: 'AFR' }]);
    const version = await row<{
      content: string;
      from_seq: number;
      to_seq: number | null;
      verb: string;
    }>('select content, from_seq, to_seq, verb from assistance_version where assistance_id = ?', [
      id,
    ]);
    expect(JSON.parse(version.content)).toMatchObject({
      articles: [11, 13],
      beneficiaries: 1250,
      numbers: [{ value: 1250, qualifier: 'more-than', unit: 'judges' }],
      resolutions: ['9/4', '10/1'],
      funding: 'partly',
    });
    expect(version).toMatchObject({ verb: 'enter', to_seq: null });
    expect(await changesOf('assistance', id)).toEqual([
      {
        seq: version.from_seq,
        verb: 'enter',
        actorId: who.accountId,
        data: { reference: stored.reference },
      },
    ]);
    expect(valueOf(await enterActivity(who, { id, fields }))).toEqual({ id, version: 1 });
    expect(
      await number('select count(*) from assistance_version where assistance_id = ?', [id]),
    ).toBe(1);
  });

  it.each([
    [{ theme: 'astrology' }, 'theme: chooseTheme'],
    [{ title: ' ' }, 'title: enterTitle'],
    [{ from: '2026-05-01', until: '2026-04-30' }, 'until: untilBeforeFrom'],
    [{ from: '2026-02-30' }, 'from: noSuchDate'],
    [{ recipients: 'Kenya\nAtlantis' }, 'recipients: unknownState'],
    [{ hosts: 'Kenia y Tanzania' }, 'hosts: unknownState'],
    [{ articles: '4' }, 'articles: unknownArticle'],
    [{ articles: '5, x' }, 'articles: unknownArticle'],
    [{ beneficiaries: '1,200' }, 'beneficiaries: numberAmbiguous'],
    [{ beneficiaries: '1.200' }, 'beneficiaries: numberAmbiguous'],
    [{ beneficiaries: '-3' }, 'beneficiaries: numberUnreadable'],
    [{ numberValue: ['many'], numberUnit: ['judges'] }, 'numberValue: numberUnreadable'],
    [{ numberValue: ['5'], numberUnit: [''] }, 'numberUnit: enterUnit'],
    [{ documentUrl: ['http://example.org/'] }, 'documentUrl: documentAddress'],
    [{ documentUrl: ['https://user@example.org/'] }, 'documentUrl: documentAddress'],
    [{ documentUrl: ['javascript:alert(1)'] }, 'documentUrl: documentAddress'],
    [{ iati: 'XM-DAC-41128/7' }, 'iati: iatiUnreadable'],
    [{ resolutions: 'nine' }, 'resolutions: unknownResolution'],
    [{ status: 'cancelled' }, 'status: chooseStatus'],
    [{ topics: ['alchemy'] }, 'topics: unknownTopic'],
  ])('with %o is refused', async (more, expected) => {
    const before = await revision();
    expect(await errorsOf(entering(more))).toContain(expected);
    expect(await revision()).toBe(before);
  });

  it('changes from the version seen alone; every version stays', async () => {
    const who = await manager();
    const id = await activity(who, { recipients: 'Kenya' });
    valueOf(
      await changeActivity(who, {
        id,
        version: 1,
        fields: activityFields({ title: 'Training of prosecutors', recipients: 'Ghana' }),
      }),
    );
    expect(
      failureOf(await changeActivity(who, { id, version: 1, fields: activityFields() })),
    ).toMatchObject({ kind: 'conflict', why: 'moved', by: who.name });
    const versions = await rows<{
      version: number;
      from_seq: number;
      to_seq: number | null;
      content: string;
    }>(
      'select version, from_seq, to_seq, content from assistance_version where assistance_id = ? order by version',
      [id],
    );
    expect(
      versions.map(({ version, content }) => [
        version,
        JSON.parse(content).title,
        JSON.parse(content).states[0].code,
      ]),
    ).toEqual([
      [1, 'Training of judges', 'KEN'],
      [2, 'Training of prosecutors', 'GHA'],
    ]);
    expect(versions[0]!.to_seq).toBe(versions[1]!.from_seq);
    expect(
      await rows('select state_code from assistance_state where assistance_id = ?', [id]),
    ).toEqual([{ state_code: 'GHA' }]);
  });

  it('is cancelled with a reason, and then stays as it is', async () => {
    const who = await manager();
    const id = await activity(who);
    expect(failureOf(await cancelActivity(who, { id, version: 1, reason: ' ' }))).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'reason', message: 'enterReason' }],
    });
    valueOf(await cancelActivity(who, { id, version: 1, reason: 'No funds.' }));
    expect(await activityHistory(who, id)).toMatchObject([
      { version: 2, verb: 'cancel', status: 'cancelled', reason: 'No funds.' },
      { version: 1, verb: 'enter', status: 'under-way' },
    ]);
    expect(
      failureOf(await changeActivity(who, { id, version: 2, fields: activityFields() })),
    ).toMatchObject({ kind: 'conflict', why: 'status' });
    expect(await activityById(publicActor, id)).toBeUndefined();
  });
});

describe('who sees and changes activities', () => {
  it('is decided by role, organisation, region and State', async () => {
    const [home, far] = [await mintedState('AFR'), await mintedState('EEG')];
    const [own, other] = [await provider(), await provider()];
    const planned = await activity(own, {
      status: 'planned',
      funding: 'sought',
      recipients: home.stateCode,
    });
    const open = await activity(own, {
      status: 'completed',
      funding: 'secured',
      recipients: home.stateCode,
    });
    const people: readonly (readonly [string, Actor, 'whole' | 'outside' | 'nothing'])[] = [
      ['manager', await manager(), 'whole'],
      ['administrator', await administrator(), 'whole'],
      ['its provider', own, 'whole'],
      ['another provider', other, 'outside'],
      ['adviser of the region', await signedIn({ role: 'adviser', region: 'AFR' }), 'whole'],
      ['adviser of another', await signedIn({ role: 'adviser', region: 'EEG' }), 'outside'],
      ['focal point', await focalPoint(home), 'whole'],
      ['contributor', await contributor(home), 'whole'],
      ['focal point of another State', await focalPoint(far), 'outside'],
      ['reviewer', await reviewer(), 'outside'],
      ['public', publicActor, 'outside'],
    ];
    for (const [who, actor, sees] of people) {
      const [hidden, shown] = [await activityById(actor, planned), await activityById(actor, open)];
      expect([who, hidden !== undefined], who).toEqual([who, sees === 'whole']);
      expect([who, shown?.fullAccess, shown?.content.funding], who).toEqual([
        who,
        sees === 'whole',
        sees === 'whole' ? 'secured' : 'none',
      ]);
      expect((await activityHistory(actor, open)).length > 0, who).toBe(sees === 'whole');
      const listed = (await activityPage(actor, { state: home.stateCode })).activities.map(
        ({ id }) => id,
      );
      expect(listed, who).toEqual(sees === 'whole' ? [planned, open] : [open]);
    }
  });

  it('lets managers change all, providers their own, and nobody else any', async () => {
    const state = await mintedState();
    const [own, other] = [await provider(), await provider()];
    const id = await activity(own, {
      organisation: 'A name that a provider cannot choose',
      recipients: state.stateCode,
    });
    expect(await row('select organisation_id from assistance where id = ?', [id])).toEqual({
      organisation_id: own.organisationId,
    });
    const fields = activityFields({ recipients: state.stateCode });
    for (const no of [
      other,
      await administrator(),
      await focalPoint(state),
      await reviewer(),
      await signedIn({ role: 'adviser', region: 'AFR' }),
    ]) {
      expect(failureOf(await changeActivity(no, { id, version: 1, fields })).kind, no.role).toBe(
        'forbidden',
      );
      expect(
        failureOf(await cancelActivity(no, { id, version: 1, reason: 'Because.' })).kind,
        no.role,
      ).toBe('forbidden');
    }
    for (const no of [
      publicActor,
      await administrator(),
      await focalPoint(state),
      await contributor(state),
      await reviewer(),
      await signedIn({ role: 'adviser', region: 'AFR' }),
    ])
      expect(failureOf(await entering({}, no)).kind, no.role).toBe('forbidden');
    expect(valueOf(await changeActivity(own, { id, version: 1, fields })).version).toBe(2);
    expect(
      valueOf(
        await changeActivity(await manager(), {
          id,
          version: 2,
          fields: { ...fields, organisation: 'Somebody else' },
        }),
      ).version,
    ).toBe(3);
    expect(failureOf(await changeActivity(own, { id, version: 3, fields })).kind).toBe('forbidden');
  });
});

describe('the list of activities', () => {
  it('narrows by everything it can be asked for, and by words as search of needs does', async () => {
    const who = await manager();
    const { stateCode } = await mintedState('WEOG');
    const mark = `Zzyx${randomUUID().slice(0, 6)}`;
    const id = await activity(who, {
      title: `Formación ${mark} de fiscales`,
      theme: 'sport',
      kind: 'tool',
      status: 'planned',
      recipients: stateCode,
      articles: '44',
      categories: ['policymaking'],
      organisation: `Org ${mark}`,
    });
    const organisationId = (await activityById(who, id))!.content.organisationId!;
    await activity(who, { title: `Another ${mark}` });
    const found = async (asked: ActivityListParameters) =>
      (await activityPage(who, { text: mark, ...asked })).activities.map((each) => each.id);
    for (const asked of [
      { theme: 'sport' },
      { kind: 'tool' },
      { status: 'planned' },
      { state: stateCode },
      { region: 'WEOG' },
      { article: '44' },
      { category: 'policymaking' },
      { provider: organisationId },
      { text: `${mark.toUpperCase()} FORMACION` },
      { text: `org ${mark} fiscales` },
    ] satisfies ActivityListParameters[]) {
      expect(await found(asked), JSON.stringify(asked)).toEqual([id]);
    }
    expect(await found({})).toHaveLength(2);
    expect(await found({ theme: 'health' })).toEqual([]);
  });

  it('goes through pages in both directions without losing or repeating any', async () => {
    const who = await manager();
    const mark = `Pages${randomUUID().slice(0, 6)}`;
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) ids.push(await activity(who, { title: `${mark} ${i}` }));
    const first = await activityPage(who, { text: mark }, 3);
    const second = await activityPage(
      who,
      { text: mark, at: { toward: 'after', reference: first.after! } },
      3,
    );
    const third = await activityPage(
      who,
      { text: mark, at: { toward: 'after', reference: second.after! } },
      3,
    );
    expect(
      [...first.activities, ...second.activities, ...third.activities].map(({ id }) => id),
    ).toEqual(ids);
    expect([first.total, first.before, third.after]).toEqual([7, undefined, undefined]);
    expect(
      (
        await activityPage(
          who,
          { text: mark, at: { toward: 'before', reference: third.before! } },
          3,
        )
      ).activities,
    ).toEqual(second.activities);
    const all: string[] = [];
    for await (const some of activityBatches(who, { text: mark }))
      all.push(...some.map(({ id }) => id));
    expect(all).toEqual(ids);
  });
});
