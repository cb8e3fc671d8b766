/**
 * Where a spreadsheet program may read a formula: at the start of a cell, and after what some
 * languages take for a separator.
 */
const formulaStart = /(^|[;\t\r\n])([[\s\p{Cf}]--[\t\r\n]]*)(?=[=+\-@＝＋－＠])/gv;

/** Puts an apostrophe before whatever a spreadsheet program could take for a formula. */
const escapeFormulas = (text: string): string => text.replace(formulaStart, `$1'$2`);

const cell = (text: string): string => {
  const safe = escapeFormulas(text);
  return /["\r\n,;\t]|^\s|\s$|^'/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A line of CSV (RFC 4180). */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** Spreadsheet programs recognise UTF-8 by this mark. */
export const byteOrderMark = '\uFEFF';
