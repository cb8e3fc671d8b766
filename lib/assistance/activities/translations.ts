import { locales, type Locale } from '#lib/convention/names';
import type { Activity, TranslatedText } from '#lib/assistance/activities/vocabulary';

type Described = Pick<Activity, 'description' | 'language' | 'translations'>;

/** What a form says of the translations of a description. */
export type GivenTranslations = Readonly<{
  texts: Readonly<Partial<Record<Locale, string>>>;
  /** The languages whose text is confirmed to say what the description says now. */
  confirmed: readonly string[];
}>;

/**
 * The state of the description in a language: `source` is the language that it was written in, and
 * an `outdated` text is a translation of an earlier description.
 */
export type TranslationState = 'source' | 'current' | 'outdated' | 'missing';

export function translationState(
  { description, language, translations = {} }: Described,
  locale: Locale,
): TranslationState {
  if (locale === language) return 'source';
  const own = translations[locale];
  if (!own) return 'missing';
  return own.from === description ? 'current' : 'outdated';
}

/** The description in a language, else as it was written; null where there is none. */
export function descriptionIn(
  { description, language, translations = {} }: Described,
  locale: Locale,
): Readonly<{ text: string; language: Locale }> | null {
  if (description === null) return null;
  const own = locale === language ? undefined : translations[locale];
  return own ? { text: own.text, language: locale } : { text: description, language };
}

/**
 * The translations after a change. A text that was not changed stays a translation of the
 * description that it was made of, unless it is confirmed. What is not given stays as it was.
 */
export function changedTranslations(
  { description, language }: Pick<Activity, 'description' | 'language'>,
  before: Activity['translations'] = {},
  given?: GivenTranslations,
): Activity['translations'] {
  const kept = locales.flatMap((locale): [Locale, TranslatedText][] => {
    if (description === null || locale === language) return [];
    const was = before[locale];
    const text = given?.texts[locale] ?? was?.text ?? '';
    if (text === '') return [];
    const isKept = was?.text === text && !given?.confirmed.includes(locale);
    return [[locale, isKept ? was : { text, from: description }]];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
