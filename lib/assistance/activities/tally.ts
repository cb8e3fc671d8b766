import {
  kinds,
  themes,
  type Activity,
  type Kind,
  type Reported,
  type Theme,
} from '#lib/assistance/activities/vocabulary';

/**
 * A counting period: activities that were going on after `since`, the cut-off date of the previous
 * edition, and had begun by `cutoff`.
 */
export type Period = Readonly<{ since?: string; cutoff: string }>;
export type ActivityCounted = Readonly<{ reference: string; content: Activity }>;
export type NumberReported = Reported & Readonly<{ reference: string }>;

export type AssistanceCount = Readonly<{
  /** Activities completed or under way. Planned ones are counted separately. */
  activities: number;
  planned: number;
  /** Codes of the distinct recipient States. A host is not a recipient. */
  states: readonly string[];
  beneficiaries: number;
  kinds: readonly Readonly<{ kind: Kind; activities: number }>[];
  /** Reported numbers, never added up: the countries of two activities may be the same. */
  totals: readonly NumberReported[];
  /** Reported numbers of planned activities. */
  aheadTotals: readonly NumberReported[];
}>;
export type CountAssistance = (theme: Theme | null, period: Period) => AssistanceCount;

const isGiven = ({ status }: Activity) => status === 'completed' || status === 'under-way';

/** An unknown date excludes nothing: the activity may lie in the period. */
const isInPeriod = ({ from, until }: Activity, { since, cutoff }: Period) =>
  (from === null || from <= cutoff) && (until === null || since === undefined || until > since);

/** Returns a function that counts these activities by theme and period. */
export const tally =
  (activities: readonly ActivityCounted[]): CountAssistance =>
  (theme, period) => {
    const inTheme = activities.filter(({ content }) => theme === null || content.theme === theme);
    const counted = inTheme.filter(
      ({ content }) => isGiven(content) && isInPeriod(content, period),
    );
    // Planned activities begin after the cut-off date, so only their end can exclude them.
    const planned = inTheme.filter(
      ({ content: { status, until } }) =>
        status === 'planned' &&
        (until === null || period.since === undefined || until > period.since),
    );
    const reportedNumbers = (activities: readonly ActivityCounted[]) =>
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
      kinds: kinds.map((kind) => ({
        kind,
        activities: counted.filter(({ content }) => content.kind === kind).length,
      })),
      totals: reportedNumbers(counted),
      aheadTotals: reportedNumbers(planned),
    };
  };

export type ThemeCount = Readonly<{ theme: Theme } & AssistanceCount>;
/** Counts every theme, in the order of the note. */
export const tallyByTheme = (counter: CountAssistance, period: Period): ThemeCount[] =>
  themes.map((theme) => ({ theme, ...counter(theme, period) }));
