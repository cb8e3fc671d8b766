import 'server-only';
import type { Actor } from '#lib/base/actor';
import { loadAssistanceCounter } from '#lib/assistance/counts/load-counts';
import type { CountPeriod, DescribedActivity, SourcedNumber } from '#lib/assistance/counts/count';
import { descriptionIn, translationState } from '#lib/assistance/activities/translations';
import { isTheme, themes, themeName as nameOfTheme } from '#lib/assistance/activities/vocabulary';
import { chapterOfArticle, type Chapter } from '#lib/convention/chapters';
import { isThemeAbout } from '#lib/assistance/matches/theme-articles';
import type { Locale } from '#lib/convention/names';
import type {
  AssistanceCounts,
  PrintedActivity,
  ReportedNumber,
} from '#lib/notes/model/assistance-counts';
import type { Edition } from '#lib/notes/model/edition';

const noAssistance: AssistanceCounts = {
  activities: 0,
  planned: 0,
  states: [],
  beneficiaries: 0,
  reported: [],
  plannedReported: [],
  printed: [],
  articles: [],
};

/** Leaves out numbers counted from a list of States, since the note names those States. */
const reportedNumbers = (numbers: readonly SourcedNumber[]): ReportedNumber[] =>
  numbers.flatMap(({ value, qualifier, unit, reference: activity }) =>
    qualifier === 'counted'
      ? []
      : [
          {
            code: unit,
            n: value,
            activity,
            ...(qualifier === 'more-than' && { more: true as const }),
          },
        ],
  );

const printedActivity = ({ reference, content }: DescribedActivity): PrintedActivity => ({
  reference,
  part: content.part ?? 1,
  textIn: (locale) => descriptionIn(content, locale)?.text ?? '',
  stateIn: (locale) => translationState(content, locale),
});

/**
 * The period and the chapters whose assistance an edition reports: what had begun by the date of the
 * document, and what is planned to begin within a year of it. With `since`, only what went on after
 * the previous cut-off.
 */
function periodOf(
  edition: Pick<Edition, 'cutoff' | 'documentDate' | 'previousCutoff' | 'chapters'>,
  rules: number,
  since: boolean,
): CountPeriod {
  const { cutoff, documentDate, previousCutoff, chapters } = edition;
  const end = documentDate > cutoff ? documentDate : cutoff;
  return {
    cutoff: end,
    ...(since && previousCutoff && { since: previousCutoff }),
    ...(rules > 1 && { plannedUntil: yearAfter(end), chapters }),
  };
}

/** The same day of the next year, or the last of February. */
const yearAfter = (date: string): string => {
  const next = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  return next.endsWith('-02-29') ? next.replace(/29$/, '28') : next;
};

/** Returns the counts of assistance for an edition, as recorded at a revision. */
export async function assistanceAt(
  actor: Actor,
  revision: number,
  edition: Pick<Edition, 'cutoff' | 'documentDate' | 'previousCutoff' | 'chapters'>,
  rules: number,
): Promise<(theme: string | null, since: boolean) => AssistanceCounts> {
  const count = await loadAssistanceCounter({ ...actor, role: 'system' }, revision);
  return (theme, since) => {
    if (theme !== null && !isTheme(theme)) return noAssistance;
    const {
      totals,
      plannedTotals: aheadTotals,
      described,
      articles,
      ...counted
    } = count(theme, periodOf(edition, rules, since));
    return {
      ...counted,
      reported: reportedNumbers(totals),
      plannedReported: reportedNumbers(aheadTotals),
      printed: described.map(printedActivity),
      articles: articles
        .filter((article) => edition.chapters.includes(chapterOfArticle(article)!))
        .map(String),
    };
  };
}

export const themeCodes: readonly string[] = themes;

/** The themes whose assistance a note on these chapters reports, in the order of the note. */
export const themesAbout = (chapters: readonly Chapter[]): readonly string[] =>
  themes.filter((theme) => isThemeAbout(theme, chapters));
export const themeName = (code: string, locale: Locale): string =>
  isTheme(code) ? nameOfTheme(code, locale) : code;
