import { count } from '#lib/summaries/count';
import type { Facts } from '#lib/summaries/facts';
import { countedReviews, type Filter } from '#lib/summaries/filter';
import type { Count } from '#lib/summaries/numbers';

export type Unit = 'year' | 'half-year';
/** `half`: the first or second half of the year; null: the whole of it. */
export type Period = Readonly<{ year: number; half: 1 | 2 | null; /** `YYYYMMDD`: the day before it begins, and its last. */ after: number; until: number }>;
/** What summaries completed within a period brought, and what all completed by its end hold together. */
export type Trend = Readonly<{ period: Period; within: Count; together: Count }>;

const periodOf = (date: number, unit: Unit): Period => {
  const year = Math.floor(date / 10_000);
  if (unit === 'year') return { year, half: null, after: (year - 1) * 10_000 + 1231, until: year * 10_000 + 1231 };
  return date % 10_000 <= 630 ? { year, half: 1, after: (year - 1) * 10_000 + 1231, until: year * 10_000 + 630 } : { year, half: 2, after: year * 10_000 + 630, until: year * 10_000 + 1231 };
};

/** The periods from the first completed summary to the last one, those without any included; none where there is no summary. */
export function periodsOf(dates: readonly number[], unit: Unit): Period[] {
  const sorted = dates.toSorted((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const periods = [periodOf(first, unit)];
  while (periods.at(-1)!.until < last) {
    const { until } = periods.at(-1)!;
    periods.push(periodOf(until % 10_000 === 1231 ? (until + 10_000) - 1231 + 101 : until + 71, unit));
  }
  return periods;
}

/** Needs and summaries by the period in which summaries were completed. Each period is counted by itself: States are never added up. */
export function trends(facts: Facts, filter: Filter, unit: Unit): Trend[] {
  const { region } = countedReviews(facts, filter);
  const dates = facts.reviews.filter((_, row) => region[row]! >= 0).map(({ completedOn }) => completedOn);
  return periodsOf(dates, unit).map((period) => {
    const cutoff = Math.min(filter.cutoff, period.until);
    return { period, within: count(facts, { ...filter, after: period.after, cutoff }), together: count(facts, { ...filter, cutoff }) };
  });
}

/** Needs for each summary, in tenths, half up; null where there is no summary. */
export const perSummary = (needs: number, summaries: number): number | null => (summaries === 0 ? null : Math.floor((20 * needs + summaries) / (2 * summaries)) / 10);

/** From how many needs on a trend is drawn; fewer are shown as numbers alone. */
export const enoughToDraw = 30;
