import { categoryCodes, type Category } from '#lib/convention/categories';
import { regionCodes } from '#lib/convention/regions';
import { articlesOfKey } from '#lib/convention/provision';
import {
  isSpecialRule,
  type Calculation,
  type PublishedNote,
  type PublishedNumber,
} from '#lib/counting/published/vocabulary';
import { percent } from '#lib/counting/figures/figures';
import { noFilter, type Filter } from '#lib/counting/filter/filter';
import type { Count } from '#lib/counting/count/count-types';

/** The filter of a number: a filter without cycle, chapter, cut-off and reader. */
type NumberFilter = Omit<Filter, 'cycle' | 'chapters' | 'cutoff' | 'sees'>;
/** Counts at a cut-off: that of the note or of the previous one. */
export type CountFor = (narrowing: NumberFilter, cutoff: string) => Count;

type Verdict = 'same' | 'by-rule' | 'contradiction' | 'differs';
export type CheckedNumber = Readonly<{
  number: PublishedNumber;
  /** The register's own counts; `of` is null for a plain count. */
  n: number;
  of: number | null;
  /** The register's number: a count, or a percentage rounded half up; null where the base is 0. */
  found: number | null;
  /** The number by the special rule of the note, if it is another one. */
  byRule: number | null;
  verdict: Verdict;
}>;

const sum = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
const optionalList = <T>(value: T | undefined): readonly T[] =>
  value === undefined ? [] : [value];

/**
 * Needs come from one count for each subcategory, type and tag; distinct States and mentions need a
 * count of their own.
 */
function countNeeds(count: Count, { region, category, article, each, plus }: Calculation): number {
  const regions = region ?? regionCodes;
  const cell = (cells: Readonly<Partial<Record<Category, number>>>) =>
    sum((category ? [category] : categoryCodes).map((code) => cells[code] ?? 0));
  const matrices = count.matrices.filter(
    (matrix) => matrix.region !== null && regions.includes(matrix.region),
  );
  const rows = matrices.flatMap((matrix) => matrix.rows);
  if (article && each) {
    const counted = count.articles.find((found) => found.article === article);
    return sum(
      (counted?.cells ?? [])
        .filter((found) => regions.includes(found.region))
        .map(({ byCategory }) => cell(byCategory)),
    );
  }
  if (article)
    return sum(rows.filter(({ articles }) => articles === article).map(({ cells }) => cell(cells)));
  const repeated = plus
    ? sum(
        rows.map(({ articles, cells }) => {
          const several = articlesOfKey(articles).length;
          return several > 1 ? several * cell(cells) : 0;
        }),
      )
    : 0;
  return sum(matrices.map(({ columns }) => cell(columns))) + repeated;
}

function countAt(ask: CountFor, calc: Calculation, cutoff: string): number {
  const narrowed = {
    ...noFilter,
    subcategories: optionalList(calc.subcategory),
    types: optionalList(calc.type),
    tags: optionalList(calc.tag),
  };
  if (calc.of === 'needs') return countNeeds(ask(narrowed, cutoff), calc);
  const { totals, types } = ask(
    {
      ...narrowed,
      regions: calc.region ?? [],
      categories: optionalList(calc.category),
      articles: optionalList(calc.article),
    },
    cutoff,
  );
  if (calc.of === 'states') return totals.statesWithNeeds;
  if (calc.of === 'states_completed') return totals.summaries;
  return types.find(({ region }) => region === null)!.mentions;
}

const countOf = (
  ask: CountFor,
  { cutoff, previousCutoff }: PublishedNote,
  calc: Calculation,
): number =>
  countAt(ask, calc, cutoff) -
  (calc.since && previousCutoff ? countAt(ask, calc, previousCutoff) : 0);

/**
 * Rule R4: whole percentages that add up to 100. The largest remainders are rounded up, the earlier
 * of equal ones first.
 */
export function largestRemainders(parts: readonly number[]): number[] {
  const whole = sum(parts);
  if (whole === 0) return parts.map(() => 0);
  const shares = parts.map((n) => Math.floor((100 * n) / whole));
  const remainders = parts
    .map((n, at) => ({ at, rest: (100 * n) % whole }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of remainders.slice(0, 100 - sum(shares))) shares[at]! += 1;
  return shares;
}

function byLargestRemainders(
  ask: CountFor,
  note: PublishedNote,
  { rule, calc }: PublishedNumber,
): number | null {
  const { category, ...withoutCategory } = calc.num;
  if (rule !== 'R4' || !category) return null;
  const parts = categoryCodes.map((code) =>
    countOf(ask, note, { ...withoutCategory, category: code }),
  );
  return largestRemainders(parts)[categoryCodes.indexOf(category)]!;
}

/**
 * Checks one number of a note. Where the note contradicts its own numbers, the verdict is a
 * contradiction whatever the register holds.
 */
export function checkNumber(
  ask: CountFor,
  note: PublishedNote,
  number: PublishedNumber,
): CheckedNumber {
  const { value, comparison, rule, contradiction, calc } = number;
  const n = countOf(ask, note, calc.num);
  const of = calc.den ? countOf(ask, note, calc.den) : null;
  const found = of === null ? n : percent(n, of);
  const byRule = byLargestRemainders(ask, note, number);
  const isGreater = of === null ? n > value : 100 * n > value * of;
  const agrees = comparison === 'gt' ? isGreater : (byRule ?? found) === value;
  const verdictOf = (): Verdict => {
    if (contradiction) return 'contradiction';
    if (!agrees) return 'differs';
    return isSpecialRule(rule) ? 'by-rule' : 'same';
  };
  return { number, n, of, found, byRule, verdict: verdictOf() };
}
