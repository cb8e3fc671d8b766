/**
 * Where a spreadsheet would take a part of a CSV cell for a formula: at its beginning, and after
 * whatever may separate cells where the file is opened with another separator or with its
 * quotation marks misunderstood. Blanks and bidi marks hide nothing.
 */
const formulaStart = /(^|[;\t\r\n])('*[[\s\p{Cf}]--[\t\r\n]]*)(?=[=+\-@＝＋－＠])/gv;
const escapedFormulaStart = /(^|[;\t\r\n])'('*[[\s\p{Cf}]--[\t\r\n]]*)(?=[=+\-@＝＋－＠])/gv;

/** Puts an apostrophe before whatever might be a formula. */
export const escapeFormulas = (cell: string): string => cell.replace(formulaStart, "$1'$2");

/** Undoes `escapeFormulas`. */
export const unescapeFormulas = (cell: string): string => cell.replace(escapedFormulaStart, '$1$2');

/** Formats a record of CSV (RFC 4180). */
export const formatCsvRecord = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${escapeFormulas(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
