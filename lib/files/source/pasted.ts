import type { Paragraph } from '#lib/files/source/passages';
import { beginsItem, printedNumber } from '#lib/files/source/printed-number';

/** The longest line that a program breaks by itself; longer ones are paragraphs. */
const longestBrokenLine = 110;

/** Lines of one paragraph together, until one begins like a paragraph of its own. */
function* joined(lines: readonly string[]): Generator<string> {
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

/**
 * The paragraphs of pasted text: by empty lines where its lines were broken to fit, else line by
 * line.
 */
export function* paragraphsOfText(text: string): Generator<Paragraph> {
  const blocks = text.split(/\n[^\S\n]*(?:\n[^\S\n]*)+|\f/).map((block) =>
    block
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );
  const broken =
    blocks.length > 1 && blocks.flat().every((line) => line.length <= longestBrokenLine);
  for (const lines of blocks) {
    for (const paragraph of broken ? joined(lines) : lines) yield { page: null, text: paragraph };
  }
}
