import type { Piece } from '#lib/documents/docx/reading-part';

const plain = (text: string) => text.replace(/\s+/g, ' ');

/**
 * The numbers of a paragraph whose content controls a program has dropped, or moved: what stands
 * between the same words as before.
 * Null where the words are others.
 */
export function unmarked(original: readonly Piece[], copy: string): readonly string[] | null {
  const said = plain(copy).trim();
  const pieces = original.map((piece) => ({ ...piece, text: plain(piece.text) }));
  if (
    !pieces.some(({ key, text }) => key === undefined && text.trim() !== '') ||
    !pieces.some(({ key }) => key !== undefined)
  )
    return null;
  const found: string[] = [];
  let at = 0;
  let waiting = 0;
  const take = (text: string) => {
    if (waiting === 0) return text.trim() === '';
    // Two numbers without a word between them cannot be told apart.
    found.push(
      ...(waiting === 1 ? [text.trim()] : Array.from({ length: waiting }, () => text.trim())),
    );
    waiting = 0;
    return text.length <= 120;
  };
  for (const [n, { key, text }] of pieces.entries()) {
    if (key !== undefined) {
      waiting += 1;
      continue;
    }
    const isLast = n === pieces.length - 1;
    const withoutEnd = isLast ? text.trimEnd() : text;
    const words = n === 0 ? text.trimStart() : withoutEnd;
    const atEnd = said.endsWith(words) ? said.length - words.length : -1;
    const next = isLast ? atEnd : said.indexOf(words, at);
    if (next < at || !take(said.slice(at, next))) return null;
    at = next + words.length;
  }
  return take(said.slice(at)) ? found : null;
}
