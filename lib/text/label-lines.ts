/**
 * The size of the texts in a figure, in its own units. Drawn 288 pixels wide on a phone of 320, it
 * is 12 pixels.
 */
export const fontSize = 13.5;

const widths: readonly [RegExp, number][] = [
  [/[\p{Mn}\p{Cf}]/u, 0],
  [/[\s.,:;·'’()|il]/u, 0.3],
  [/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u, 1],
  [/[mwMWЖжШшЩщЮюФфЫыМм]/u, 0.86],
  [/[%\p{Lu}]/u, 0.7],
  [/\p{Script=Cyrillic}/u, 0.61],
  [/\p{Script=Arabic}/u, 0.52],
];

/** About how wide a text is; fonts differ, so rather more than less. */
export const textWidth = (text: string): number =>
  [...text].reduce(
    (width, letter) =>
      width + (widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.57) * fontSize,
    0,
  );

/** A label broken into lines that fit; Chinese breaks anywhere, other languages between words. */
export function labelLines(text: string, room: number): string[] {
  const pieces = text.match(/\p{Script=Han}[、，。；：）》]*|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth((last + piece).trimEnd()) <= room)
      lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}
