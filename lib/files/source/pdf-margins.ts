import type { Block, Line } from '#lib/files/source/pdf-lines';

/** How many lines at the top and at the bottom of a page may belong to its margins. */
const marginLines = 2;
/** The longest line whose numbers may change from page to page, as those of pages do. */
const longestWithNumbers = 40;
/** A line of a margin is the same on page after page, a short one except for its numbers. */
const withoutNumbers = (line: string) =>
  (line.length > longestWithNumbers ? line : line.replace(/\p{Nd}+/gu, '#')).replace(/\s+/gu, ' ');
const pageNumber = /^[-–—\s(]*\p{Nd}{1,4}(?:\s*\/\s*\p{Nd}{1,4})?[-–—\s)]*$/u;

/** Removes running heads and feet, which would interrupt paragraphs. */
export function withoutMargins(pages: readonly (readonly Block[])[]): Block[][] {
  const linesAtEdges = (blocks: readonly Block[]) => {
    const byHeight = blocks.flatMap(({ lines }) => lines).toSorted((a, b) => b.y - a.y);
    return new Set([...byHeight.slice(0, marginLines), ...byHeight.slice(-marginLines)]);
  };
  const pagesWith = new Map<string, number>();
  for (const blocks of pages)
    for (const key of new Set([...linesAtEdges(blocks)].map(({ text }) => withoutNumbers(text))))
      pagesWith.set(key, (pagesWith.get(key) ?? 0) + 1);
  const isRepeated = (text: string) =>
    (pagesWith.get(withoutNumbers(text)) ?? 0) >= Math.max(3, pages.length * 0.4);
  const isPageNumber = (text: string) => pages.length > 1 && pageNumber.test(text);
  return pages.map((blocks) => {
    const atEdges = linesAtEdges(blocks);
    const isMargin = (line: Line) =>
      atEdges.has(line) && (isRepeated(line.text) || isPageNumber(line.text));
    return blocks
      .map(({ lines, isCell }) => ({ isCell, lines: lines.filter((line) => !isMargin(line)) }))
      .filter(({ lines }) => lines.length > 0);
  });
}
