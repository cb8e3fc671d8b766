import type { Paragraph } from '#lib/files/source/passages';
import { joinLines, wordsOfLines } from '#lib/files/source/pdf-hyphens';
import type { Block, Line } from '#lib/files/source/pdf-lines';
import { beginsItem, printedNumber } from '#lib/files/source/printed-number';

const sentenceEnd = /[.;:!?。；：！？؛؟…][)"”»’\]）」』]?$/u;
const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;

/** The distances from each line of a page to the next, top down. */
const lineDistances = (lines: readonly Line[]) =>
  lines.flatMap((line, i) => {
    const distance = (lines[i - 1]?.y ?? line.y) - line.y;
    return distance > 0 ? [distance] : [];
  });

/** The distance between the lines of a paragraph, which is more frequent than any other. */
const leadingOf = (blocks: readonly Block[]) =>
  quantile(
    blocks.flatMap(({ lines }) => lineDistances(lines)),
    0.25,
  );

/** The column of text of a page, and the leading of the file. */
type Layout = Readonly<{ left: number; right: number; leading: number }>;

function layoutOf(lines: readonly Line[], leading: number): Layout {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  return { left, right, leading };
}

/** The free space before a line begins. */
const spaceBefore = ({ rtl, left, right }: Line, layout: Layout) =>
  rtl ? layout.right - right : left - layout.left;
/** The free space after a line ends. */
const spaceAfter = ({ rtl, left, right }: Line, layout: Layout) =>
  rtl ? left - layout.left : layout.right - right;

/** About how wide the first word of a line is: it would stand on the line before if it could. */
function firstWordWidth({ text, left, right }: Line): number {
  const letters = /^\p{Script=Han}/u.test(text) ? 1 : text.indexOf(' ') + 1 || text.length;
  return (letters * (right - left)) / text.length;
}

const isSameSize = (line: Line, before: Line) =>
  Math.abs(line.size - before.size) <= 0.12 * before.size;

/** Whether a line begins with the number of a paragraph. */
function beginsWithNumber(
  line: Line,
  before: Line,
  layout: Layout,
  expected: number | undefined,
): boolean {
  const printed = printedNumber(line.text);
  if (!printed) return false;
  if (Number(printed.number) === expected) return true;
  if (printed.bare) return false;
  const width = layout.right - layout.left;
  return sentenceEnd.test(before.text) || spaceAfter(before, layout) > 0.1 * width;
}

/**
 * Whether a line begins a paragraph: by the distance above it, its size, its number, its indent, or
 * where the line before ends.
 */
function beginsParagraph(
  line: Line,
  before: Line,
  layout: Layout,
  expected: number | undefined,
): boolean {
  const distance = before.y - line.y;
  const isApart = distance > Math.min(1.35 * layout.leading, 2.2 * line.size) + 0.5;
  if (isApart || !isSameSize(line, before) || beginsItem(line.text)) return true;
  if (beginsWithNumber(line, before, layout, expected)) return true;
  const width = layout.right - layout.left;
  const free = spaceAfter(before, layout);
  if (free > 0.4 * width && free > firstWordWidth(line)) return true;
  if (!sentenceEnd.test(before.text)) return false;
  const indent = spaceBefore(line, layout) - spaceBefore(before, layout);
  return free > 0.15 * width || indent > 0.8 * line.size;
}

/** Whether the first line of a page continues a sentence of the page before. */
function continuesOverleaf(last: Line, first: Line): boolean {
  if (sentenceEnd.test(last.text) || beginsItem(first.text)) return false;
  if (printedNumber(first.text)?.bare === false) return false;
  return isSameSize(first, last) && !/^\p{Lu}/u.test(first.text);
}

const nextNumber = (text: string): number | undefined => {
  const printed = printedNumber(text);
  return printed && /^\d+$/.test(printed.number) ? Number(printed.number) + 1 : undefined;
};

/** The size in which most of a page is set. */
function sizeOf(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/** The number that a note below the text begins with. */
const noteNumber = /^[[(]?(\d{1,3})[\])]?\s/u;

/** Collects the paragraphs of a file, line by line. */
class ParagraphCollector {
  readonly paragraphs: { page: number; text: string; number?: null }[] = [];
  readonly #words: ReadonlySet<string>;
  readonly #leading: number;
  #expected: number | undefined;
  /** The last line of running text, and its paragraph. */
  #flow: Readonly<{ line: Line; paragraph: { text: string } }> | undefined;

  constructor(words: ReadonlySet<string>, leading: number) {
    this.#words = words;
    this.#leading = leading;
  }

  addPage(page: number, blocks: readonly Block[]) {
    const lines = blocks.flatMap((block) => block.lines);
    const notes = new Set(lines.filter(({ isNote }) => !isNote).flatMap((line) => line.notes));
    const size = sizeOf(lines);
    const startsNote = ({ text, isNote, size: own }: Line) =>
      isNote || (own < 0.9 * size && notes.has(noteNumber.exec(text)?.[1] ?? ''));
    for (const block of blocks) this.#addBlock(page, block, startsNote);
  }

  #addBlock(page: number, { lines, isCell }: Block, startsNote: (line: Line) => boolean) {
    const layout = layoutOf(lines, this.#leading);
    let before: Line | undefined;
    let isNote = false;
    for (const line of lines) {
      const beginsNote = startsNote(line);
      const isApart = before && !isSameSize(line, before);
      isNote = beginsNote || (isNote && !isApart);
      const isFlow = !isNote && !isCell;
      const current = before
        ? !beginsNote && !beginsParagraph(line, before, layout, this.#expected)
        : isFlow && this.#flow && continuesOverleaf(this.#flow.line, line);
      const paragraph = before ? this.paragraphs.at(-1) : this.#flow?.paragraph;
      if (current && paragraph) paragraph.text = joinLines(paragraph.text, line.text, this.#words);
      else this.#begin(page, line, isNote);
      if (isFlow) this.#flow = { line, paragraph: current ? paragraph! : this.paragraphs.at(-1)! };
      before = line;
    }
  }

  #begin(page: number, { text }: Line, isNote: boolean) {
    this.paragraphs.push(isNote ? { page, text, number: null } : { page, text });
    if (!isNote) this.#expected = nextNumber(text) ?? this.#expected;
  }
}

/**
 * Returns the paragraphs of a file, page by page. One that continues overleaf is of the page where
 * it begins.
 */
export function paragraphsOfPages(pages: readonly (readonly Block[])[]): Paragraph[] {
  const blocks = pages.flat();
  const words = wordsOfLines(blocks.flatMap(({ lines }) => lines));
  const collector = new ParagraphCollector(words, leadingOf(blocks));
  for (const [i, page] of pages.entries()) collector.addPage(i + 1, page);
  return collector.paragraphs;
}
