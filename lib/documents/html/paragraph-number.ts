import type { Locale } from '#lib/convention/names';

/** The number of a paragraph as in documents of the United Nations: `12.`, in Arabic `12-`. */
export const paragraphNumber = (locale: Locale, number: number): string =>
  locale === 'ar' ? `${number}-` : `${number}.`;
