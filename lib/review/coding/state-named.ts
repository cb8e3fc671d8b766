import { locales, type Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { folded } from '#lib/text/folding';
import { escapePattern } from '#lib/text/escape';

/** Arabic and Chinese write particles onto a name, Russian changes its ending. */
const joined: ReadonlySet<Locale> = new Set(['ar', 'zh']);
const stem = (name: string, locale: Locale) =>
  locale === 'ru' ? name.replace(/[аеиийоуыьэюя]$/u, '') : name;
const short = (name: string) => name.replace(/\s*\([^)]*\)/g, '');

/**
 * Whether a text names the State, in whichever of the six languages, by its full name or without
 * what stands in brackets, or by its code.
 */
export function namesState(text: string, code: string): boolean {
  const words = folded(text);
  return locales.some((locale) =>
    [stateName(code, locale), short(stateName(code, locale))].some((name) => {
      const wanted = escapePattern(stem(folded(name), locale));
      return new RegExp(
        name !== code && joined.has(locale)
          ? wanted
          : `(?<![\\p{L}\\p{N}])${wanted}${name !== code && locale === 'ru' ? '' : '(?![\\p{L}\\p{N}])'}`,
        'u',
      ).test(words);
    }),
  );
}
