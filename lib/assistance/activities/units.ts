import type { Translate } from '#lib/text/i18n';

/**
 * Units of reported numbers that have a name in all languages. Other units stay as they were
 * written.
 */
export const units = [
  'countries',
  'countries-not-named',
  'states-parties',
  'member-states',
  'jurisdictions',
  'contributing-countries',
  'contributing-experts',
  'practitioners',
  'officials',
  'academics',
  'students',
  'participants',
  'beneficiaries',
  'institutions',
  'higher-education-institutions',
  'authorities',
  'systems',
  'activities',
  'regional-events',
  'workshops',
  'summer-schools',
  'regional-platforms',
  'regional-hubs',
] as const;
export type Unit = (typeof units)[number];
export const isUnit = (code: string): code is Unit => units.some((unit) => unit === code);

/**
 * Formats `17 countries`, or `25 laptops` where the unit has no translations. `formatted` is
 * `count` in the notation of the language.
 */
export const formatUnitCount = (
  t: Translate,
  unit: string,
  count: number,
  formatted: string,
): string => (isUnit(unit) ? t(`assistance.units.${unit}`, { count }) : `${formatted} ${unit}`);

/** A number before a unit, with the measure word that Chinese puts between them. */
const numberBeforeUnit = /\p{Nd}(?:[\p{Zs}.,’]?\p{Nd})*[个名项次所期]?/u;
/** The name of a unit as it follows a number; of many where its words alone say how many. */
export function unitName(t: Translate, unit: string, count: number): string {
  if (!isUnit(unit)) return unit;
  const counted = t(`assistance.units.${unit}`, { count });
  const numbered = numberBeforeUnit.test(counted)
    ? counted
    : t(`assistance.units.${unit}`, { count: 100 });
  return numbered.replace(numberBeforeUnit, '').replace(/\s+/gu, ' ').trim();
}
