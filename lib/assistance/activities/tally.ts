import {
  kinds,
  themes,
  type Activity,
  type Kind,
  type Reported,
  type Theme,
} from '#lib/assistance/activities/vocabulary';

/**
 * A period of counting: what was going on after `since`, the cut-off of the edition before, and had
 * begun by `cutoff`.
 */
export type Period = Readonly<{ since?: string; cutoff: string }>;
export type ActivityCounted = Readonly<{ reference: string; content: Activity }>;
export type NumberReported = Reported & Readonly<{ reference: string }>;

export type AssistanceCount = Readonly<{
  /** Activities completed or under way. Those planned are counted beside them, never among them. */
  activities: number;
  planned: number;
  /** Distinct recipients that are named, by code. Hosts are not assisted by being hosts. */
  states: readonly string[];
  beneficiaries: number;
  kinds: readonly Readonly<{ kind: Kind; activities: number }>[];
  /**
   * Numbers as they were reported, never added up: the countries of two activities may be the same.
   */
  totals: readonly NumberReported[];
  /** The same of what is planned. */
  aheadTotals: readonly NumberReported[];
}>;
export type CountAssistance = (theme: Theme | null, period: Period) => AssistanceCount;

const given = ({ status }: Activity) => status === 'completed' || status === 'under-way';

/** A date that is not known excludes nothing: such an activity may lie in the period. */
const within = ({ from, until }: Activity, { since, cutoff }: Period) =>
  (from === null || from <= cutoff) && (until === null || since === undefined || until > since);

/** Counts of assistance from the activities as they stood. */
export const tally =
  (all: readonly ActivityCounted[]): CountAssistance =>
  (theme, period) => {
    const ofTheme = all.filter(({ content }) => theme === null || content.theme === theme);
    const counted = ofTheme.filter(({ content }) => given(content) && within(content, period));
    // What is planned lies ahead of the cut-off, so that only its end can exclude it.
    const planned = ofTheme.filter(
      ({ content: { status, until } }) =>
        status === 'planned' &&
        (until === null || period.since === undefined || until > period.since),
    );
    const reported = (activities: readonly ActivityCounted[]) =>
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
      totals: reported(counted),
      aheadTotals: reported(planned),
    };
  };

export type ThemeCount = Readonly<{ theme: Theme } & AssistanceCount>;
/** Every theme with its count, in the order of the note. */
export const tallyByTheme = (count: CountAssistance, period: Period): ThemeCount[] =>
  themes.map((theme) => ({ theme, ...count(theme, period) }));
