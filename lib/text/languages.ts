import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

export const directionOf = (locale: Locale): 'rtl' | 'ltr' => (locale === 'ar' ? 'rtl' : 'ltr');

/** The names of the languages, each in itself. */
export const languageNames: Readonly<Record<Locale, string>> = {
  ar: 'العربية',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
  zh: '中文',
};

type ErrorKey = Extract<Parameters<Translate>[0], `errors.${string}`>;

/** The message of a field's error, by the key that its schema has given. */
export function errorText(t: Translate, message: string): string {
  // A key with a dot is a message of its own area: `secondCoding.errors.share`.
  const key = (message.includes('.') ? message : `errors.${message}`) as ErrorKey;
  return t.has(key) ? (t as (key: ErrorKey) => string)(key) : t('errors.unreadable');
}
