import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

export const directionOf = (locale: Locale): 'rtl' | 'ltr' => (locale === 'ar' ? 'rtl' : 'ltr');

/** Each language by its own name. */
export const languageNames: Readonly<Record<Locale, string>> = {
  ar: 'العربية',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
  zh: '中文',
};

type ErrorKey = Extract<Parameters<Translate>[0], `errors.${string}`>;

/** The text of a field's error, whose key comes from a schema. */
export function errorText(t: Translate, message: string): string {
  // A slice may keep its own under its own name: `secondCoding.errors.share`.
  const key = (message.includes('.') ? message : `errors.${message}`) as ErrorKey;
  return t.has(key) ? (t as (key: ErrorKey) => string)(key) : t('errors.unreadable');
}
