import 'server-only';
import { unreadable, type Glyph } from '#lib/files/source/pdf-glyphs';
import { blocksOfRows, type RowBlock } from '#lib/files/source/pdf-blocks';
import { raisedText } from '#lib/files/source/raised-text';
import {
  framesOf,
  rowsOf,
  smallerSize,
  type PlacedGlyph,
  type Row,
} from '#lib/files/source/pdf-rows';
import { attachMarks, isRightToLeft, readFromRight, turnBrackets } from '#lib/files/source/pdf-rtl';

/** A line of a page: its text in reading order and the box that it fills. */
export type Line = Readonly<{
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  rtl: boolean;
  /** The numbers of notes that were raised above the line, and left out of its text. */
  notes: readonly string[];
  /** Whether it begins with such a number, as the note itself does. */
  isNote: boolean;
}>;
/**
 * Lines that are read one after another. A sentence may go on from one block of running text to the
 * next, but not from cell to cell of a table.
 */
export type Block = Readonly<{ lines: readonly Line[]; isCell: boolean }>;

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;
const leftToRight = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}]/gu;
const countMatches = (text: string, of: RegExp) => text.match(of)?.length ?? 0;
/** Scripts without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;

const textOf = (glyphs: readonly PlacedGlyph[]) => glyphs.map(({ text }) => text).join('');

/** The usual gap between the letters of a line, which is wide where letters are spaced out. */
function letterGap(glyphs: readonly PlacedGlyph[]): number {
  const gaps = glyphs.flatMap((glyph, i) => {
    const before = glyphs[i - 1];
    return before && before.text !== ' ' && glyph.text !== ' ' ? [glyph.left - before.right] : [];
  });
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
}

/** Adds a space where the gap between two glyphs is that of words. */
function withSpaces(glyphs: readonly PlacedGlyph[]): string[] {
  const usual = Math.max(0, letterGap(glyphs));
  const characters: string[] = [];
  let before: PlacedGlyph | undefined;
  for (const glyph of glyphs) {
    if (before && glyph.text !== ' ' && characters.at(-1) !== ' ') {
      const size = Math.max(before.size, glyph.size);
      const isUnspaced = unspaced.test(before.text) || unspaced.test(glyph.text);
      const least = (isUnspaced ? 0.6 : 0.15) * size;
      const gap = glyph.left - before.right;
      if (gap > (usual > 0.05 * size ? Math.max(least, 1.8 * usual) : least)) characters.push(' ');
    }
    characters.push(glyph.text);
    if (glyph.text !== ' ') before = glyph;
  }
  return characters;
}

/** Reverses the words of a line that are read from right to left, within one read from left. */
function readFromLeft(characters: readonly string[]): string[] {
  const result: string[] = [];
  let at = 0;
  while (at < characters.length) {
    let end = at + 1;
    if (isRightToLeft(characters[at]!))
      for (let next = at; next < characters.length; next += 1) {
        if (isRightToLeft(characters[next]!)) end = next + 1;
        else if (/^\p{L}/u.test(characters[next]!)) break;
      }
    const run = characters.slice(at, end);
    result.push(...(run.length > 1 ? readFromRight(run.toReversed()) : run));
    at = end;
  }
  return result;
}

/** Letters that somebody set apart by spaces, to widen a heading. */
const oneLetter = /^\p{L}\p{M}*$/u;
const fewestSpaced = 4;

function joinSpacedLetters(text: string): string {
  const words: string[] = [];
  let letters: string[] = [];
  const endOfLetters = () => {
    if (letters.length >= fewestSpaced) words.push(letters.join(''));
    else words.push(...letters);
    letters = [];
  };
  for (const word of text.split(' ')) {
    if (oneLetter.test(word)) {
      letters.push(word);
      continue;
    }
    endOfLetters();
    words.push(word);
  }
  endOfLetters();
  return words.join(' ');
}

type Raised = Readonly<{ glyphs: readonly PlacedGlyph[]; notes: readonly string[] }>;

/** Takes the raised numbers of notes out of a row. */
function withoutNotes({ y, size, glyphs }: Row): Raised {
  const kept: PlacedGlyph[] = [];
  const notes: string[] = [];
  const isRaised = (glyph: PlacedGlyph | undefined) =>
    glyph !== undefined &&
    glyph.text !== ' ' &&
    glyph.size <= smallerSize * size &&
    glyph.y - y > 0.15 * size;
  let at = 0;
  while (at < glyphs.length) {
    let end = at;
    while (
      isRaised(glyphs[end]) ||
      (end > at && glyphs[end]?.text === ' ' && isRaised(glyphs[end + 1]))
    )
      end += 1;
    if (end === at) {
      kept.push(glyphs[at]!);
      at += 1;
      continue;
    }
    const mark = glyphs.slice(at, end);
    const text = raisedText(textOf(mark), textOf(kept.slice(-4)));
    if (text === undefined) notes.push(...(textOf(mark).match(/\d+/gu) ?? []));
    else if (text.length === mark.length)
      kept.push(...mark.map((each, i) => ({ ...each, text: text[i]! })));
    else kept.push(...mark);
    // The room of the number is not a gap between words.
    if (text === undefined && kept.length > 0)
      kept.push({ ...kept.at(-1)!, text: '', left: mark[0]!.left, right: mark.at(-1)!.right });
    at = end;
  }
  return { glyphs: kept, notes };
}

function lineOf(row: Row, pageIsRtl: boolean): Line {
  const { glyphs, notes } = withoutNotes(row);
  const isNote = notes.length > 0 && glyphs[0]?.text !== row.glyphs[0]?.text;
  const all = textOf(glyphs);
  const rtl = pageIsRtl
    ? countMatches(all, rightToLeft) > 0 || countMatches(all, leftToRight) === 0
    : countMatches(all, rightToLeft) > countMatches(all, leftToRight);
  const characters = withSpaces(attachMarks(glyphs));
  const read = rtl ? readFromRight(characters.toReversed()) : readFromLeft(characters);
  const visible = row.glyphs.filter((each) => each.text !== ' ');
  const left = visible[0]!.left;
  return {
    text: read.join(''),
    left,
    right: visible.reduce((most, each) => Math.max(most, each.right), left),
    y: row.y,
    size: row.size,
    rtl,
    notes,
    isNote,
  };
}

/** The stroke that lengthens an Arabic word, within the word; an author writes one at its end. */
const elongation = /(?<=[\p{Script=Arabic}\p{M}\u0640])\u0640(?=[\p{Script=Arabic}\p{M}\u0640])/gu;

/** Joins letters that were spaced out. A word of which nothing is known becomes one mark. */
const tidy = (text: string) =>
  joinSpacedLetters(text.replace(/\ufffd+/gu, unreadable).replace(elongation, '')).trim();

const isReadable = ({ text }: Line) => /[^\s\ufffd]/u.test(text);

/** Returns the blocks of a page in reading order. Text that runs in another direction comes last. */
export function blocksOf(glyphs: readonly Glyph[]): Block[] {
  const whole = glyphs.map(({ text }) => text).join('');
  const pageIsRtl = countMatches(whole, rightToLeft) > countMatches(whole, leftToRight);
  const all = framesOf(glyphs).flatMap((frame, i) => {
    const blocks: readonly RowBlock[] = blocksOfRows(rowsOf(frame), pageIsRtl);
    return blocks.map(({ rows, isCell }) => ({
      lines: rows.map((row) => lineOf(row, pageIsRtl)),
      isCell: isCell || i > 0,
    }));
  });
  const lines = all.flatMap((block) => block.lines).filter(({ rtl }) => rtl);
  const turned = turnBrackets(lines.map(({ text }) => text));
  const textOfLine = new Map(lines.map((line, i) => [line, turned[i]!]));
  return all
    .map(({ lines: own, isCell }) => ({
      lines: own
        .map((line) => ({ ...line, text: tidy(textOfLine.get(line) ?? line.text) }))
        .filter(isReadable),
      isCell,
    }))
    .filter(({ lines: own }) => own.length > 0);
}
