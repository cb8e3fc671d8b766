import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assistanceCounter,
  countByTheme,
  type ActivityToCount,
} from '#lib/assistance/counts/count';
import {
  activityKinds,
  stateRoles,
  themes,
  type Activity,
} from '#lib/assistance/activities/vocabulary';
import { activityStatuses } from '#lib/needs/fulfilment/vocabulary';

const empty: Activity = {
  theme: 'health',
  kind: 'training',
  title: 'A',
  description: null,
  language: 'en',
  organisationId: null,
  partners: [],
  states: [],
  regions: [],
  areas: [],
  articles: [],
  categories: [],
  topics: [],
  from: null,
  until: null,
  period: null,
  status: 'completed',
  delivery: null,
  targetGroups: [],
  gender: 'none',
  numbers: [],
  beneficiaries: null,
  resolutions: [],
  iati: null,
  documents: [],
  funding: 'none',
};
const of = (...contents: readonly Partial<Activity>[]): ActivityToCount[] =>
  contents.map((content, i) => ({ reference: `TA-${i}`, content: { ...empty, ...content } }));
const until2023 = { cutoff: '2023-02-28' };

describe('counting assistance', () => {
  it('leaves out what is about other chapters, by its articles or else by its theme', () => {
    const about = (chapters: readonly ('II' | 'V')[], content: Partial<Activity>) =>
      assistanceCounter(of(content))(null, { cutoff: '2023-02-28', chapters }).activities;
    expect(about(['II'], { articles: [13] })).toBe(1);
    expect(about(['V'], { articles: [13] })).toBe(0);
    expect(about(['II', 'V'], { articles: [54] })).toBe(1);
    expect(about(['II'], { articles: [54], theme: 'sport' })).toBe(0);
    expect(about(['V'], { theme: 'sport' })).toBe(0);
    expect(about(['II'], { theme: 'sport' })).toBe(1);
    expect(about(['V'], { theme: 'hubs-and-platforms' })).toBe(1);
  });

  it('leaves out what is planned to begin after the period', () => {
    const planned = (from: string | null) =>
      assistanceCounter(of({ from, status: 'planned' }))(null, {
        cutoff: '2023-03-27',
        plannedUntil: '2024-03-27',
      }).planned;
    expect(['2023-06-01', '2024-03-27', '2024-03-28', '2027-01-01', null].map(planned)).toEqual([
      1, 1, 0, 0, 1,
    ]);
  });

  it('counts what has begun by the cut-off and gone on after the one before', () => {
    const dated = (from: string | null, until: string | null) =>
      assistanceCounter(of({ from, until }))(null, { since: '2021-10-31', cutoff: '2023-02-28' })
        .activities;
    expect([
      dated('2022-01-01', '2022-12-31'),
      dated('2020-01-01', '2021-11-01'),
      dated('2023-02-28', null),
      dated(null, null),
      dated('2020-01-01', null),
    ]).toEqual([1, 1, 1, 1, 1]);
    expect([
      dated('2023-03-01', null),
      dated('2020-01-01', '2021-10-31'),
      dated(null, '2021-10-31'),
    ]).toEqual([0, 0, 0]);
  });

  it('counts each recipient once and no host, and says numbers as they were reported', () => {
    const counted = assistanceCounter(
      of(
        {
          states: [
            { code: 'KEN', role: 'recipient' },
            { code: 'GHA', role: 'host' },
          ],
          beneficiaries: 10,
          numbers: [{ value: 16, qualifier: 'exactly', unit: 'countries' }],
        },
        {
          states: [
            { code: 'KEN', role: 'recipient' },
            { code: 'FJI', role: 'recipient' },
          ],
          beneficiaries: 5,
          numbers: [{ value: 16, qualifier: 'exactly', unit: 'countries' }],
        },
      ),
    )(null, until2023);
    expect(counted).toMatchObject({
      activities: 2,
      planned: 0,
      states: ['FJI', 'KEN'],
      beneficiaries: 15,
    });
    expect(counted.totals.map(({ reference, value }) => [reference, value])).toEqual([
      ['TA-0', 16],
      ['TA-1', 16],
    ]);
  });

  it('counts neither what is cancelled nor, among what is given, what is planned', () => {
    expect(
      assistanceCounter(
        of({ status: 'planned' }, { status: 'cancelled' }, { status: 'under-way' }),
      )(null, until2023),
    ).toMatchObject({ activities: 1, planned: 1 });
  });

  it('is divided among the themes without rest, whatever the activities and the period', () => {
    const date = fc.option(
      fc.constantFrom('2020-01-01', '2021-10-31', '2022-06-30', '2023-02-28', '2024-01-01'),
      { nil: null },
    );
    const some = fc.array(
      fc.record({
        theme: fc.constantFrom(...themes),
        kind: fc.constantFrom(...activityKinds),
        status: fc.constantFrom(...activityStatuses),
        from: date,
        until: date,
        beneficiaries: fc.option(fc.nat(1000), { nil: null }),
        states: fc.array(
          fc.record({
            code: fc.constantFrom('KEN', 'FJI', 'GHA'),
            role: fc.constantFrom(...stateRoles),
          }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(
        some,
        fc.constantFrom<string | undefined>(undefined, '2021-10-31'),
        fc.constantFrom('2022-06-30', '2025-01-01'),
        (contents, since, cutoff) => {
          const count = assistanceCounter(of(...contents));
          const [all, each] = [
            count(null, { since, cutoff }),
            countByTheme(count, { since, cutoff }),
          ];
          const sum = (what: 'activities' | 'planned' | 'beneficiaries') =>
            each.reduce((total, one) => total + one[what], 0);
          expect([sum('activities'), sum('planned'), sum('beneficiaries')]).toEqual([
            all.activities,
            all.planned,
            all.beneficiaries,
          ]);
          expect([...new Set(each.flatMap(({ states }) => states))].toSorted()).toEqual(all.states);
          expect(all.kinds.reduce((total, { activities }) => total + activities, 0)).toBe(
            all.activities,
          );
        },
      ),
    );
  });
});
