import type { Line } from '#lib/files/source/pdf-lines';

const softHyphen = '\u00ad';
/** Scripts without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;
const ofWord = /[\p{L}\p{M}\p{Nd}]/u;
const hyphen = /[-‐‑]/u;
const firstPart = /^[\p{L}\p{M}\p{Nd}]+(?:[-‐‑][\p{L}\p{M}\p{Nd}]+)*/u;
const rangeAtEnd = /\p{Nd}[-–—‐‑]$/u;
/** First parts of compounds that are written with a hyphen. */
const compoundParts = new Set(
  (
    'anti inter non co re pre post self multi follow well long short cross high low mid sub pro ' +
    'vice ex all semi counter cyber e so part half full under over out ' +
    'sous contre quasi demi extra mi peut après avant au ci là vis ' +
    'финансово технико научно по кое во из северо юго восточно западно'
  ).split(' '),
);

/** Second parts of such compounds, as in capacity-building and decision-making. */
const secondParts = new Set(
  (
    'building making laundering based related wide sharing finding keeping setting gathering ' +
    'raising taking blowing blower blowers border party term level agency specific oriented driven ' +
    'up down off ' +
    'être dessus dessous mêmes là ci либо нибудь то таки'
  ).split(' '),
);

const word = /[\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)*/gu;
const plain = (text: string) => text.toLowerCase().replace(/[‐‑]/gu, '-');

/** The word before the hyphen that a text ends with, with its parts; undefined if there is none. */
function wordBeforeHyphen(text: string): string | undefined {
  const characters = [...text];
  if (!/[-‐]/u.test(characters.pop() ?? '')) return undefined;
  let start = characters.length;
  for (let at = characters.length - 1; at >= 0; at -= 1) {
    const isHyphen = hyphen.test(characters[at]!);
    if (!isHyphen && !ofWord.test(characters[at]!)) break;
    // Two hyphens in a row, or one that nothing precedes, are none of the word.
    if (isHyphen && start !== at + 1) break;
    if (!isHyphen) start = at;
  }
  return start === characters.length ? undefined : characters.slice(start).join('');
}

/** The words of a file, without those that a line ends with: they may be broken. */
export function wordsOfLines(lines: Iterable<Line>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    const found = [...text.matchAll(word)];
    for (const { 0: each, index } of found)
      if (index + each.length + 1 < text.length || !/[-‐]$/u.test(text)) words.add(plain(each));
  }
  return words;
}

/** Whether the hyphen at the end of a line belongs to the word, by the other words of the file. */
function keepsHyphen(before: string, after: string, words: ReadonlySet<string>): boolean {
  const first = wordBeforeHyphen(before);
  const second = firstPart.exec(after)?.[0];
  if (first === undefined || second === undefined) return true;
  if (!/^\p{Ll}|^\p{Lo}/u.test(second) || /\p{Nd}$/u.test(first)) return true;
  const [one, two] = [plain(first), plain(second)];
  if (words.has(`${one}-${two}`)) return true;
  if (words.has(one + two)) return false;
  const lastOfFirst = one.split('-').at(-1)!;
  if (compoundParts.has(lastOfFirst) || secondParts.has(two)) return true;
  return words.has(lastOfFirst) && words.has(two) && lastOfFirst.length > 2 && two.length > 2;
}

/** Joins two lines by a space, except within a word and in scripts without spaces. */
export function joinLines(before: string, after: string, words: ReadonlySet<string>): string {
  if (before.endsWith(softHyphen)) return before.slice(0, -1) + after;
  if (rangeAtEnd.test(before) && /^[\p{Nd}\p{Ll}]/u.test(after)) return before + after;
  if (/\p{L}\p{M}*[-‐]$/u.test(before))
    return (keepsHyphen(before, after, words) ? before : before.slice(0, -1)) + after;
  if (/[^\s]\/$/u.test(before)) return before + after;
  const isUnspaced = unspaced.test(before.at(-1) ?? '') && unspaced.test(after[0] ?? '');
  return isUnspaced ? before + after : `${before} ${after}`;
}
