/**
 * The id of a block, footnote or mark in the page: keys are the editors' own, so whatever is no
 * letter, digit or dot is written as its code.
 */
export const elementId = (
  kind: 'block' | 'footnote' | 'mark' | 'value',
  key: string | number,
): string =>
  `${kind}-${String(key).replace(/[^A-Za-z0-9.]/gu, (sign) => `_${sign.codePointAt(0)!.toString(16)}_`)}`;
