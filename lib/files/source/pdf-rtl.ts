import 'server-only';
import { isMark, type PlacedGlyph } from '#lib/files/source/pdf-rows';

/** What one glyph stands for, with the marks above and below it. */
type Character = string;

const digit = /^\p{Nd}/u;
const numberSeparator = /^[.,:/٫٬]$/u;
export const isRightToLeft = (character: Character): boolean =>
  /^[\p{Script=Arabic}\p{Script=Hebrew}،؛؟]/u.test(character) && !digit.test(character);
const isLeftToRightLetter = (character: Character) =>
  /^\p{L}/u.test(character) && !isRightToLeft(character);
const brackets: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['«', '»'],
  ['‹', '›'],
  ['（', '）'],
];
const mirrored = new Map(
  brackets.flatMap(([open, close]) => [
    [open, close],
    [close, open],
  ]),
);
const opening = new Set(brackets.map(([open]) => open));

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

/** Reverses each left-to-right run of characters that were read from right to left. */
function reverseRuns(characters: readonly Character[]): Character[] {
  const result: Character[] = [];
  let at = 0;
  while (at < characters.length) {
    const end = leftToRightEnd(characters, at) ?? at + 1;
    result.push(...characters.slice(at, end).toReversed());
    at = end;
  }
  return result;
}

/** How well brackets open before they close. */
function bracketOrder(characters: readonly Character[]): number {
  const open: string[] = [];
  let order = 0;
  for (const character of characters) {
    if (opening.has(character)) open.push(character);
    else if (mirrored.has(character))
      order += open.length > 0 && open.pop() === mirrored.get(character) ? 1 : -1;
  }
  return order - open.length;
}

const mirror = (characters: readonly Character[]) =>
  characters.map((character) => mirrored.get(character) ?? character);

/**
 * Turns the brackets of the lines of a page where they would close before they open. Some programs
 * write the shape that is seen, some the bracket that is meant: only the order tells. A line with
 * half of a pair goes by the others.
 */
export function turnBrackets(lines: readonly string[]): string[] {
  const gains = lines.map((text) => {
    const characters = [...text];
    return bracketOrder(mirror(characters)) - bracketOrder(characters);
  });
  const ofPage = gains.reduce((sum, gain) => sum + gain, 0);
  return lines.map((text, i) => ((gains[i] || ofPage) > 0 ? mirror([...text]).join('') : text));
}

/** Returns characters in reading order that were read from right to left. */
export const readFromRight = (fromRight: readonly Character[]): Character[] =>
  reverseRuns(fromRight);

/** The marks of an Arabic font, which stand alone with a space or on a line of their own. */
const plainMark = (text: string) => text.normalize('NFKC').replace(/[^\p{M}]/gu, '');

const middleOf = ({ left, right }: PlacedGlyph) => (left + right) / 2;

/**
 * The letter of a mark by the order of drawing: a mark follows its letter, but comes before it where
 * a line that is read from the right is drawn from the left. Undefined where that letter is not near.
 */
function hostInOrder(mark: PlacedGlyph, letters: readonly PlacedGlyph[]): PlacedGlyph | undefined {
  const at = letters.findIndex(({ order }) => order > mark.order);
  const [before, after] = at < 0 ? [letters.at(-1), undefined] : [letters[at - 1], letters[at]];
  const isReversed =
    after !== undefined &&
    isRightToLeft(after.text) &&
    (before === undefined || middleOf(before) < middleOf(after));
  const host = isReversed ? after : before;
  // Marks with room of their own may stand side by side.
  const reach = 0.35 * mark.size + 3 * (mark.right - mark.left);
  const middle = middleOf(mark);
  return host && host.left - reach <= middle && middle <= host.right + reach ? host : undefined;
}

/** The letter whose middle a mark is nearest to. */
function hostByPlace(mark: PlacedGlyph, letters: readonly PlacedGlyph[]): PlacedGlyph | undefined {
  const middle = middleOf(mark);
  // A mark with room of its own follows its letter, from either side.
  const isBehind = ({ text, left, right }: PlacedGlyph) =>
    isRightToLeft(text) ? left >= middle : right <= middle;
  const distance = (letter: PlacedGlyph) =>
    Math.max(letter.left - middle, middle - letter.right, 0) +
    Math.abs(middle - middleOf(letter)) / 1000 -
    (isBehind(letter) ? 0.01 * mark.size : 0);
  let host: PlacedGlyph | undefined;
  for (const letter of letters) if (!host || distance(letter) < distance(host)) host = letter;
  return host;
}

/** Puts each mark after the letter that it stands above or below. */
export function attachMarks(glyphs: readonly PlacedGlyph[]): PlacedGlyph[] {
  const marks = glyphs.filter(isMark);
  if (marks.length === 0) return [...glyphs];
  const letters = glyphs.filter((glyph) => !isMark(glyph));
  const drawn = letters
    .filter(({ text }) => text !== ' ' && text !== '')
    .toSorted((a, b) => a.order - b.order);
  const added = new Map<PlacedGlyph, PlacedGlyph[]>();
  for (const mark of marks) {
    const host = hostInOrder(mark, drawn) ?? hostByPlace(mark, drawn);
    if (host) added.set(host, [...(added.get(host) ?? []), mark]);
  }
  return letters.map((letter) => {
    const own = added.get(letter) ?? [];
    return {
      ...letter,
      text: letter.text + own.map(({ text }) => plainMark(text)).join(''),
      left: Math.min(letter.left, ...own.map(({ left }) => left)),
      right: Math.max(letter.right, ...own.map(({ right }) => right)),
    };
  });
}
