import type { PlacedRun } from '#lib/files/source/pdf-lines';

/** A character with its combining marks. */
type Character = string;
type Run = Pick<PlacedRun, 'text' | 'left' | 'right' | 'size' | 'dir'>;

const digit = /^\p{Nd}/u;
const numberSeparator = /^[.,:/٫٬]$/u;
const isRightToLeft = (character: Character) =>
  /^[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(character) && !digit.test(character);
const isLeftToRightLetter = (character: Character) =>
  /^\p{L}/u.test(character) && !isRightToLeft(character);
const mirrored: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '（': '）',
  '）': '（',
};

const charactersOf = (text: string): Character[] => text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];

/** Returns the end of the number that begins at `from`. */
function numberEnd(characters: readonly Character[], from: number): number {
  const isDigit = (at: number) => digit.test(characters[at] ?? '');
  let end = from + 1;
  while (isDigit(end) || (numberSeparator.test(characters[end] ?? '') && isDigit(end + 1)))
    end += 1;
  return end;
}

/**
 * Returns the end of the left-to-right run that begins at `from`: words from the first letter to
 * the last, or one number. Undefined where none begins.
 */
function leftToRightEnd(characters: readonly Character[], from: number): number | undefined {
  const first = characters[from]!;
  if (!isLeftToRightLetter(first) && !digit.test(first)) return undefined;
  let lastLetter = isLeftToRightLetter(first) ? from : -1;
  for (let at = from + 1; at < characters.length && !isRightToLeft(characters[at]!); at += 1)
    if (isLeftToRightLetter(characters[at]!)) lastLetter = at;
  return lastLetter >= 0 ? lastLetter + 1 : numberEnd(characters, from);
}

/**
 * Reverses each left-to-right run; done twice, it changes nothing. Brackets outside the runs are
 * mirrored, to face the way they are read.
 */
function reverseRuns(characters: readonly Character[], mirrorsBrackets: boolean): Character[] {
  const result: Character[] = [];
  let at = 0;
  while (at < characters.length) {
    const end = leftToRightEnd(characters, at);
    if (end === undefined) {
      const character = characters[at]!;
      result.push((mirrorsBrackets ? mirrored[character] : undefined) ?? character);
      at += 1;
    } else {
      result.push(...characters.slice(at, end).toReversed());
      at = end;
    }
  }
  return result;
}

/** Returns the text of a line that is read from right to left, in reading order. */
export function readFromRight(runs: readonly Run[]): string {
  const characters: Character[] = [];
  let before: Run | undefined;
  for (const run of runs.toSorted((a, b) => b.right - a.right)) {
    if (before && before.left - run.right > 0.15 * run.size) characters.push(' ');
    // pdf.js has put its right-to-left runs in reading order already; the others are in visual
    // order.
    const own = charactersOf(run.text);
    const reversed = run.dir === 'rtl' ? reverseRuns(own, false) : own.toReversed();
    const last = characters.at(-1);
    const startsWithMark = /^\p{M}/u.test(reversed[0] ?? '');
    if (last !== undefined && startsWithMark)
      characters[characters.length - 1] = last + reversed.shift()!;
    characters.push(...reversed);
    before = run;
  }
  return reverseRuns(characters, true).join('');
}
