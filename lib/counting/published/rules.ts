import { categoryCodes, type Category } from '#lib/convention/categories';
import { regionCodes } from '#lib/convention/regions';
import { articlesOfKey } from '#lib/convention/provision';
import {
  isSpecial,
  type Calc,
  type PublishedNote,
  type PublishedNumber,
} from '#lib/counting/published/vocabulary';
import { percent } from '#lib/counting/summaries/figures';
import { noFilter, type Filter } from '#lib/counting/summaries/filter';
import type { Count } from '#lib/counting/summaries/numbers';

/**
 * What is asked of the register for a number: everything of a filter but the chapter, the reader
 * and, as a date, the cut-off.
 */
export type Narrowing = Omit<Filter, 'cycle' | 'chapters' | 'cutoff' | 'sees'>;
/** Counts at the cut-off of the note or at that of the previous one. */
export type Ask = (narrowing: Narrowing, cutoff: string) => Count;

export type Verdict = 'same' | 'by-rule' | 'contradiction' | 'differs';
export type Checked = Readonly<{
  number: PublishedNumber;
  /** The register's own counts behind it; `of` is null for a plain count. */
  n: number;
  of: number | null;
  /** What the register says: a count, or a percentage half up; null where the base is 0. */
  found: number | null;
  /** What the special rule of the note makes of the same counts, where that is another number. */
  byRule: number | null;
  verdict: Verdict;
}>;

const add = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
const only = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

/**
 * Needs are read off one count for each subcategory, type and tag; distinct States and mentions
 * need a count of their own.
 */
function needsOf(count: Count, { region, category, article, each, plus }: Calc): number {
  const regions = region ?? regionCodes;
  const cell = (cells: Readonly<Partial<Record<Category, number>>>) =>
    add((category ? [category] : categoryCodes).map((code) => cells[code] ?? 0));
  const matrices = count.matrices.filter(
    (matrix) => matrix.region !== null && regions.includes(matrix.region),
  );
  const rows = matrices.flatMap((matrix) => matrix.rows);
  if (article && each) {
    const counted = count.articles.find((found) => found.article === article);
    return add(
      (counted?.cells ?? [])
        .filter((found) => regions.includes(found.region))
        .map(({ byCategory }) => cell(byCategory)),
    );
  }
  if (article)
    return add(rows.filter(({ articles }) => articles === article).map(({ cells }) => cell(cells)));
  const again = plus
    ? add(
        rows.map(({ articles, cells }) => {
          const several = articlesOfKey(articles).length;
          return several > 1 ? several * cell(cells) : 0;
        }),
      )
    : 0;
  return add(matrices.map(({ columns }) => cell(columns))) + again;
}

function valueAt(ask: Ask, calc: Calc, cutoff: string): number {
  const narrowed = {
    ...noFilter,
    subcategories: only(calc.subcategory),
    types: only(calc.type),
    tags: only(calc.tag),
  };
  if (calc.of === 'needs') return needsOf(ask(narrowed, cutoff), calc);
  const { totals, types } = ask(
    {
      ...narrowed,
      regions: calc.region ?? [],
      categories: only(calc.category),
      articles: only(calc.article),
    },
    cutoff,
  );
  if (calc.of === 'states') return totals.statesWithNeeds;
  if (calc.of === 'states_completed') return totals.summaries;
  return types.find(({ region }) => region === null)!.mentions;
}

const valueOf = (ask: Ask, { cutoff, previousCutoff }: PublishedNote, calc: Calc): number =>
  valueAt(ask, calc, cutoff) -
  (calc.since && previousCutoff ? valueAt(ask, calc, previousCutoff) : 0);

/**
 * R4: whole percentages that add up to 100, the largest remainders rounded up; the earlier of equal
 * ones first.
 */
export function largestRemainders(parts: readonly number[]): number[] {
  const whole = add(parts);
  if (whole === 0) return parts.map(() => 0);
  const shares = parts.map((n) => Math.floor((100 * n) / whole));
  const remainders = parts
    .map((n, at) => ({ at, rest: (100 * n) % whole }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of remainders.slice(0, 100 - add(shares))) shares[at]! += 1;
  return shares;
}

function ruled(ask: Ask, note: PublishedNote, { rule, calc }: PublishedNumber): number | null {
  const { category, ...rest } = calc.num;
  if (rule !== 'R4' || !category) return null;
  const parts = categoryCodes.map((code) => valueOf(ask, note, { ...rest, category: code }));
  return largestRemainders(parts)[categoryCodes.indexOf(category)]!;
}

/**
 * A number of the note beside the register's. What the note contradicts by its own numbers stays a
 * contradiction whatever the register holds.
 */
export function check(ask: Ask, note: PublishedNote, number: PublishedNumber): Checked {
  const { value, comparison, rule, contradiction, calc } = number;
  const n = valueOf(ask, note, calc.num);
  const of = calc.den ? valueOf(ask, note, calc.den) : null;
  const found = of === null ? n : percent(n, of);
  const byRule = ruled(ask, note, number);
  const isGreater = of === null ? n > value : 100 * n > value * of;
  const agrees = comparison === 'gt' ? isGreater : (byRule ?? found) === value;
  const verdictOf = (): Verdict => {
    if (contradiction) return 'contradiction';
    if (!agrees) return 'differs';
    return isSpecial(rule) ? 'by-rule' : 'same';
  };
  return { number, n, of, found, byRule, verdict: verdictOf() };
}
