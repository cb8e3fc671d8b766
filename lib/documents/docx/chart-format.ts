import type { Locale } from '#lib/convention/names';
import { formatPercent } from '#lib/text/format';

/** The number format of a workbook for percentages as the language writes them: `0%`, `0" "%`. */
export function percentFormat(locale: Locale): string {
  return formatPercent(locale, 44)
    .replace('44', '\u0000')
    .replace(/[^\u0000%]+/g, (literal) => `"${literal}"`)
    .replace('\u0000', '0');
}

/** The name of a column: A, B … Z, AA. */
export const columnName = (n: number): string =>
  n < 26 ? String.fromCodePoint(65 + n) : columnName(Math.floor(n / 26) - 1) + columnName(n % 26);
