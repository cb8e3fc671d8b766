/** Characters that nobody sees: soft hyphens, zero widths, marks of direction, variants. */
const invisible = /[\p{Cf}\p{DI}]/gu;
const decimalDigit = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

/** Puts Arabic, Persian and full-width digits as 0 to 9. */
export const asciiDigits = (text: string): string =>
  text.replace(decimalDigit, (digit) => String(digit.charCodeAt(0) & 0xf));

/** Leaves out what nobody sees, and the blanks around a text. */
const visibleText = (text: string): string => text.replace(invisible, '').trim();

const fullWidth = /[\uff01-\uff5e]/g;

/**
 * Reads a code, a date or an address as a person wrote it: digits and full-width letters as ASCII,
 * every dash as a hyphen, without invisible characters and blanks around it.
 */
export const readCode = (text: string): string =>
  visibleText(
    asciiDigits(text).replace(fullWidth, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
    ),
  ).replace(/[\p{Pd}\u2212]/gu, '-');

/** Reads an e-mail address: without invisible characters, in lower case. */
export const readEmail = (text: string): string =>
  visibleText(
    text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)),
  ).toLowerCase();

const wholeNumber = /^\d{1,15}(?:[.,\u066b]0{1,15})?$/;

/**
 * Reads a whole number in any of the six languages: `7`, `٧`, `７`, and `7.0` as spreadsheets write
 * it. Returns null for an empty text, undefined for what is no whole number.
 */
export function readWholeNumber(text: string): number | null | undefined {
  const written = asciiDigits(visibleText(text));
  if (written === '') return null;
  return wholeNumber.test(written) ? Number.parseInt(written, 10) : undefined;
}

/** Reads codes that are separated by the commas of six languages. */
export const readCodes = (text: string): string =>
  text
    .split(/[,،、，]/)
    .map(readCode)
    .join(',');

/** Splits numbers in a row at the commas, semicolons and blanks of six languages. */
export const splitNumbers = (text: string): string[] =>
  visibleText(text)
    .split(/[\s,;|،؛、，；]+/)
    .filter(Boolean);
