import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

export const directionOf = (locale: Locale): 'rtl' | 'ltr' => (locale === 'ar' ? 'rtl' : 'ltr');

/** How what a person entered is marked in HTML: by its language, else by its own letters. */
export const writtenIn = (
  language: Locale | null | undefined,
): Readonly<{ lang: Locale | undefined; dir: 'rtl' | 'ltr' | 'auto' }> => ({
  lang: language ?? undefined,
  dir: language ? directionOf(language) : 'auto',
});

/** The names of the languages, each in itself. */
export const languageNames: Readonly<Record<Locale, string>> = {
  ar: 'العربية',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
  zh: '中文',
};

/** The limits that messages of errors name, so that each language groups their digits in its way. */
const limits: Readonly<Record<string, number>> = {
  'errors.textTooLong': 2000,
  'errors.quoteTooLong': 2000,
  'needTranslations.errors.tooLong': 4000,
  'errors.reasonTooLong': 2000,
  'errors.sourceTooLong': 2_000_000,
  'errors.commentTooLong': 4000,
  'errors.tooManyToDecide': 10_000,
  'errors.pageNumber': 9999,
  'notes.errors.commentTooLong': 2000,
  'notes.errors.textTooLong': 50_000,
  'assistance.errors.descriptionTooLong': 4000,
};

type ErrorKey = Extract<Parameters<Translate>[0], `errors.${string}`>;

/** The message of a field's error, by the key that its schema has given. */
export function errorText(t: Translate, message: string): string {
  // A key with a dot is a message of its own area: `secondCoding.errors.share`.
  const key = (message.includes('.') ? message : `errors.${message}`) as ErrorKey;
  if (!t.has(key)) return t('errors.unreadable');
  return (t as (key: ErrorKey, values: { max?: number }) => string)(key, { max: limits[key] });
}
