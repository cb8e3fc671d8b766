/** The font size of a figure, in its own units: 12 pixels on a phone 320 pixels wide. */
export const fontSize = 13.5;

/** The widths of characters in relation to the font size. */
const widths: readonly [RegExp, number][] = [
  [/[\p{Mn}\p{Cf}]/u, 0],
  [/[\s.,:;·'’()|il]/u, 0.3],
  [/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u, 1],
  [/[mwMWЖжШшЩщЮюФфЫыМм]/u, 0.86],
  [/[%\p{Lu}]/u, 0.7],
  [/\p{Script=Cyrillic}/u, 0.61],
  [/\p{Script=Arabic}/u, 0.52],
];

const defaultWidth = 0.57;
/**
 * What readers may add to each character and each space (WCAG 1.4.12 Text Spacing): the labels of a
 * figure leave room for it.
 */
const letterSpacing = 0.12;
const wordSpacing = 0.16;
function widthOf(character: string): number {
  const width = widths.find(([characters]) => characters.test(character))?.[1] ?? defaultWidth;
  if (width === 0) return 0;
  return width + letterSpacing + (/\s/.test(character) ? wordSpacing : 0);
}

/** Estimates the width of a text; as fonts differ, it is rather too wide than too narrow. */
export const textWidth = (text: string): number =>
  [...text].reduce((width, character) => width + widthOf(character) * fontSize, 0);

/** Breaks a label into lines that fit: Chinese anywhere, other languages between words. */
export function wrapLabel(text: string, maxWidth: number): string[] {
  const pieces = text.match(/\p{Script=Han}[、，。；：）》]*|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth((last + piece).trimEnd()) <= maxWidth)
      lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}
