/**
 * Where a spreadsheet would take a part of a CSV cell for a formula: at its beginning, and after
 * whatever may separate cells where
 * the file is opened by another separator or with its quotation marks misunderstood. Blanks and
 * bidi marks hide nothing.
 */
const risky = /(^|[;\t\r\n])('*(?:[^\S\t\r\n]|\p{Cf})*)(?=[=+\-@＝＋－＠])/gu;
const marked = /(^|[;\t\r\n])'('*(?:[^\S\t\r\n]|\p{Cf})*)(?=[=+\-@＝＋－＠])/gu;

/** The cell with an apostrophe before whatever might be a formula. */
export const withMarks = (cell: string): string => cell.replace(risky, "$1'$2");
/** What `withMarks` made of a cell, undone. */
export const withoutMarks = (cell: string): string => cell.replace(marked, '$1$2');

/** A record of CSV (RFC 4180). */
export const csvRecord = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${withMarks(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
