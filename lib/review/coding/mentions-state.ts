import { locales, type Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { foldText } from '#lib/text/folding';
import { escapePattern } from '#lib/text/escape';

/** Arabic and Chinese write particles onto a name; Russian changes its ending. */
const withoutWordBorders: ReadonlySet<Locale> = new Set(['ar', 'zh']);
const stem = (name: string, locale: Locale) =>
  locale === 'ru' ? name.replace(/[аеиийоуыьэюя]$/u, '') : name;
const withoutBrackets = (name: string) => name.replace(/\s?\([^()]*\)/g, '');

/**
 * Whether a text mentions the State in one of the six languages, by its full name, by its name
 * without brackets, or by its code.
 */
export function mentionsState(text: string, code: string): boolean {
  const foldedText = foldText(text);
  return locales.some((locale) =>
    [stateName(code, locale), withoutBrackets(stateName(code, locale))].some((name) => {
      const pattern = escapePattern(stem(foldText(name), locale));
      return new RegExp(
        name !== code && withoutWordBorders.has(locale)
          ? pattern
          : `(?<![\\p{L}\\p{N}])${pattern}${name !== code && locale === 'ru' ? '' : '(?![\\p{L}\\p{N}])'}`,
        'u',
      ).test(foldedText);
    }),
  );
}
