import type { Locale } from '#lib/convention/names';

/** What a need says in the words of its author: what a translation is made of. */
export type Original = Readonly<{
  text: string | null;
  quote: string | null;
  language: Locale | null;
}>;

/** A stored translation with the original that it was made of. */
export type StoredTranslation = Readonly<{
  locale: Locale;
  /** Numbered from 1 for each need and language. */
  number: number;
  /** The version of the need that it translates. */
  ofVersion: number;
  text: string | null;
  quote: string | null;
  by: string;
  at: string;
  original: Original;
  /** Whether those who see approved versions only may have seen that original. */
  wasShown: boolean;
}>;

/** A translation as a reader sees it; `outdated` where the original has changed since. */
export type Translation = Omit<StoredTranslation, 'original' | 'wasShown'> &
  Readonly<{ state: 'current' | 'outdated' }>;

/** Whether two versions of a need say the same. */
const isSame = (a: Original, b: Original) =>
  a.text === b.text && a.quote === b.quote && a.language === b.language;

/**
 * The translation of a version of a need, out of all stored ones of one language: the last that was
 * made of what this version says, else the last of an earlier version. Neither one of a later version
 * that says something else, nor for readers of approved versions one of a draft, is shown: it would
 * tell what its original said.
 */
export function translationOf(
  version: Original & Readonly<{ version: number; working: boolean }>,
  stored: readonly StoredTranslation[],
): Translation | undefined {
  const latestFirst = stored
    .filter(({ locale }) => locale !== version.language)
    .toSorted((a, b) => b.number - a.number);
  const isEarlier = ({ ofVersion, wasShown }: StoredTranslation) =>
    ofVersion < version.version && (version.working || wasShown);
  const current = latestFirst.find(({ original }) => isSame(original, version));
  const found = current ?? latestFirst.find(isEarlier);
  if (!found || (found.text === null && found.quote === null)) return undefined;
  const { original: _original, wasShown: _wasShown, ...translation } = found;
  return { ...translation, state: current ? 'current' : 'outdated' };
}

/** Returns the number of the last translation of a need into a language; 0 where there is none. */
export const lastNumberOf = (
  stored: readonly StoredTranslation[] | undefined,
  wanted: Locale,
): number =>
  Math.max(
    0,
    ...(stored ?? []).filter(({ locale }) => locale === wanted).map(({ number }) => number),
  );
