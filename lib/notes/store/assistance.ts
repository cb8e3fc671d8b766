import 'server-only';
import type { Actor } from '#lib/base/actor';
import { loadAssistanceCounter } from '#lib/assistance/counts/load-counts';
import type { SourcedNumber } from '#lib/assistance/counts/count';
import { isTheme, themes, themeName as nameOfTheme } from '#lib/assistance/activities/vocabulary';
import type { Locale } from '#lib/convention/names';
import type { AssistanceCounts, ReportedNumber } from '#lib/notes/model/assistance-counts';
import type { Edition } from '#lib/notes/model/edition';

const noAssistance: AssistanceCounts = {
  activities: 0,
  planned: 0,
  states: [],
  beneficiaries: 0,
  reported: [],
  plannedReported: [],
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

/**
 * Returns the counts of assistance for an edition: all activities recorded at the revision that had
 * begun by the date of the document; with `since`, those that went on after the previous cut-off.
 */
export async function assistanceAt(
  actor: Actor,
  revision: number,
  {
    cutoff,
    documentDate,
    previousCutoff,
  }: Pick<Edition, 'cutoff' | 'documentDate' | 'previousCutoff'>,
): Promise<(theme: string | null, since: boolean) => AssistanceCounts> {
  const count = await loadAssistanceCounter({ ...actor, role: 'system' }, revision);
  return (theme, since) => {
    if (theme !== null && !isTheme(theme)) return noAssistance;
    const {
      totals,
      plannedTotals: aheadTotals,
      ...counted
    } = count(theme, {
      cutoff: documentDate > cutoff ? documentDate : cutoff,
      ...(since && previousCutoff ? { since: previousCutoff } : {}),
    });
    return {
      ...counted,
      reported: reportedNumbers(totals),
      plannedReported: reportedNumbers(aheadTotals),
    };
  };
}

export const themeCodes: readonly string[] = themes;
export const themeName = (code: string, locale: Locale): string =>
  isTheme(code) ? nameOfTheme(code, locale) : code;
