import type { Locale } from '#lib/convention/names';

// British order of dates, the Gregorian calendar and European digits, as in documents of the United
// Nations.
const tag = (locale: Locale) => `${locale === 'en' ? 'en-GB' : locale}-u-ca-gregory-nu-latn`;

function kept<T>(make: (locale: Locale) => T) {
  const made = new Map<Locale, T>();
  return (locale: Locale): T => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}

const dates = kept(
  (locale) =>
    new Intl.DateTimeFormat(tag(locale), {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
);
const months = kept(
  (locale) =>
    new Intl.DateTimeFormat(tag(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
const instants = kept(
  (locale) =>
    new Intl.DateTimeFormat(tag(locale), {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'UTC',
    }),
);
const numbers = kept((locale) => new Intl.NumberFormat(tag(locale)));
const decimals = kept(
  (locale) =>
    new Intl.NumberFormat(tag(locale), { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);
const percents = kept((locale) => new Intl.NumberFormat(tag(locale), { style: 'percent' }));
const ratios = kept(
  (locale) =>
    new Intl.NumberFormat(tag(locale), { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const choices = kept((locale) => new Intl.ListFormat(tag(locale), { type: 'disjunction' }));
const lists = kept((locale) => new Intl.ListFormat(tag(locale), { type: 'conjunction' }));

/** A calendar date (`2023-02-28`) as it is written in the language. */
export const formatDate = (locale: Locale, date: string): string =>
  dates(locale).format(new Date(`${date}T00:00:00Z`));
/** A date, a month (`2021-09`) or a year, as far as it is known. */
export const formatPartOfDate = (locale: Locale, value: string): string =>
  value.length === 4
    ? value
    : value.length === 7
      ? months(locale).format(new Date(`${value}-01T00:00:00Z`))
      : formatDate(locale, value);
/** An instant in UTC, to the minute. */
export const formatInstant = (locale: Locale, instant: string): string =>
  `${instants(locale).format(new Date(instant))} UTC`;
export const formatNumber = (locale: Locale, number: number): string =>
  numbers(locale).format(number);
/** A coefficient, to two places; an en dash where there is none. */
export const formatCoefficient = (locale: Locale, value: number | null): string =>
  value === null ? '–' : decimals(locale).format(value);
/** A whole percentage; an en dash where there is none. */
export const formatPercent = (locale: Locale, percent: number | null): string =>
  percent === null ? '–' : percents(locale).format(percent / 100);
/** `n` for each of `of`, to a tenth; an en dash where there is none of them. */
export const formatRatio = (locale: Locale, n: number, of: number): string =>
  of === 0 ? '–' : ratios(locale).format(Math.floor((20 * n + of) / (2 * of)) / 10);
/** Alternatives: `5 or 6`. */
export const formatChoice = (locale: Locale, items: readonly string[]): string =>
  choices(locale).format(items);
export const formatList = (locale: Locale, items: readonly string[]): string =>
  lists(locale).format(items);
const changes = kept((locale) => new Intl.NumberFormat(tag(locale), { signDisplay: 'exceptZero' }));
/** A difference with its sign: `+3`, `−2`, `0`. */
export const formatChange = (locale: Locale, number: number): string =>
  changes(locale).format(number);
const pluralRules = {
  cardinal: kept((locale) => new Intl.PluralRules(tag(locale), { type: 'cardinal' })),
  ordinal: kept((locale) => new Intl.PluralRules(tag(locale), { type: 'ordinal' })),
};
/** The plural form that a number takes: `one`, `few`, `other` … */
export const pluralForm = (
  locale: Locale,
  number: number,
  type: 'cardinal' | 'ordinal' = 'cardinal',
) => pluralRules[type](locale).select(number);
/**
 * A list whose parts are set apart: `element` for each item in its order, `literal` for the words
 * between them.
 */
export const listParts = (locale: Locale, items: readonly string[]) =>
  lists(locale).formatToParts(items);
