import { chapterOfArticle, type Chapter } from '#lib/convention/chapters';
import { isThemeAbout } from '#lib/assistance/matches/theme-articles';
import {
  activityKinds,
  themes,
  type Activity,
  type ActivityKind,
  type ReportedNumber,
  type Theme,
} from '#lib/assistance/activities/vocabulary';

/**
 * A counting period: activities that were going on after `since`, the cut-off date of the previous
 * edition, and had begun by `cutoff`.
 */
export type CountPeriod = Readonly<{
  since?: string;
  cutoff: string;
  /** Planned activities begin by this date; missing: whenever they begin. */
  plannedUntil?: string;
  /** Only activities about one of these chapters; missing: all. */
  chapters?: readonly Chapter[];
}>;
export type ActivityToCount = Readonly<{ reference: string; content: Activity }>;
/** An activity with a description, as the note prints it. */
export type DescribedActivity = Readonly<{ reference: string; content: Activity }>;
export type SourcedNumber = ReportedNumber & Readonly<{ reference: string }>;

type AssistanceCount = Readonly<{
  /** Activities completed or under way. Planned ones are counted separately. */
  activities: number;
  planned: number;
  /** Codes of the distinct recipient States. A host is not a recipient. */
  states: readonly string[];
  beneficiaries: number;
  kinds: readonly Readonly<{ kind: ActivityKind; activities: number }>[];
  /** Reported numbers, never added up: the countries of two activities may be the same. */
  totals: readonly SourcedNumber[];
  /** Reported numbers of planned activities. */
  plannedTotals: readonly SourcedNumber[];
  /** Those with a description, planned ones among them, by reference. */
  described: readonly DescribedActivity[];
  /** The articles that activities are about, planned ones left out. */
  articles: readonly number[];
}>;
export type AssistanceCounter = (theme: Theme | null, period: CountPeriod) => AssistanceCount;

const isGiven = ({ status }: Activity) => status === 'completed' || status === 'under-way';

/** An unknown date excludes nothing: the activity may lie in the period. */
const isInPeriod = ({ from, until }: Activity, { since, cutoff }: CountPeriod) =>
  (from === null || from <= cutoff) && (until === null || since === undefined || until > since);

/**
 * Whether an activity is about one of these chapters: by its articles, or, where it names none, by
 * those that its theme covers.
 */
const isAbout = ({ articles, theme }: Activity, chapters: readonly Chapter[] | undefined) => {
  if (chapters === undefined) return true;
  if (articles.length > 0)
    return articles.some((article) => chapters.includes(chapterOfArticle(article)!));
  return isThemeAbout(theme, chapters);
};

/** Returns a function that counts these activities by theme and period. */
export const assistanceCounter =
  (activities: readonly ActivityToCount[]): AssistanceCounter =>
  (theme, period) => {
    const inTheme = activities.filter(
      ({ content }) =>
        (theme === null || content.theme === theme) && isAbout(content, period.chapters),
    );
    const counted = inTheme.filter(
      ({ content }) => isGiven(content) && isInPeriod(content, period),
    );
    // Planned activities begin after the cut-off date, so only their end can exclude them.
    const planned = inTheme.filter(
      ({ content: { status, from, until } }) =>
        status === 'planned' &&
        (from === null || period.plannedUntil === undefined || from <= period.plannedUntil) &&
        (until === null || period.since === undefined || until > period.since),
    );
    const reportedNumbers = (activities: readonly ActivityToCount[]) =>
      activities.flatMap(({ reference, content }) =>
        content.numbers.map((number) => ({ ...number, reference })),
      );
    return {
      activities: counted.length,
      planned: planned.length,
      states: [
        ...new Set(
          counted.flatMap(({ content }) =>
            content.states.flatMap(({ code, role }) => (role === 'recipient' ? [code] : [])),
          ),
        ),
      ].toSorted(),
      beneficiaries: counted.reduce((sum, { content }) => sum + (content.beneficiaries ?? 0), 0),
      kinds: activityKinds.map((kind) => ({
        kind,
        activities: counted.filter(({ content }) => content.kind === kind).length,
      })),
      totals: reportedNumbers(counted),
      plannedTotals: reportedNumbers(planned),
      described: inTheme.filter(
        (each) =>
          each.content.description !== null && (counted.includes(each) || planned.includes(each)),
      ),
      articles: [...new Set(counted.flatMap(({ content }) => content.articles))].toSorted(
        (a, b) => a - b,
      ),
    };
  };

export type ThemeCount = Readonly<{ theme: Theme } & AssistanceCount>;
/** Counts every theme, in the order of the note. */
export const countByTheme = (counter: AssistanceCounter, period: CountPeriod): ThemeCount[] =>
  themes.map((theme) => ({ theme, ...counter(theme, period) }));
