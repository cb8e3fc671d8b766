import 'server-only';
import type { Actor } from '#lib/base/actor';
import { assistanceCounts } from '#lib/assistance/activities/counts';
import type { NumberReported } from '#lib/assistance/activities/tally';
import { isTheme, themes, themeName as nameOfTheme } from '#lib/assistance/activities/vocabulary';
import type { Locale } from '#lib/convention/names';
import type { Assisted, ReportedNumber } from '#lib/notes/model/assisted';
import type { Edition } from '#lib/notes/edition';

const none: Assisted = {
  activities: 0,
  planned: 0,
  states: [],
  beneficiaries: 0,
  reported: [],
  ahead: [],
};

/** What was counted from a list of States says what their names say already. */
const told = (numbers: readonly NumberReported[]): ReportedNumber[] =>
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
 * The assistance that an edition tells of: all that was recorded at the revision and had begun by
 * the date of the document; `since`: that went on after the previous note's cut-off.
 */
export async function assistedAt(
  actor: Actor,
  revision: number,
  {
    cutoff,
    documentDate,
    previousCutoff,
  }: Pick<Edition, 'cutoff' | 'documentDate' | 'previousCutoff'>,
): Promise<(theme: string | null, since: boolean) => Assisted> {
  const count = await assistanceCounts({ ...actor, role: 'system' }, revision);
  return (theme, since) => {
    if (theme !== null && !isTheme(theme)) return none;
    const { totals, aheadTotals, ...counted } = count(theme, {
      cutoff: documentDate > cutoff ? documentDate : cutoff,
      ...(since && previousCutoff ? { since: previousCutoff } : {}),
    });
    return { ...counted, reported: told(totals), ahead: told(aheadTotals) };
  };
}

export const themeCodes: readonly string[] = themes;
export const themeName = (code: string, locale: Locale): string =>
  isTheme(code) ? nameOfTheme(code, locale) : code;
