/**
 * Whether both databases can store a text: no lone surrogates, no control characters but tab and line
 * end.
 */
export const isStorable = (value: string) =>
  value.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value);

/** Line ends: of Windows, the line break of Word, page break, NEL, and those of Unicode. */
const lineEnds = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
/** What Word means by control characters: the end of a cell, and a hyphen that does not break. */
const meant: readonly (readonly [RegExp, string])[] = [
  [lineEnds, '\n'],
  [/\u0007/g, '\t'],
  [/\u001e/g, '-'],
  [/[\u001c\u001d]/g, ' '],
];
/**
 * What nobody sees: other control characters (also C1), soft hyphens (in Word U+001F), byte order
 * marks, word joiners, noncharacters, and what stands in place of an object.
 */
const invisible =
  /[\u0000-\u0006\u0008\u000e-\u001b\u001f\u007f-\u009f\u00ad\u2060\ufeff\ufff9-\ufffc\ufdd0-\ufdef\ufffe\uffff]/g;

/**
 * Turns the characters that Word, Excel, PDF readers and mail programs leave in what is pasted into
 * what was meant by them, so that no invisible character is a reason to refuse a text. Line ends
 * become `\n`; joiners and direction marks, which have a meaning in Arabic and Persian, stay.
 */
export const cleanPasted = (value: string): string =>
  meant
    .reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), value)
    .replace(invisible, '');

/** Normalises a text for storage: as it was meant when pasted, NFC, no space around. */
export const normaliseText = (value: string) => cleanPasted(value).normalize('NFC').trim();

/** Normalises a text of one line, such as a name: line ends and tabs become spaces. */
export const normaliseLine = (value: string) => normaliseText(value).replace(/[\s\u00a0]+/gu, ' ');
