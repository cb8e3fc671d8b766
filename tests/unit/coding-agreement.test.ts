import { describe, expect, it } from 'vitest';
import {
  measureAgreement,
  differingVariables,
  agreementFigures,
  jaccardIndex,
  type CodedNeed,
} from '#lib/review/coding/agreement';
import { krippendorffAlpha, percentAgreement, type CodedUnit } from '#lib/review/coding/alpha';
import { cohenKappa, specificAgreement, type ConfusionMatrix } from '#lib/review/coding/kappa';
import type { Coding } from '#lib/review/coding/vocabulary';
import { locales } from '#lib/convention/names';
import { formatCoefficient, formatPercent } from '#lib/text/format';

/**
 * What coders gave, a string for each and a letter for each unit; a full stop where one gave
 * nothing.
 */
const coded = (...coders: readonly string[]): CodedUnit[] =>
  [...coders[0]!].map((_, unit) =>
    coders.map((given) => (given[unit] === '.' ? null : given[unit]!)),
  );
const tabled = (table: ConfusionMatrix): CodedUnit[] =>
  table.flatMap((row, i) =>
    row.flatMap((n, j) => Array.from({ length: n }, () => [String(i), String(j)])),
  );

/** The textbook form of kappa, in shares: the second way to each expected value. */
function kappaInShares(table: ConfusionMatrix): number {
  const n = table.flat().reduce((sum, cell) => sum + cell, 0);
  const shares = table.map((row) => row.map((cell) => cell / n));
  const observed = shares.reduce((sum, row, i) => sum + row[i]!, 0);
  const chance = shares.reduce(
    (sum, row, i) =>
      sum + row.reduce((a, b) => a + b, 0) * shares.reduce((a, other) => a + other[i]!, 0),
    0,
  );
  return (observed - chance) / (1 - chance);
}

/**
 * Alpha by its definition, 1 − D_o / D_e, over all pairs of values: the second way to each expected
 * value.
 */
function alphaOverPairs(units: readonly CodedUnit[]): number {
  const given = units
    .map((unit) => unit.filter((value) => value !== null))
    .filter((values) => values.length > 1);
  const all = given.flat();
  const differing = (values: readonly string[]) =>
    values.reduce((sum, a, i) => sum + values.filter((b, j) => i !== j && a !== b).length, 0);
  const observed =
    given.reduce((sum, values) => sum + differing(values) / (values.length - 1), 0) / all.length;
  return 1 - observed / (differing(all) / (all.length * (all.length - 1)));
}

describe("Cohen's kappa equals published worked examples", () => {
  it.each<[string, ConfusionMatrix, published: number, digits: number, exact: number]>([
    // 140 of 200 on the diagonal; chance 0.6·0.5 + 0.3·0.3 + 0.1·0.2 = 0.41; 0.29 / 0.59.
    [
      'Cohen (1960), table 1: two judges, 200 patients',
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      0.492,
      3,
      0.4915,
    ],
    // 0.89 observed; chance 0.8·0.8 + 0.1·0.05 + 0.1·0.15 = 0.66; 0.23 / 0.34.
    [
      'Fleiss, Statistical Methods for Rates and Proportions (1981), table 13.1: 100 diagnoses',
      [
        [75, 1, 4],
        [5, 4, 1],
        [0, 0, 10],
      ],
      0.68,
      2,
      0.6765,
    ],
    [
      'Wikipedia, Cohen’s kappa: 50 grant proposals',
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
      4,
      0.4,
    ],
    [
      'Wikipedia, Cohen’s kappa: same percentages, first of two',
      [
        [45, 15],
        [25, 15],
      ],
      0.1304,
      4,
      0.1304,
    ],
    [
      'Wikipedia, Cohen’s kappa: same percentages, second of two',
      [
        [25, 35],
        [5, 35],
      ],
      0.2593,
      4,
      0.2593,
    ],
    // negative, neutral, positive: 4 of 5; chance (2·3 + 1·1 + 2·1) / 25 = 0.36; 0.44 / 0.64.
    [
      'scikit-learn, documentation of cohen_kappa_score',
      [
        [2, 0, 0],
        [0, 1, 0],
        [1, 0, 1],
      ],
      0.6875,
      4,
      0.6875,
    ],
  ])('%s', (_source, table, published, digits, exact) => {
    const kappa = cohenKappa(table)!;
    expect(kappa.toFixed(digits)).toBe(published.toFixed(digits));
    expect(kappa.toFixed(4)).toBe(exact.toFixed(4));
    expect(kappaInShares(table)).toBeCloseTo(kappa, 12);
    expect(measureAgreement(tabled(table), 'seed').kappa.value).toBeCloseTo(kappa, 12);
  });
});

describe("Krippendorff's alpha equals published worked examples", () => {
  it.each<[string, CodedUnit[], published: number, exact: number]>([
    // 4 of 10 differ; 14 zeros, 6 ones: 1 − 19·4 / (14·6).
    [
      'Krippendorff (2011), A: two observers, two values',
      coded('0100000010', '1110010000'),
      0.095,
      0.0952,
    ],
    // 3 of 12 differ; 4 a, 6 b, 6 c, 6 d, 2 e: 1 − 23·6 / (576 − 128).
    [
      'Krippendorff (2011), B: two observers, five values',
      coded('aabbdcccedda', 'babbbccceddd'),
      0.692,
      0.692,
    ],
    // 40 pairable values (9, 13, 10, 5, 3 of each); 1 − 39·(40 − 32.333…) / (1600 − 384).
    [
      'Krippendorff (2011), C: four observers, missing values',
      coded('123321412...', '1233224125.3', '.3332342251.', '12332441251.'),
      0.743,
      0.7434,
    ],
    // 26 pairable values: 12 units of which 9 are at one.
    [
      'Wikipedia, Krippendorff’s alpha: three coders, fifteen units, missing values',
      coded('.....34121133.3', '1.213343.......', '..21344.21133.4'),
      0.691,
      0.6914,
    ],
  ])('%s', (_source, units, published, exact) => {
    const alpha = krippendorffAlpha(units)!;
    expect(alpha.toFixed(3)).toBe(published.toFixed(3));
    expect(alpha.toFixed(4)).toBe(exact.toFixed(4));
    expect(alphaOverPairs(units)).toBeCloseTo(alpha, 12);
    expect(measureAgreement(units, 'seed').alpha.value).toBeCloseTo(alpha, 12);
  });
});

describe('percent agreement', () => {
  it('is the plain share of needs with two coders, and the mean share of agreeing pairs with several', () => {
    expect(percentAgreement(coded('aabbdcccedda', 'babbbccceddd'))).toBeCloseTo(9 / 12, 12);
    // Two of three pairs differ, then none.
    expect(
      percentAgreement([
        ['a', 'a', 'b'],
        ['c', 'c', null],
      ]),
    ).toBeCloseTo((1 / 3 + 1) / 2, 12);
  });

  it('for one value alone counts twice what both gave it', () => {
    expect(specificAgreement(20, 25, 30)).toBeCloseTo(40 / 55, 12);
    expect(specificAgreement(0, 0, 0)).toBeNull();
  });
});

describe('what is undefined is null and never a number', () => {
  it.each<[string, CodedUnit[]]>([
    ['nothing coded', []],
    ['coded by one alone', coded('ab', '..')],
  ])('%s: no figure at all', (_what, units) => {
    const { needs, percent, kappa, alpha } = measureAgreement(units, 'seed');
    expect([needs, percent, kappa, alpha]).toEqual([
      0,
      ...Array.from({ length: 3 }, () => ({ value: null, low: null, high: null })),
    ]);
  });

  it('one value throughout: all agree, but kappa and alpha say nothing', () => {
    const { percent, kappa, alpha } = measureAgreement(coded('aaaa', 'aaaa'), 'seed');
    expect(percent).toEqual({ value: 1, low: 1, high: 1 });
    expect([kappa.value, alpha.value, kappa.low, alpha.high]).toEqual([null, null, null, null]);
    expect(
      cohenKappa([
        [7, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(cohenKappa([])).toBeNull();
    expect(
      krippendorffAlpha([
        ['a', null],
        ['b', null],
      ]),
    ).toBeNull();
  });

  it('one need has no interval, and what rounds to zero has no sign', () => {
    const { needs, percent, kappa, alpha } = measureAgreement(coded('a', 'a'), 'seed');
    expect([needs, percent]).toEqual([1, { value: 1, low: null, high: null }]);
    expect([kappa.low, kappa.high, alpha.low, alpha.high]).toEqual([null, null, null, null]);
    for (const locale of locales) {
      for (const zero of [-0.001, -0, -0.0049])
        expect(formatCoefficient(locale, zero)).toBe(formatCoefficient(locale, 0));
      expect(formatPercent(locale, -0)).toBe(formatPercent(locale, 0));
      expect(formatCoefficient(locale, -0.25)).toMatch(/[-−]/);
    }
  });

  it('a kappa that most replicates leave undefined has no bounds', () => {
    const { kappa } = measureAgreement(coded('aab', 'aab'), 'seed');
    expect(kappa).toEqual({ value: 1, low: null, high: null });
  });
});

describe('the intervals', () => {
  const units = tabled([
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ]);

  it('are the same for the same seed, and others for another', () => {
    expect(measureAgreement(units, 'autumn')).toEqual(measureAgreement(units, 'autumn'));
    expect(measureAgreement(units, 'autumn').kappa.low).not.toBe(
      measureAgreement(units, 'winter').kappa.low,
    );
  });

  it('hold the figure between them, near to what the large-sample error gives', () => {
    const { kappa, percent } = measureAgreement(units, 'autumn');
    // Cohen (1960), equation 7: σ = √(p_o(1 − p_o) / N(1 − p_c)²) = 0.0549; for a share √(p(1 − p)
    // / N) = 0.0324.
    expect(kappa.low!).toBeCloseTo(0.4915 - 1.96 * 0.0549, 1);
    expect(kappa.high!).toBeCloseTo(0.4915 + 1.96 * 0.0549, 1);
    expect(percent.low!).toBeCloseTo(0.7 - 1.96 * 0.0324, 1.5);
    expect(percent.high!).toBeCloseTo(0.7 + 1.96 * 0.0324, 1.5);
  });
});

describe('the figures of a sample', () => {
  const coding = (other: Partial<Coding> = {}): Coding => ({
    articles: [5],
    general: false,
    category: 'capacity-building',
    subcategory: 'cb-training',
    tags: [],
    ...other,
  });
  const policy = { category: 'policymaking', subcategory: 'pm-advice' } as const;
  const needs: CodedNeed[] = [
    { first: coding(), seconds: [coding({ tags: ['training'] })] },
    {
      first: coding({ tags: ['training', 'good-practices'] }),
      seconds: [coding({ ...policy, tags: ['good-practices'] })],
    },
    {
      first: coding({ ...policy, articles: [5, 6] }),
      seconds: [coding({ ...policy, articles: [5, 6] })],
    },
    { first: coding({ ...policy, articles: [], general: true }), seconds: [null] },
  ];

  it('compare article, category, subcategory and the set of tags, and each tag as a yes or no', () => {
    const { variables, tags, tagOverlap } = agreementFigures(
      needs,
      ['training', 'good-practices'],
      'seed',
    );
    expect(variables.map(({ name, needs: n, percent }) => [name, n, percent.value])).toEqual([
      ['article', 3, 1],
      ['category', 3, 2 / 3],
      ['subcategory', 3, 2 / 3],
      ['tags', 3, 1 / 3],
    ]);
    expect(tags.map(({ tag, percent, kappa }) => [tag, percent.value, kappa.value])).toEqual([
      ['training', 1 / 3, -0.5],
      ['good-practices', 1, 1],
    ]);
    // No tag and one: 0. Two and one of them: a half. None and none: 1.
    expect(tagOverlap.value).toBeCloseTo(0.5, 12);
    expect([
      jaccardIndex([], []),
      jaccardIndex(['a'], []),
      jaccardIndex(['a', 'b'], ['b', 'c']),
    ]).toEqual([1, 0, 1 / 3]);
  });

  it('show each category against the others, and which was taken for which', () => {
    const { categories, confusion } = agreementFigures(needs, [], 'seed');
    expect(
      categories.map(({ category, first, second, both, specific }) => [
        category,
        first,
        second,
        both,
        specific,
      ]),
    ).toEqual([
      ['capacity-building', 2, 1, 1, 2 / 3],
      ['policymaking', 1, 2, 1, 2 / 3],
    ]);
    expect(categories[0]!.agreement.kappa.value).toBeCloseTo(0.4, 12);
    expect(confusion).toEqual({
      categories: ['capacity-building', 'policymaking'],
      cells: [
        [1, 1],
        [0, 1],
      ],
    });
  });

  it('name what two codings differ in', () => {
    expect(differingVariables(coding(), coding({ ...policy, tags: ['training'] }))).toEqual([
      'category',
      'subcategory',
      'tags',
    ]);
    expect(differingVariables(coding({ tags: ['a', 'b'] }), coding({ tags: ['b', 'a'] }))).toEqual(
      [],
    );
  });
});
