import { articlesOfChapter } from '#lib/convention/articles';
import { chaptersOfCycle, type Cycle } from '#lib/convention/chapters';
import { regionCodes, type Region } from '#lib/convention/regions';
import type { Status } from '#lib/needs/model/vocabulary';

/** Needs by their status; `entered`: all but those withdrawn. */
export type Standing = Readonly<{
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
  Standing;
export type RegionProgress = Readonly<{ region: Region; reviews: number }> & Standing;

const nothing: Standing = { entered: 0, byStatus: {}, unanswered: 0 };
const added = (a: Standing, b: Standing): Standing => ({
  entered: a.entered + b.entered,
  unanswered: a.unanswered + b.unanswered,
  byStatus: Object.fromEntries(
    [...new Set([...Object.keys(a.byStatus), ...Object.keys(b.byStatus)] as Status[])].map(
      (status) => [status, (a.byStatus[status] ?? 0) + (b.byStatus[status] ?? 0)],
    ),
  ),
});

/**
 * Where one review stands: its needs by status, and the articles of its cycle that nothing answers.
 */
export const standingOf = (
  cycle: Cycle,
  byStatus: Standing['byStatus'],
  answered: ReadonlySet<number>,
): Standing => ({
  byStatus,
  entered: Object.entries(byStatus).reduce(
    (sum, [status, n]) => (status === 'withdrawn' ? sum : sum + n),
    0,
  ),
  unanswered: chaptersOfCycle(cycle)
    .flatMap((chapter) => articlesOfChapter(chapter))
    .filter((article) => !answered.has(article)).length,
});

/** The same by region, in their one order, with zeros. */
export const byRegion = (reviews: readonly ReviewProgress[]): RegionProgress[] =>
  regionCodes.map((region) => {
    const here = reviews.filter((review) => review.region === region);
    return { region, reviews: here.length, ...here.reduce<Standing>(added, nothing) };
  });

/** One step that a need took, in whole days by the calendar. */
export const steps = ['submit', 'approve', 'correct'] as const;
export type Step = (typeof steps)[number];
export type Taken = Readonly<{ region: Region; step: Step; days: number }>;

/** From how many needs on days are shown: fewer could be one State's. */
export const leastNeeds = 5;

/**
 * The value below or at which this share of the numbers lies, by nearest rank; null where there are
 * too few.
 */
export function percentile(numbers: readonly number[], share: number): number | null {
  if (numbers.length < leastNeeds) return null;
  return numbers.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * numbers.length) - 1)]!;
}

export type StepDays = Readonly<{
  region: Region;
  step: Step;
  needs: number;
  median: number | null;
  ninety: number | null;
}>;

/** Median and 90th percentile of the days of each step, by region. */
export const daysByRegion = (taken: readonly Taken[]): StepDays[] =>
  regionCodes.flatMap((region) =>
    steps.map((step) => {
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
