/**
 * The id of a block, footnote, footnote mark or value in the page. Keys may hold any character, so
 * all but letters, digits and dots are written as their code.
 */
export const elementId = (
  kind: 'block' | 'footnote' | 'mark' | 'value',
  key: string | number,
): string =>
  `${kind}-${String(key).replace(/[^A-Za-z0-9.]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`)}`;
