import type { ParagraphPiece } from '#lib/documents/docx/parse-part';

const collapse = (text: string) => text.replace(/\s+/g, ' ');

/** Longer text between the words of a paragraph is no number. */
const longestNumber = 120;

/**
 * Finds the numbers of a paragraph whose content controls a program dropped or moved: the text
 * between the same words as in the original. Returns null where the words differ.
 */
export function matchUntagged(
  original: readonly ParagraphPiece[],
  copy: string,
): readonly string[] | null {
  const copied = collapse(copy).trim();
  const pieces = original.map((piece) => ({ ...piece, text: collapse(piece.text) }));
  const hasWords = pieces.some(({ key, text }) => key === undefined && text.trim() !== '');
  const hasNumbers = pieces.some(({ key }) => key !== undefined);
  if (!hasWords || !hasNumbers) return null;
  const found: string[] = [];
  let position = 0;
  let pending = 0;
  /** Takes the text between two pieces of words as the numbers that are pending there. */
  const take = (text: string): boolean => {
    if (pending === 0) return text.trim() === '';
    // Two numbers without a word between them cannot be told apart.
    for (; pending > 0; pending -= 1) found.push(text.trim());
    return text.length <= longestNumber;
  };
  for (const [index, { key, text }] of pieces.entries()) {
    if (key !== undefined) {
      pending += 1;
      continue;
    }
    const isLast = index === pieces.length - 1;
    const withoutEnd = isLast ? text.trimEnd() : text;
    const words = index === 0 ? text.trimStart() : withoutEnd;
    const atEnd = copied.endsWith(words) ? copied.length - words.length : -1;
    const start = isLast ? atEnd : copied.indexOf(words, position);
    if (start < position || !take(copied.slice(position, start))) return null;
    position = start + words.length;
  }
  return take(copied.slice(position)) ? found : null;
}
