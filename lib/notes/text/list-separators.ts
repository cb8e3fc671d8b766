import type { Locale } from '#lib/convention/names';

const bracketed = /[(（][^()（）]*[)）]/gu;
const comma = /[,،、，;；؛]/u;
/** Words that join, in the languages where they are words of their own. */
const conjunctions: Readonly<Partial<Record<Locale, RegExp>>> = {
  en: /\b(?:and|or)\b/u,
  es: / (?:y|e|o) /u,
  fr: / (?:et|ou) /u,
  ru: / (?:и|или) /u,
  zh: /[和或]/u,
};

const semicolons: Readonly<Record<Locale, readonly [between: string, last: string]>> = {
  ar: ['؛ ', '؛ و'],
  en: ['; ', '; and '],
  es: ['; ', '; y '],
  fr: ['\u00a0; ', '\u00a0; et '],
  ru: ['; ', '; и '],
  zh: ['；', '；'],
};

const isJoined = (locale: Locale, item: string): boolean =>
  comma.test(item) || (conjunctions[locale]?.test(item) ?? false);

/**
 * The separators of a list whose items could not be told apart by commas: between items, and before
 * the last. Null where commas do.
 */
export function listSeparators(
  locale: Locale,
  items: readonly string[],
): ((at: number) => string) | null {
  const isInner = items.some((item) => isJoined(locale, item.replaceAll(bracketed, '')));
  const isBracketed = items.length > 2 && items.some((item) => comma.test(item));
  if (items.length < 2 || (!isInner && !isBracketed)) return null;
  // The names of regional groups have conjunctions too; two of them need no semicolon.
  if (items.length === 2 && !items.some((item) => comma.test(item))) return null;
  const [between, last] = semicolons[locale];
  return (at) => (at === items.length - 1 ? last : between);
}
