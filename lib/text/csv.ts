/**
 * Where a spreadsheet program may begin to read a cell: its start, and after what some languages
 * take for a separator.
 */
const formula = /(^|[;\t\r\n])([\s\p{Cf}]*)(?=[=+\-@＝＋－＠])/gu;

/**
 * A cell that no spreadsheet program takes for a formula: an apostrophe stands before what could
 * begin one.
 */
const harmless = (text: string): string => text.replace(formula, `$1'$2`);

const cell = (text: string): string => {
  const safe = harmless(text);
  return /["\r\n,;\t]|^\s|\s$|^'/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A line of CSV (RFC 4180). */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** By this mark spreadsheet programs know UTF-8. */
export const byteOrderMark = '\uFEFF';
