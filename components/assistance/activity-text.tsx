import type { Activity, StateRole } from '#lib/assistance/activities/vocabulary';
import type { Locale } from '#lib/convention/names';
import { regionShortName } from '#lib/convention/regions';
import { stateName } from '#lib/convention/states';
import { formatDate, formatList, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

/** The period of an activity: as its source gives it, else its dates. */
export function periodText(
  locale: Locale,
  t: Translate,
  { from, until, period }: Pick<Activity, 'from' | 'until' | 'period'>,
): string {
  if (period) return period;
  if (from && from === until) return formatDate(locale, from);
  if (from && until)
    return t('assistance.fromTo', {
      from: formatDate(locale, from),
      until: formatDate(locale, until),
    });
  if (from) return t('assistance.since', { date: formatDate(locale, from) });
  return until
    ? t('assistance.untilDate', { date: formatDate(locale, until) })
    : t('assistance.notDated');
}

/** The names of the States that have this role, in the order of the language. */
export const statesText = (locale: Locale, states: Activity['states'], role: StateRole): string =>
  formatList(
    locale,
    states
      .filter((each) => each.role === role)
      .map(({ code }) => stateName(code, locale))
      .toSorted(new Intl.Collator(locale).compare),
  );

const mostPlaces = 4;

/** The places of an activity in short: its first States, else its areas or regions. */
export function shortPlaces(
  locale: Locale,
  { states, areas, regions }: Pick<Activity, 'states' | 'areas' | 'regions'>,
): string {
  const names = [...new Set(states.map(({ code }) => stateName(code, locale)))];
  const regionNames = regions.map((region) => regionShortName(region, locale));
  const wider = areas.length > 0 ? areas : regionNames;
  const places = names.length > 0 ? names : wider;
  return places.length > mostPlaces
    ? `${places.slice(0, mostPlaces).join(', ')} … (${formatNumber(locale, places.length)})`
    : places.join(', ');
}
