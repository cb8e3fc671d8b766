import { coincidencesOf, alphaOf, pairsAgreeing, type Unit } from '#lib/review/coding/alpha';
import { measured, type Measure, type Share } from '#lib/review/coding/bootstrap';
import { kappaOf, specificAgreement, type Confusion } from '#lib/review/coding/kappa';
import type { Coding } from '#lib/review/coding/vocabulary';
import { categoryCodes, type Category } from '#lib/convention/categories';
import { provisionKey } from '#lib/convention/provision';

/**
 * The codings of one need: the first, and all second ones in order; null if one is not made yet.
 */
export type CodedNeed = Readonly<{ first: Coding; seconds: readonly (Coding | null)[] }>;

/** `kappa` is null with more than two coders, for whom it is not defined. */
export type Agreement = Readonly<{
  needs: number;
  percent: Measure;
  kappa: Measure;
  alpha: Measure;
}>;

const undefinedEstimate: Measure = { value: null, low: null, high: null };
const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);

/**
 * The positions of the totals: after the first four, one for each value, then the confusion matrix
 * of two coders.
 */
const total = {
  agreeingPairs: 0,
  needs: 1,
  pairableValues: 2,
  sameValues: 3,
  firstValue: 4,
} as const;

const pairable = (unit: Unit) => unit.filter((value) => value !== null).length > 1;

/**
 * The agreement of the coders on one nominal variable, over needs that two or more have coded. All
 * three figures come from the same 1,000 replicates, whose unit is the need.
 */
export function agreement(allUnits: readonly Unit[], seed: string): Agreement {
  const units = allUnits.filter(pairable);
  const values = [...new Set(units.flat().filter((value) => value !== null))].sort();
  const k = values.length;
  const twoCoders = units.every((unit) => unit.length === 2);
  const table = total.firstValue + k;
  const indexOf = (value: string) => values.indexOf(value);
  const shares = units.map((unit): Share => {
    const coincidences = coincidencesOf(unit);
    return [
      [total.agreeingPairs, pairsAgreeing(unit)!],
      [total.needs, 1],
      [total.pairableValues, coincidences.pairable],
      [total.sameValues, coincidences.same],
      ...coincidences.values.map(
        ([value, count]) => [total.firstValue + indexOf(value), count] as const,
      ),
      ...(twoCoders ? [[table + indexOf(unit[0]!) * k + indexOf(unit[1]!), 1] as const] : []),
    ];
  });
  const [percent = undefinedEstimate, kappa = undefinedEstimate, alpha = undefinedEstimate] =
    measured(shares, table + (twoCoders ? k * k : 0), seed, (totals) => [
      ratio(totals[total.agreeingPairs]!, totals[total.needs]!),
      twoCoders ? kappaOf(totals.subarray(table), k) : null,
      alphaOf(
        totals[total.pairableValues]!,
        totals[total.sameValues]!,
        totals.subarray(total.firstValue, table),
      ),
    ]);
  return { needs: units.length, percent, kappa, alpha };
}

/**
 * The Jaccard index of two sets: |A ∩ B| / |A ∪ B|, 1 if both are empty.
 * Source: P. Jaccard, "The distribution of the flora in the alpine zone", New Phytologist 11
 * (1912).
 */
export function overlap(a: readonly string[], b: readonly string[]): number {
  const union = new Set([...a, ...b]);
  return union.size === 0 ? 1 : a.filter((value) => b.includes(value)).length / union.size;
}

const valueOfVariable = {
  article: ({ articles, general }: Coding) => provisionKey(articles, general),
  category: ({ category }: Coding) => category,
  subcategory: ({ category, subcategory }: Coding) => subcategory ?? category,
  tags: ({ tags }: Coding) => [...tags].sort().join(';'),
} as const;
export type Variable = keyof typeof valueOfVariable;
export const variableNames = Object.keys(valueOfVariable) as Variable[];

/** The variables in which two codings differ. */
export const differencesOf = (a: Coding, b: Coding): Variable[] =>
  variableNames.filter((name) => valueOfVariable[name](a) !== valueOfVariable[name](b));

const unitsFor = (needs: readonly CodedNeed[], value: (coding: Coding) => string): Unit[] =>
  needs.map(({ first, seconds }) => [
    value(first),
    ...seconds.map((second) => second && value(second)),
  ]);

/** The mean Jaccard index of the tags of the first coding and of each second one. */
function tagOverlap(needs: readonly CodedNeed[], seed: string): Measure {
  const shares = needs.flatMap(({ first, seconds }): Share[] => {
    const overlaps = seconds
      .filter((second) => second !== null)
      .map(({ tags }) => overlap(first.tags, tags));
    return overlaps.length === 0
      ? []
      : [
          [
            [0, overlaps.reduce((sum, share) => sum + share, 0) / overlaps.length],
            [1, 1],
          ],
        ];
  });
  return measured(shares, 2, seed, ([sum = 0, n = 0]) => [ratio(sum, n)])[0]!;
}

export type OfCategory = Readonly<{
  category: Category;
  first: number;
  second: number;
  both: number;
  specific: number | null;
  agreement: Agreement;
}>;

/** The first coding paired with each second one. */
const codingPairs = (needs: readonly CodedNeed[]) =>
  needs.flatMap(({ first, seconds }) =>
    seconds.flatMap((second) => (second ? [{ first, second }] : [])),
  );

/** The agreement on each category against all others, as yes or no. */
function agreementByCategory(needs: readonly CodedNeed[], seed: string): OfCategory[] {
  const pairs = codingPairs(needs);
  return categoryCodes
    .map((category) => {
      const first = pairs.filter((pair) => pair.first.category === category);
      const second = pairs.filter((pair) => pair.second.category === category);
      const both = first.filter((pair) => pair.second.category === category).length;
      return {
        category,
        first: first.length,
        second: second.length,
        both,
        specific: specificAgreement(both, first.length, second.length),
        agreement: agreement(
          unitsFor(needs, (coding) => (coding.category === category ? 'yes' : 'no')),
          `${seed} ${category}`,
        ),
      };
    })
    .filter((of) => of.first + of.second > 0);
}

/**
 * A row for each category of the first coding, a column for each of the second ones, without unused
 * categories.
 */
function confusionMatrix(needs: readonly CodedNeed[]): {
  categories: readonly Category[];
  cells: Confusion;
} {
  const pairs = codingPairs(needs);
  const categories = categoryCodes.filter((category) =>
    pairs.some(({ first, second }) => first.category === category || second.category === category),
  );
  return {
    categories,
    cells: categories.map((row) =>
      categories.map(
        (column) =>
          pairs.filter(({ first, second }) => first.category === row && second.category === column)
            .length,
      ),
    ),
  };
}

/**
 * All figures of a sample for the manager's page. The seed of the sample makes its intervals
 * reproducible.
 */
export function figuresOf(needs: readonly CodedNeed[], tags: readonly string[], seed: string) {
  return {
    variables: variableNames.map((name) => ({
      name,
      ...agreement(unitsFor(needs, valueOfVariable[name]), `${seed} ${name}`),
    })),
    tagOverlap: tagOverlap(needs, `${seed} overlap`),
    tags: tags.map((tag) => ({
      tag,
      ...agreement(
        unitsFor(needs, (coding) => (coding.tags.includes(tag) ? 'yes' : 'no')),
        `${seed} ${tag}`,
      ),
    })),
    categories: agreementByCategory(needs, seed),
    confusion: confusionMatrix(needs),
  };
}
export type CodingFigures = ReturnType<typeof figuresOf>;
