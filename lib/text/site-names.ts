import { locales } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';

/** The name of the register in each language. */
export const siteNames = (): string[] => locales.map((locale) => translator(locale)('site.name'));
