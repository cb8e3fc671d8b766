import type { BlockKind } from '#lib/notes/vocabulary';

const roman: readonly (readonly [number, string])[] = [[100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];

/** A Roman numeral, for 1 to 399. */
export function romanNumeral(number: number): string {
  let [rest, text] = [number, ''];
  for (const [value, letters] of roman) for (; rest >= value; rest -= value) text += letters;
  return text;
}

/** `a` to `z`, then `aa`. */
export const letterOf = (number: number): string => (number > 26 ? letterOf(Math.floor((number - 1) / 26)) : '') + String.fromCharCode(97 + ((number - 1) % 26));

type Numbered = Readonly<{ key: string; kind: BlockKind }>;

/**
 * The numbers of a note's blocks by their keys, as in documents of the United Nations: paragraphs through the whole note, sections
 * `I`, `A`, `1`, items `a`, figures Roman, tables Arabic. Footnotes are numbered by where they are called, not here.
 */
export function numbersOf(blocks: readonly Numbered[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const at = { 'heading-1': 0, 'heading-2': 0, 'heading-3': 0, paragraph: 0, item: 0, table: 0, figure: 0 };
  for (const { key, kind } of blocks) {
    if (kind === 'summary' || kind === 'footnote') continue;
    if (kind !== 'item') at.item = 0;
    if (kind === 'heading-1') at['heading-2'] = 0;
    if (kind === 'heading-1' || kind === 'heading-2') at['heading-3'] = 0;
    const number = ++at[kind];
    numbers.set(key, kind === 'heading-1' || kind === 'figure' ? romanNumeral(number) : kind === 'heading-2' ? letterOf(number).toUpperCase() : kind === 'item' ? letterOf(number) : String(number));
  }
  return numbers;
}
