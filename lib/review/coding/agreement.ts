import {
  coincidencesIn,
  alphaFromCoincidences,
  pairwiseAgreement,
  type CodedUnit,
} from '#lib/review/coding/alpha';
import { bootstrapEstimates, type Estimate, type Contribution } from '#lib/review/coding/bootstrap';
import { kappaFromCounts, specificAgreement, type ConfusionMatrix } from '#lib/review/coding/kappa';
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
  percent: Estimate;
  kappa: Estimate;
  alpha: Estimate;
}>;

const undefinedEstimate: Estimate = { value: null, low: null, high: null };
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

const pairable = (unit: CodedUnit) => unit.filter((value) => value !== null).length > 1;

/**
 * The agreement of the coders on one nominal variable, over needs that two or more have coded. All
 * three figures come from the same 1,000 replicates, whose unit is the need.
 */
export function measureAgreement(allUnits: readonly CodedUnit[], seed: string): Agreement {
  const units = allUnits.filter(pairable);
  const values = [...new Set(units.flat().filter((value) => value !== null))].sort();
  const k = values.length;
  const twoCoders = units.every((unit) => unit.length === 2);
  const table = total.firstValue + k;
  const indexOf = (value: string) => values.indexOf(value);
  const shares = units.map((unit): Contribution => {
    const coincidences = coincidencesIn(unit);
    return [
      [total.agreeingPairs, pairwiseAgreement(unit)!],
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
    bootstrapEstimates(shares, table + (twoCoders ? k * k : 0), seed, (totals) => [
      ratio(totals[total.agreeingPairs]!, totals[total.needs]!),
      twoCoders ? kappaFromCounts(totals.subarray(table), k) : null,
      alphaFromCoincidences(
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
export function jaccardIndex(a: readonly string[], b: readonly string[]): number {
  const union = new Set([...a, ...b]);
  return union.size === 0 ? 1 : a.filter((value) => b.includes(value)).length / union.size;
}

const valueOfVariable = {
  article: ({ articles, general }: Coding) => provisionKey(articles, general),
  category: ({ category }: Coding) => category,
  subcategory: ({ category, subcategory }: Coding) => subcategory ?? category,
  tags: ({ tags }: Coding) => [...tags].sort().join(';'),
} as const;
export type CodingVariable = keyof typeof valueOfVariable;
const variableNames = Object.keys(valueOfVariable) as CodingVariable[];

/** The variables in which two codings differ. */
export const differingVariables = (a: Coding, b: Coding): CodingVariable[] =>
  variableNames.filter((name) => valueOfVariable[name](a) !== valueOfVariable[name](b));

const unitsFor = (needs: readonly CodedNeed[], value: (coding: Coding) => string): CodedUnit[] =>
  needs.map(({ first, seconds }) => [
    value(first),
    ...seconds.map((second) => second && value(second)),
  ]);

/** The mean Jaccard index of the tags of the first coding and of each second one. */
function tagOverlap(needs: readonly CodedNeed[], seed: string): Estimate {
  const shares = needs.flatMap(({ first, seconds }): Contribution[] => {
    const overlaps = seconds
      .filter((second) => second !== null)
      .map(({ tags }) => jaccardIndex(first.tags, tags));
    return overlaps.length === 0
      ? []
      : [
          [
            [0, overlaps.reduce((sum, share) => sum + share, 0) / overlaps.length],
            [1, 1],
          ],
        ];
  });
  return bootstrapEstimates(shares, 2, seed, ([sum = 0, n = 0]) => [ratio(sum, n)])[0]!;
}

export type CategoryAgreement = Readonly<{
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
function agreementByCategory(needs: readonly CodedNeed[], seed: string): CategoryAgreement[] {
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
        agreement: measureAgreement(
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
  cells: ConfusionMatrix;
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
export function agreementFigures(
  needs: readonly CodedNeed[],
  tags: readonly string[],
  seed: string,
) {
  return {
    variables: variableNames.map((name) => ({
      name,
      ...measureAgreement(unitsFor(needs, valueOfVariable[name]), `${seed} ${name}`),
    })),
    tagOverlap: tagOverlap(needs, `${seed} overlap`),
    tags: tags.map((tag) => ({
      tag,
      ...measureAgreement(
        unitsFor(needs, (coding) => (coding.tags.includes(tag) ? 'yes' : 'no')),
        `${seed} ${tag}`,
      ),
    })),
    categories: agreementByCategory(needs, seed),
    confusion: confusionMatrix(needs),
  };
}
export type AgreementFigures = ReturnType<typeof agreementFigures>;
