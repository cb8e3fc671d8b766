import type { Paragraph } from '#lib/files/source/passages';
import type { Line } from '#lib/files/source/pdf-lines';
import { beginsItem, printedNumber } from '#lib/files/source/printed-number';

const endsSentence = /[.;:!?。；：！？؛؟…][)"”»’\]）」』]?$/u;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;

/** Lines of a text whose script has spaces are joined by one, but after a hyphen. */
function joinedLine(before: string, after: string): string {
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + after;
  const close =
    /\p{L}[-‐]$/u.test(before) || (wide.test(before.at(-1) ?? '') && wide.test(after[0] ?? ''));
  return close ? before + after : `${before} ${after}`;
}

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;

/**
 * The distance from one line to the next within a paragraph: most pages have more of these than of
 * any other.
 */
const leadingOf = (pages: readonly (readonly Line[])[]) =>
  quantile(
    pages.flatMap((lines) =>
      lines.flatMap((line, i) => {
        const step = (lines[i - 1]?.y ?? line.y) - line.y;
        return step > 0 ? [step] : [];
      }),
    ),
    0.25,
  );

/** How the text of a page is set: its column and the leading of the file. */
function setting(lines: readonly Line[], leading: number) {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  return { left, right, width: right - left, leading };
}

type Setting = ReturnType<typeof setting>;

/**
 * Whether a line begins a paragraph: by the space above it, its size, its indent, its number, or
 * where the line before ends.
 */
function begins(
  line: Line,
  before: Line,
  { left, right, width, leading }: Setting,
  expected: number | undefined,
): boolean {
  const step = before.y - line.y;
  if (step > Math.min(1.35 * leading, 2.2 * line.size) + 0.5) return true;
  if (Math.abs(line.size - before.size) > 0.12 * before.size) return true;
  if (beginsItem(line.text)) return true;
  const indent = ({ rtl, left: from, right: to }: Line) => (rtl ? right - to : from - left);
  const open = ({ rtl, left: from, right: to }: Line) => (rtl ? from - left : right - to);
  const sentenceOver = endsSentence.test(before.text);
  const printed = printedNumber(line.text);
  if (
    printed &&
    (Number(printed.number) === expected ||
      (!printed.bare && (sentenceOver || open(before) > 0.1 * width)))
  )
    return true;
  if (open(before) > 0.4 * width) return true;
  if (!sentenceOver) return false;
  return open(before) > 0.15 * width || indent(line) - indent(before) > 0.8 * line.size;
}

const nextNumber = (text: string): number | undefined => {
  const printed = printedNumber(text);
  return printed && /^\d+$/.test(printed.number) ? Number(printed.number) + 1 : undefined;
};

/**
 * The paragraphs of a file, page by page; one that goes on overleaf belongs to the page on which it
 * begins.
 */
export function paragraphsOfPages(pages: readonly (readonly Line[])[]): Paragraph[] {
  const paragraphs: { page: number; text: string }[] = [];
  let expected: number | undefined;
  let overleaf: Line | undefined;
  const leading = leadingOf(pages);
  for (const [i, lines] of pages.entries()) {
    const set = setting(lines, leading);
    let before: Line | undefined;
    for (const line of lines) {
      const current = paragraphs.at(-1);
      const goesOn = before
        ? !begins(line, before, set, expected)
        : overleaf !== undefined && continues(overleaf, line);
      if (current && goesOn) current.text = joinedLine(current.text, line.text);
      else {
        paragraphs.push({ page: i + 1, text: line.text });
        expected = nextNumber(line.text) ?? expected;
      }
      before = line;
    }
    overleaf = lines.at(-1) ?? overleaf;
  }
  return paragraphs;
}

/** Whether the first line of a page goes on with a sentence that the page before left open. */
function continues(last: Line, first: Line): boolean {
  if (
    endsSentence.test(last.text) ||
    beginsItem(first.text) ||
    printedNumber(first.text)?.bare === false
  )
    return false;
  return Math.abs(first.size - last.size) <= 0.12 * last.size && !/^\p{Lu}/u.test(first.text);
}
