import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { loadAssistanceCounter } from '#lib/assistance/counts/load-counts';
import { listHubs, statesOfHub } from '#lib/assistance/hubs/queries';
import { activityBatches } from '#lib/assistance/activities/queries';
import { countByTheme } from '#lib/assistance/counts/count';
import { manager } from '#tests/support/factories/people';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';
import { number, rows } from '#tests/support/databases/sql';

beforeAll(() => demonstrationRegister());

// From paragraphs 41 to 59 of the note: how many records each theme has, and what is said of the
// States by name.
const records = [8, 3, 3, 2, 3, 4, 7, 2, 2, 2, 5, 3, 3];
const named: Readonly<Record<string, string>> = {
  A10: 'CHL COK ECU FJI FSM HND JAM KIR NRU PNG SLB TUV VUT WSM',
  A11: 'BOL BWA CAF COL HND SSD ZAF',
  A15: 'ARE BRA COL EGY ETH IRQ KEN LBY MAR MEX MMR MYS PAK SAU SDN UZB',
  A16: 'KEN MEX PAK',
  A18: 'ALB ARM AZE BIH CHN GEO GRC IRN KAZ KGZ MNE MNG SRB TJK TUR UZB',
  A23: 'BOL COL ECU ESP PER THA',
  A31: 'BRA COL ECU GHA MEX TLS ZAF',
  A45: 'CAF COD HTI MLI SOM',
  A46: 'COD',
  A47: 'CAF',
};
const hosts: Readonly<Record<string, string>> = {
  A06: 'MEX',
  A07: 'KEN',
  A27: 'BRA',
  A28: 'MEX',
  A30: 'MEX',
  A42: 'BRA',
  A43: 'MEX',
  A44: 'THA',
};
const ofNote = async (period = { cutoff: '2023-03-27' }) => {
  const references = new Map(
    (
      await rows<{ reference: string; source_ref: string }>(
        `select reference, source_ref from assistance where source_ref like 'NOTE-2023-%'`,
      )
    ).map(({ reference, source_ref: ref }) => [reference, ref.replace('NOTE-2023-', '')]),
  );
  return { references, count: await loadAssistanceCounter(await manager()), period };
};

describe('the assistance of the note of 2023 in the demonstration', () => {
  it('is 47 records under the 13 themes', async () => {
    const themes = [
      'hubs-and-platforms',
      'laws-policies-institutions',
      'public-procurement',
      'private-sector',
      'international-investment',
      'judicial-integrity',
      'education-and-youth',
      'health',
      'whistle-blowers',
      'environment',
      'sport',
      'audit-institutions',
      'conflict-situations',
    ];
    const found = await rows<{ theme: string; n: number }>(
      `select theme, count(*) as n from assistance where source_ref like 'NOTE-2023-%' group by theme`,
    );
    expect(Object.fromEntries(found.map(({ theme, n }) => [theme, Number(n)]))).toEqual(
      Object.fromEntries(themes.map((theme, i) => [theme, records[i]])),
    );
    expect(records.reduce((a, b) => a + b)).toBe(47);
  });

  it('names the same States, recipients and hosts apart', async () => {
    const found = await rows<{ ref: string; state_code: string; role: string }>(
      `select source_ref as ref, state_code, role from assistance_state join assistance on id = assistance_id where source_ref like 'NOTE-2023-%' order by source_ref, state_code`,
    );
    const by = (role: string) =>
      found
        .filter((each) => each.role === role)
        .reduce<Record<string, string>>((all, { ref, state_code: code }) => {
          const key = ref.replace('NOTE-2023-', '');
          return { ...all, [key]: all[key] ? `${all[key]} ${code}` : code };
        }, {});
    expect(by('recipient')).toEqual(named);
    expect(by('host')).toEqual(hosts);
  });

  it('gives the numbers of part III by theme', async () => {
    const { references, count } = await ofNote();
    const numbers = (theme: Parameters<typeof count>[0]) =>
      count(theme, { cutoff: '2023-03-27' })
        .totals.filter(({ reference }) => references.has(reference))
        .map(
          ({ value, qualifier, unit }) => `${qualifier === 'more-than' ? '>' : ''}${value} ${unit}`,
        );
    expect(numbers('sport')).toEqual([
      '>60 activities',
      '>1200 beneficiaries',
      '140 states-parties',
      '>400 officials',
      '>150 countries',
      '1 workshops',
      '1 workshops',
    ]);
    expect(numbers('education-and-youth')).toEqual([
      '>1100 beneficiaries',
      '54 academics',
      '40 higher-education-institutions',
      '2 summer-schools',
      '90 students',
      '46 countries',
    ]);
    expect(numbers('international-investment')).toEqual(['>150 practitioners', '16 countries']);
    expect(numbers('public-procurement')).toEqual(['22 countries-not-named']);
  });

  it('counts States once, leaves hosts and plans out, and people only where they were reported as beneficiaries', async () => {
    const count = await loadAssistanceCounter(await manager());
    const note = { cutoff: '2023-03-27' };
    expect(count('private-sector', note).states).toHaveLength(16);
    expect(count('audit-institutions', note)).toMatchObject({
      activities: 3,
      states: [],
      planned: 1,
    });
    expect(count('hubs-and-platforms', note)).toMatchObject({ activities: 5, planned: 3 });
    expect(count('education-and-youth', note)).toMatchObject({
      activities: 6,
      beneficiaries: 1100,
    });
    const all = count(null, note);
    expect(all.beneficiaries).toBe(2300);
    expect(all.activities).toBe(
      countByTheme(count, note).reduce((sum, { activities }) => sum + activities, 0),
    );
    expect(all.activities).toBe(43);
    expect(new Set(Object.values(named).flatMap((codes) => codes.split(' ')))).toEqual(
      new Set(all.states),
    );
    expect(count('sport', { since: '2023-03-27', cutoff: '2024-12-31' }).activities).toBe(0);
    // What goes on, and what is reported of March 2023 without its day.
    expect(
      count('education-and-youth', { since: '2023-03-27', cutoff: '2024-12-31' }).activities,
    ).toBe(2);
  });

  it('is public as far as it is given, not as far as it is planned', async () => {
    const seen: string[] = [];
    for await (const some of activityBatches(publicActor))
      seen.push(...some.map(({ status }) => status));
    expect(new Set(seen)).toEqual(new Set(['under-way', 'completed']));
    expect(seen).toHaveLength(
      await number(`select count(*) from assistance where status in ('under-way', 'completed')`),
    );
    expect(
      (await loadAssistanceCounter(publicActor))('hubs-and-platforms', { cutoff: '2023-03-27' })
        .planned,
    ).toBe(0);
  });

  it('has the hubs and platforms of the note with States of their area', async () => {
    const hubs = await listHubs(publicActor);
    expect(hubs.map(({ kind }) => kind).filter((kind) => kind === 'hub')).toHaveLength(2);
    expect(hubs).toHaveLength(11);
    const africa = hubs.find(({ location }) => location === 'KEN')!;
    expect(
      hubs
        .filter(({ parentId }) => parentId === africa.id)
        .map(({ startedOn }) => startedOn)
        .toSorted(),
    ).toEqual(['2017', '2019', '2022']);
    expect(await statesOfHub(publicActor, africa)).toHaveLength(20);
  });
});

describe('counts of an earlier revision', () => {
  it('are those that were counted then', async () => {
    const who = await manager();
    const { changeActivity } = await import('#lib/assistance/activities/commands');
    const { activityFields, activity } = await import('#tests/support/factories/activities');
    const { valueOf } = await import('#tests/support/factories/outcomes');
    const id = await activity(who, {
      theme: 'health',
      status: 'completed',
      recipients: 'Fiji',
      beneficiaries: '10',
    });
    const then = await number('select revision from register');
    const count = async (revision?: number) =>
      (await loadAssistanceCounter(who, revision))('health', { cutoff: '2026-01-01' });
    const before = await count();
    valueOf(
      await changeActivity(who, {
        id,
        version: 1,
        fields: activityFields({ theme: 'sport', status: 'completed', recipients: 'Fiji' }),
      }),
    );
    expect(await count(then)).toEqual(before);
    expect(await count()).toMatchObject({
      activities: before.activities - 1,
      beneficiaries: before.beneficiaries - 10,
    });
  });
});
