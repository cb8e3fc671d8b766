import type { Locale, Names } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import data from './states.json' with { type: 'json' };

/**
 * A State or other party known to the register: alpha-3 code (EUE for the European Union), M49
 * code, regional group and UN names.
 */
export type ConventionState = Readonly<{
  code: string;
  m49: string | null;
  region: Region | null;
  names: Names;
}>;

/**
 * The States Members of the United Nations and the other parties to the Convention, in English
 * alphabetical order.
 */
export const conventionStates = data as readonly ConventionState[];

const byCode: ReadonlyMap<string, ConventionState> = new Map(
  conventionStates.map((state) => [state.code, state]),
);

/** The State that bears a code, or undefined for any other code. */
export const conventionState = (code: string): ConventionState | undefined => byCode.get(code);

/** The Arabic article, which does not count in the order of names. */
const arabicArticle = /^\u0627\u0644/u;

/**
 * Returns how the names of States are ordered in a language: by its alphabet, in Chinese by pinyin,
 * in Arabic without the article.
 */
export function compareStateNames(locale: Locale): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(locale);
  if (locale !== 'ar') return compare;
  return (a, b) =>
    compare(a.replace(arabicArticle, ''), b.replace(arabicArticle, '')) || compare(a, b);
}

/**
 * The UN name of a State in one language. Any other code, such as the placeholder AFR-01, is its
 * own name.
 */
export const stateName = (code: string, locale: Locale): string =>
  byCode.get(code)?.names[locale] ?? code;
