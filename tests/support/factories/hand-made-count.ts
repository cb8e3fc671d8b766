import { claims, needStatuses } from '#lib/needs/fulfilment/vocabulary';
import { regionCodes, type Region } from '#lib/convention/regions';
import type { Count } from '#lib/counting/count/count-types';

type Five = readonly [number, number, number, number, number];

const none: Five = [0, 0, 0, 0, 0];
const of = (n: number, base: number, percent: number | null) => ({ n, of: base, percent });
const each = <T>(numbers: Five, make: (region: Region, n: number, at: number) => T): T[] =>
  regionCodes.map((region, at) => make(region, numbers[at]!, at));

const categories = [
  'capacity-building',
  'institution-building',
  'legislative-assistance',
  'research-and-data',
  'policymaking',
  'international-cooperation',
  'other',
] as const;
const byCategory = (first: number, second: number) => ({
  'capacity-building': first,
  'institution-building': second,
  'legislative-assistance': 0,
  'research-and-data': 0,
  policymaking: 0,
  'international-cooperation': 0,
});

/**
 * A count written by hand, of the shape that chapter II has: 12 needs in all, of which 3 stand
 * under articles 5 and 6.
 */
export const handMadeCount: Count = {
  revision: 7,
  totals: { summaries: 10, statesWithNeeds: 5, needs: 12, shareOfStates: of(5, 10, 50) },
  regions: [
    {
      region: 'AFR',
      summaries: 4,
      statesWithNeeds: 3,
      needs: 8,
      shareOfNeeds: of(8, 12, 67),
      shareOfStates: of(3, 4, 75),
    },
    {
      region: 'APG',
      summaries: 3,
      statesWithNeeds: 1,
      needs: 3,
      shareOfNeeds: of(3, 12, 25),
      shareOfStates: of(1, 3, 33),
    },
    {
      region: 'EEG',
      summaries: 1,
      statesWithNeeds: 1,
      needs: 1,
      shareOfNeeds: of(1, 12, 8),
      shareOfStates: of(1, 1, 100),
    },
    {
      region: 'GRULAC',
      summaries: 2,
      statesWithNeeds: 0,
      needs: 0,
      shareOfNeeds: of(0, 12, 0),
      shareOfStates: of(0, 2, 0),
    },
    {
      region: 'WEOG',
      summaries: 0,
      statesWithNeeds: 0,
      needs: 0,
      shareOfNeeds: of(0, 12, 0),
      shareOfStates: of(0, 0, null),
    },
  ],
  categories: categories.map((category, at) => {
    const [needs, numbers, percents, share]: [number, Five, readonly (number | null)[], number] =
      at === 0
        ? [9, [6, 2, 1, 0, 0], [67, 22, 11, 0, 0], 75]
        : at === 1
          ? [3, [2, 1, 0, 0, 0], [67, 33, 0, 0, 0], 25]
          : [0, none, [null, null, null, null, null], 0];
    return {
      category,
      needs,
      states: needs > 0 ? 4 : 0,
      share: of(needs, 12, share),
      byRegion: each(numbers, (region, n, place) => ({
        region,
        needs: n,
        share: of(n, needs, percents[place]!),
      })),
      subcategories:
        at === 0
          ? [
              { subcategory: 'cb-training', needs: 6, share: of(6, 9, 67) },
              { subcategory: 'cb-guidance', needs: 0, share: of(0, 9, 0) },
            ]
          : [],
    };
  }),
  articles: Array.from({ length: 10 }, (_, at) => {
    const [needs, states, numbers]: [number, number, Five] =
      at === 0 ? [10, 5, [7, 2, 1, 0, 0]] : at === 1 ? [5, 2, [4, 1, 0, 0, 0]] : [0, 0, none];
    return {
      article: String(5 + at),
      needs,
      states,
      byCategory: byCategory(needs, 0),
      byRegion: each(numbers, (region, n) => ({ region, needs: n, states: Math.min(n, 3) })),
      cells: each(numbers, (region, n) => ({ region, byCategory: byCategory(n, 0) })),
    };
  }),
  matrices: [...regionCodes, null].map((region) => ({
    region,
    rows:
      region === 'AFR'
        ? [{ articles: '5;6', cells: byCategory(2, 1), total: 3, share: of(3, 8, 38) }]
        : [],
    columns: byCategory(6, 2),
    total: region === 'AFR' ? 8 : 0,
  })),
  types: [...regionCodes, null].map((region) =>
    region === 'AFR'
      ? {
          region,
          mentions: 8,
          types: [
            { type: 'staff-training', mentions: 6, share: of(6, 8, 75) },
            { type: 'guidance', mentions: 2, share: of(2, 8, 25) },
          ],
        }
      : {
          region,
          mentions: 0,
          types: ['staff-training', 'guidance'].map((type) => ({
            type,
            mentions: 0,
            share: of(0, 0, null),
          })),
        },
  ),
  tags: [
    {
      tag: 'training',
      needs: 6,
      states: 4,
      share: of(6, 12, 50),
      byCategory: byCategory(5, 1),
      byRegion: each([4, 2, 0, 0, 0], (region, n) => ({ region, needs: n, states: n / 2 })),
      byArticle: Array.from({ length: 10 }, (_, at) => ({
        article: String(5 + at),
        needs: at === 0 ? 6 : 0,
        share: of(at === 0 ? 6 : 0, 6, at === 0 ? 100 : 0),
      })),
    },
  ],
  topics: [
    {
      topic: 'bribery',
      needs: 1,
      states: 1,
      share: of(1, 12, 8),
      byCategory: byCategory(1, 0),
      byRegion: each([1, 0, 0, 0, 0], (region, n) => ({ region, needs: n, states: n })),
    },
  ],
  statuses: needStatuses.map((status) => ({
    status,
    needs: status === 'unmet' ? 12 : 0,
    states: status === 'unmet' ? 4 : 0,
    share: of(status === 'unmet' ? 12 : 0, 12, status === 'unmet' ? 100 : 0),
    byRegion: [],
    byCategory: {},
    byArticle: [],
  })),
  claims: claims.map((claim) => ({ claim, needs: 0, byRegion: [] })),
};

/** The same with nothing counted: every number 0, every share without a percentage. */
export const emptyCount: Count = JSON.parse(JSON.stringify(handMadeCount), (key, value: unknown) =>
  key === 'percent' ? null : key === 'rows' ? [] : typeof value === 'number' ? 0 : value,
) as Count;
