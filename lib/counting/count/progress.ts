import { articlesOfChapter } from '#lib/convention/articles';
import { chaptersOfCycle, type Cycle } from '#lib/convention/chapters';
import { regionCodes, type Region } from '#lib/convention/regions';
import type { Status } from '#lib/needs/model/vocabulary';

/**
 * Needs by status; `entered`: all but the withdrawn ones. `unanswered`: articles without an answer.
 */
export type ProgressCounts = Readonly<{
  entered: number;
  byStatus: Readonly<Partial<Record<Status, number>>>;
  unanswered: number;
}>;
export type ReviewProgress = Readonly<{
  id: string;
  stateCode: string;
  region: Region;
  cycle: Cycle;
  closed: boolean;
}> &
  ProgressCounts;
export type RegionProgress = Readonly<{ region: Region; reviews: number }> & ProgressCounts;

const noCounts: ProgressCounts = { entered: 0, byStatus: {}, unanswered: 0 };
const addCounts = (a: ProgressCounts, b: ProgressCounts): ProgressCounts => ({
  entered: a.entered + b.entered,
  unanswered: a.unanswered + b.unanswered,
  byStatus: Object.fromEntries(
    [...new Set([...Object.keys(a.byStatus), ...Object.keys(b.byStatus)] as Status[])].map(
      (status) => [status, (a.byStatus[status] ?? 0) + (b.byStatus[status] ?? 0)],
    ),
  ),
});

/**
 * Returns the progress of one review: its needs by status, and the number of unanswered articles of
 * its cycle.
 */
export const progressCounts = (
  cycle: Cycle,
  byStatus: ProgressCounts['byStatus'],
  answered: ReadonlySet<number>,
): ProgressCounts => ({
  byStatus,
  entered: Object.entries(byStatus).reduce(
    (sum, [status, n]) => (status === 'withdrawn' ? sum : sum + n),
    0,
  ),
  unanswered: chaptersOfCycle(cycle)
    .flatMap((chapter) => articlesOfChapter(chapter))
    .filter((article) => !answered.has(article)).length,
});

/** Sums up the progress by region, in the order of the regions, with zeros. */
export const progressByRegion = (reviews: readonly ReviewProgress[]): RegionProgress[] =>
  regionCodes.map((region) => {
    const reviewsOfRegion = reviews.filter((review) => review.region === region);
    return {
      region,
      reviews: reviewsOfRegion.length,
      ...reviewsOfRegion.reduce<ProgressCounts>(addCounts, noCounts),
    };
  });

/** The steps of a need whose duration is measured, in whole calendar days. */
const timedSteps = ['submit', 'approve', 'correct'] as const;
export type TimedStep = (typeof timedSteps)[number];
export type StepDuration = Readonly<{ region: Region; step: TimedStep; days: number }>;

/** The fewest needs for which durations are shown: fewer could be those of one State. */
export const minimumNeeds = 5;

/** Returns a percentile by nearest rank; null where there are too few numbers. */
export function percentile(numbers: readonly number[], share: number): number | null {
  if (numbers.length < minimumNeeds) return null;
  return numbers.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * numbers.length) - 1)]!;
}

export type StepStatistics = Readonly<{
  region: Region;
  step: TimedStep;
  needs: number;
  median: number | null;
  ninety: number | null;
}>;

/** Returns the median and the 90th percentile of the days of each step, by region. */
export const stepStatisticsByRegion = (taken: readonly StepDuration[]): StepStatistics[] =>
  regionCodes.flatMap((region) =>
    timedSteps.map((step) => {
      const days = taken
        .filter((each) => each.region === region && each.step === step)
        .map((each) => each.days);
      return {
        region,
        step,
        needs: days.length,
        median: percentile(days, 0.5),
        ninety: percentile(days, 0.9),
      };
    }),
  );
