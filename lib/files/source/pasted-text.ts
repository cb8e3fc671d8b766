import type { Paragraph } from '#lib/files/source/passages';
import { beginsItem, printedNumber } from '#lib/files/source/printed-number';

/** The longest line that a program breaks to fit; a longer one is a paragraph. */
const longestBrokenLine = 110;

/** Joins lines into paragraphs: a new one starts where a line looks like the start of one. */
function* joinLines(lines: readonly string[]): Generator<string> {
  let paragraph: string[] = [];
  for (const line of lines) {
    if (paragraph.length > 0 && (beginsItem(line) || printedNumber(line)?.bare === false)) {
      yield paragraph.join(' ');
      paragraph = [];
    }
    paragraph.push(line);
  }
  if (paragraph.length > 0) yield paragraph.join(' ');
}

/** Yields the paragraphs of pasted text: blocks where its lines were broken to fit, else lines. */
export function* paragraphsOfText(text: string): Generator<Paragraph> {
  const blocks = text.split(/\n[^\S\n]*(?:\n[^\S\n]*)+|\f/).map((block) =>
    block
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );
  const isBroken =
    blocks.length > 1 && blocks.flat().every((line) => line.length <= longestBrokenLine);
  for (const lines of blocks) {
    for (const paragraph of isBroken ? joinLines(lines) : lines)
      yield { page: null, text: paragraph };
  }
}
