import type { Paragraph } from '#lib/files/source/passages';
import type { Line } from '#lib/files/source/pdf-lines';
import { beginsItem, printedNumber } from '#lib/files/source/printed-number';

const sentenceEnd = /[.;:!?。；：！？؛؟…][)"”»’\]）」』]?$/u;
const hyphenAtEnd = /\p{L}[-‐]$/u;
const softHyphen = '\u00ad';
/** Scripts without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;

/** Joins two lines by a space, except after a hyphen and in scripts without spaces. */
function joinLines(before: string, after: string): string {
  if (before.endsWith(softHyphen)) return before.slice(0, -1) + after;
  const isUnspaced = unspaced.test(before.at(-1) ?? '') && unspaced.test(after[0] ?? '');
  return hyphenAtEnd.test(before) || isUnspaced ? before + after : `${before} ${after}`;
}

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;

/** The distances from each line of a page to the next, top down. */
const lineDistances = (lines: readonly Line[]) =>
  lines.flatMap((line, i) => {
    const distance = (lines[i - 1]?.y ?? line.y) - line.y;
    return distance > 0 ? [distance] : [];
  });

/** The distance between the lines of a paragraph, which is more frequent than any other. */
const leadingOf = (pages: readonly (readonly Line[])[]) =>
  quantile(pages.flatMap(lineDistances), 0.25);

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
  if (free > 0.4 * width) return true;
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

/**
 * Returns the paragraphs of a file, page by page. One that continues overleaf is of the page where
 * it begins.
 */
export function paragraphsOfPages(pages: readonly (readonly Line[])[]): Paragraph[] {
  const paragraphs: { page: number; text: string }[] = [];
  let expected: number | undefined;
  let lastOfPage: Line | undefined;
  const leading = leadingOf(pages);
  for (const [i, lines] of pages.entries()) {
    const layout = layoutOf(lines, leading);
    let before: Line | undefined;
    for (const line of lines) {
      const current = paragraphs.at(-1);
      const continues = before
        ? !beginsParagraph(line, before, layout, expected)
        : lastOfPage !== undefined && continuesOverleaf(lastOfPage, line);
      if (current && continues) current.text = joinLines(current.text, line.text);
      else {
        paragraphs.push({ page: i + 1, text: line.text });
        expected = nextNumber(line.text) ?? expected;
      }
      before = line;
    }
    lastOfPage = lines.at(-1) ?? lastOfPage;
  }
  return paragraphs;
}
