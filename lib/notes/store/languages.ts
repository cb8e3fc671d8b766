import { locales, type Locale } from '#lib/convention/names';
import type { Edition } from '#lib/notes/model/edition';

/** The languages of an edition, in the order of the register. */
export const languagesOf = ({ languages }: Pick<Edition, 'languages'>): Locale[] =>
  locales.filter((locale) => languages.includes(locale));
