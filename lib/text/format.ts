import type { Locale } from '#lib/convention/names';

// As in documents of the United Nations: British order of dates, the Gregorian calendar and European
// digits.
const tagOf = (locale: Locale) => `${locale === 'en' ? 'en-GB' : locale}-u-ca-gregory-nu-latn`;

/** Creates the formatter of a language once: creating one is slow. */
function oncePerLocale<T>(create: (locale: Locale) => T) {
  const created = new Map<Locale, T>();
  return (locale: Locale): T => {
    const formatter = created.get(locale) ?? create(locale);
    created.set(locale, formatter);
    return formatter;
  };
}

const dates = oncePerLocale(
  (locale) =>
    new Intl.DateTimeFormat(tagOf(locale), {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
);
const months = oncePerLocale(
  (locale) =>
    new Intl.DateTimeFormat(tagOf(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
const instants = oncePerLocale(
  (locale) =>
    new Intl.DateTimeFormat(tagOf(locale), {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'UTC',
    }),
);
const numbers = oncePerLocale((locale) => new Intl.NumberFormat(tagOf(locale)));
const decimals = oncePerLocale(
  (locale) =>
    new Intl.NumberFormat(tagOf(locale), {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      // What rounds to zero has no sign.
      signDisplay: 'negative',
    }),
);
const percents = oncePerLocale(
  (locale) => new Intl.NumberFormat(tagOf(locale), { style: 'percent', signDisplay: 'negative' }),
);
const ratios = oncePerLocale(
  (locale) =>
    new Intl.NumberFormat(tagOf(locale), { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const semicolons: Partial<Record<Locale, string>> = { ar: '؛ ', fr: '\u202f; ', zh: '；' };
const choices = oncePerLocale(
  (locale) => new Intl.ListFormat(tagOf(locale), { type: 'disjunction' }),
);
const lists = oncePerLocale(
  (locale) => new Intl.ListFormat(tagOf(locale), { type: 'conjunction' }),
);

/** The months in Arabic as documents of the United Nations name them: by both of their names. */
const arabicMonths = [
  'كانون الثاني/يناير',
  'شباط/فبراير',
  'آذار/مارس',
  'نيسان/أبريل',
  'أيار/مايو',
  'حزيران/يونيه',
  'تموز/يوليه',
  'آب/أغسطس',
  'أيلول/سبتمبر',
  'تشرين الأول/أكتوبر',
  'تشرين الثاني/نوفمبر',
  'كانون الأول/ديسمبر',
] as const;

/**
 * Formats an instant by a formatter whose months are in words, as documents of the United Nations
 * write it: both names of a month in Arabic, `1er` in French, `года` in full in Russian.
 */
function formatWithMonth(locale: Locale, formatter: Intl.DateTimeFormat, at: Date): string {
  if (locale === 'ar')
    return formatter
      .formatToParts(at)
      .map(({ type, value }) => (type === 'month' ? arabicMonths[at.getUTCMonth()]! : value))
      .join('');
  const text = formatter.format(at);
  if (locale === 'fr') return text.replace(/^1 /, '1er ');
  return locale === 'ru' ? text.replace(/\sг\./, ' года') : text;
}

/** Formats a calendar date (`2023-02-28`). */
export const formatDate = (locale: Locale, date: string): string =>
  formatWithMonth(locale, dates(locale), new Date(`${date}T00:00:00Z`));
/** Formats a calendar date as releases did that named each month once in Arabic. */
export const formatDateBefore = (locale: Locale, date: string): string =>
  dates(locale).format(new Date(`${date}T00:00:00Z`));

const monthsWithDay = oncePerLocale((locale) => {
  const formatter = new Intl.DateTimeFormat(tagOf(locale), {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return Array.from({ length: 12 }, (_, month) => {
    const parts = formatter.formatToParts(new Date(Date.UTC(2000, month, 1)));
    return parts.find(({ type }) => type === 'month')!.value;
  });
});
/** The names of the months as they stand after a day. */
export const monthNames = (locale: Locale): readonly string[] =>
  locale === 'ar' ? arabicMonths : monthsWithDay(locale);
/** Formats a date, a month (`2021-09`) or a year. */
export function formatPartOfDate(locale: Locale, value: string): string {
  if (value.length === 4) return value;
  const isMonth = value.length === 7;
  return isMonth
    ? formatWithMonth(locale, months(locale), new Date(`${value}-01T00:00:00Z`))
    : formatDate(locale, value);
}
/** Formats an instant in UTC, to the minute. */
export const formatInstant = (locale: Locale, instant: string): string =>
  `${formatWithMonth(locale, instants(locale), new Date(instant))} UTC`;
export const formatNumber = (locale: Locale, number: number): string =>
  numbers(locale).format(number);
/** Formats a coefficient to two places; null is an en dash. */
export const formatCoefficient = (locale: Locale, value: number | null): string =>
  value === null ? '–' : decimals(locale).format(value);
/** Formats a whole percentage; null is an en dash. */
export const formatPercent = (locale: Locale, percent: number | null): string =>
  percent === null ? '–' : percents(locale).format(percent / 100);
/** Formats `n / of` to a tenth; an en dash where `of` is zero. */
export const formatRatio = (locale: Locale, n: number, of: number): string =>
  of === 0 ? '–' : ratios(locale).format(Math.floor((20 * n + of) / (2 * of)) / 10);
/** Formats alternatives: `5 or 6`. */
export const formatChoice = (locale: Locale, items: readonly string[]): string =>
  choices(locale).format(items);
/**
 * Formats a list: `5, 6 and 7`. Where an item has a comma of its own, semicolons separate the items,
 * so that each can be told from the next.
 */
export function formatList(locale: Locale, items: readonly string[]): string {
  const nested = items.length > 1 && items.some((item) => /[,،、，]/.test(item));
  return nested ? items.join(semicolons[locale] ?? '; ') : lists(locale).format(items);
}
const changes = oncePerLocale(
  (locale) => new Intl.NumberFormat(tagOf(locale), { signDisplay: 'exceptZero' }),
);
/** Formats a difference with its sign: `+3`, `−2`, `0`. */
export const formatChange = (locale: Locale, number: number): string =>
  changes(locale).format(number);
const pluralRules = {
  cardinal: oncePerLocale((locale) => new Intl.PluralRules(tagOf(locale), { type: 'cardinal' })),
  ordinal: oncePerLocale((locale) => new Intl.PluralRules(tagOf(locale), { type: 'ordinal' })),
};
/** The plural category of a number: `one`, `few`, `other` … */
export const pluralForm = (
  locale: Locale,
  number: number,
  type: 'cardinal' | 'ordinal' = 'cardinal',
) => pluralRules[type](locale).select(number);
/** The parts of a formatted list: an `element` for each item, a `literal` for the words between. */
export const listParts = (locale: Locale, items: readonly string[]) =>
  lists(locale).formatToParts(items);
