import type { Translate } from '#lib/text/i18n';

/**
 * What reported numbers count, where it has a name in all languages. Another unit stays as it was
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
 * `17 countries`; `25 laptops` where the unit has no names of its own. `number` is `count` as the
 * language writes it.
 */
export const numberOfUnit = (t: Translate, unit: string, count: number, number: string): string =>
  isUnit(unit) ? t(`assistance.units.${unit}`, { count }) : `${number} ${unit}`;

/** A number before a unit, and the measure word that Chinese puts between them. */
const numbering = /[\p{Nd}\p{Zs}.,’]*\p{Nd}[个名项次所期]?/u;
/** The name of a unit as it stands after a number. */
export const unitName = (t: Translate, unit: string, count: number): string =>
  isUnit(unit) ? t(`assistance.units.${unit}`, { count }).replace(numbering, '').trim() : unit;
