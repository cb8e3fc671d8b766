import { coincidencesOf, alphaOf, pairsAgreeing, type Unit } from '#lib/review/coding/alpha';
import { measured, type Measure, type Share } from '#lib/review/coding/bootstrap';
import { kappaOf, specificAgreement, type Confusion } from '#lib/review/coding/kappa';
import type { Coding } from '#lib/review/coding/vocabulary';
import { categoryCodes, type Category } from '#lib/convention/categories';
import { provisionKey } from '#lib/convention/provision';

/**
 * The codings of one need: the first, and a place for each second one; null where it is still to
 * come.
 */
export type CodedNeed = Readonly<{ first: Coding; seconds: readonly (Coding | null)[] }>;

/** `kappa` is null with more than two coders, for whom it is not defined. */
export type Agreement = Readonly<{
  needs: number;
  percent: Measure;
  kappa: Measure;
  alpha: Measure;
}>;

const none: Measure = { value: null, low: null, high: null };
const pairable = (unit: Unit) => unit.filter((value) => value !== null).length > 1;

/**
 * How far the coders agree on one nominal variable. Only needs that two or more have coded tell of
 * it. All three figures come
 * from the same 1,000 replicates, whose unit is the need.
 */
export function agreement(all: readonly Unit[], seed: string): Agreement {
  const units = all.filter(pairable);
  const values = [...new Set(units.flat().filter((value) => value !== null))].sort();
  const k = values.length;
  const two = units.every((unit) => unit.length === 2);
  // Places: agreeing pairs, needs, pairable values, coincidences of a value with itself, each
  // value, then the table of two coders.
  const byValue = 4;
  const table = 4 + k;
  const at = (value: string) => values.indexOf(value);
  const shares = units.map((unit): Share => {
    const found = coincidencesOf(unit);
    return [
      [0, pairsAgreeing(unit)!],
      [1, 1],
      [2, found.pairable],
      [3, found.same],
      ...found.values.map(([value, count]) => [byValue + at(value), count] as const),
      ...(two ? [[table + at(unit[0]!) * k + at(unit[1]!), 1] as const] : []),
    ];
  });
  const [percent = none, kappa = none, alpha = none] = measured(
    shares,
    table + (two ? k * k : 0),
    seed,
    (totals) => [
      totals[1]! === 0 ? null : totals[0]! / totals[1]!,
      two ? kappaOf(totals.subarray(table), k) : null,
      alphaOf(totals[2]!, totals[3]!, totals.subarray(byValue, table)),
    ],
  );
  return { needs: units.length, percent, kappa, alpha };
}

/**
 * How much of two sets is in both: |A ∩ B| / |A ∪ B|, 1 where both are empty.
 * Source: P. Jaccard, "The distribution of the flora in the alpine zone", New Phytologist 11
 * (1912).
 */
export function overlap(a: readonly string[], b: readonly string[]): number {
  const union = new Set([...a, ...b]);
  return union.size === 0 ? 1 : a.filter((each) => b.includes(each)).length / union.size;
}

const variables = {
  article: ({ articles, general }: Coding) => provisionKey(articles, general),
  category: ({ category }: Coding) => category,
  subcategory: ({ category, subcategory }: Coding) => subcategory ?? category,
  tags: ({ tags }: Coding) => [...tags].sort().join(';'),
} as const;
export type Variable = keyof typeof variables;
export const variableNames = Object.keys(variables) as Variable[];

/** In which of the four two codings differ. */
export const differencesOf = (a: Coding, b: Coding): Variable[] =>
  variableNames.filter((name) => variables[name](a) !== variables[name](b));

const unitsOf = (needs: readonly CodedNeed[], value: (coding: Coding) => string): Unit[] =>
  needs.map(({ first, seconds }) => [
    value(first),
    ...seconds.map((second) => second && value(second)),
  ]);

/** The mean overlap of the first coding's tags with those of each second one. */
function tagOverlap(needs: readonly CodedNeed[], seed: string): Measure {
  const shares = needs.flatMap(({ first, seconds }): Share[] => {
    const each = seconds
      .filter((second) => second !== null)
      .map(({ tags }) => overlap(first.tags, tags));
    return each.length === 0
      ? []
      : [
          [
            [0, each.reduce((sum, share) => sum + share, 0) / each.length],
            [1, 1],
          ],
        ];
  });
  return measured(shares, 2, seed, ([sum = 0, n = 0]) => [n === 0 ? null : sum / n])[0]!;
}

export type OfCategory = Readonly<{
  category: Category;
  first: number;
  second: number;
  both: number;
  specific: number | null;
  agreement: Agreement;
}>;

/** The pairs of the first coding with each second one. */
const pairs = (needs: readonly CodedNeed[]) =>
  needs.flatMap(({ first, seconds }) =>
    seconds.flatMap((second) => (second ? [{ first, second }] : [])),
  );

/** Each category against all others, as a yes or no. */
function ofCategories(needs: readonly CodedNeed[], seed: string): OfCategory[] {
  const all = pairs(needs);
  return categoryCodes
    .map((category) => {
      const first = all.filter((pair) => pair.first.category === category);
      const second = all.filter((pair) => pair.second.category === category);
      const both = first.filter((pair) => pair.second.category === category).length;
      return {
        category,
        first: first.length,
        second: second.length,
        both,
        specific: specificAgreement(both, first.length, second.length),
        agreement: agreement(
          unitsOf(needs, (coding) => (coding.category === category ? 'yes' : 'no')),
          `${seed} ${category}`,
        ),
      };
    })
    .filter((of) => of.first + of.second > 0);
}

/**
 * A row for each category of the first coding, a column for each of the second ones; those that
 * nobody chose are left out.
 */
function confusionOf(needs: readonly CodedNeed[]): {
  categories: readonly Category[];
  cells: Confusion;
} {
  const all = pairs(needs);
  const categories = categoryCodes.filter((category) =>
    all.some(({ first, second }) => first.category === category || second.category === category),
  );
  return {
    categories,
    cells: categories.map((row) =>
      categories.map(
        (column) =>
          all.filter(({ first, second }) => first.category === row && second.category === column)
            .length,
      ),
    ),
  };
}

/**
 * All that the manager's page shows of a sample. The seed of the sample makes its intervals the
 * same whenever they are computed.
 */
export function figuresOf(needs: readonly CodedNeed[], tags: readonly string[], seed: string) {
  return {
    variables: variableNames.map((name) => ({
      name,
      ...agreement(unitsOf(needs, variables[name]), `${seed} ${name}`),
    })),
    tagOverlap: tagOverlap(needs, `${seed} overlap`),
    tags: tags.map((tag) => ({
      tag,
      ...agreement(
        unitsOf(needs, (coding) => (coding.tags.includes(tag) ? 'yes' : 'no')),
        `${seed} ${tag}`,
      ),
    })),
    categories: ofCategories(needs, seed),
    confusion: confusionOf(needs),
  };
}
export type CodingFigures = ReturnType<typeof figuresOf>;
