import { maxCharacters, maxPassages, type Passage } from '#lib/files/limits';
import { cleanText, isGarbled } from '#lib/files/source/clean-text';
import { bullet, printedNumber, type PrintedNumber } from '#lib/files/source/printed-number';
import { FileRefused } from '#lib/files/refusal';

/**
 * A paragraph of a file, with its number where the file stores it separately from the text; null
 * where it has none, whatever its text begins with.
 */
export type Paragraph = Readonly<{ page: number | null; text: string; number?: string | null }>;
export type Passages = Readonly<{ passages: readonly Passage[]; leftOut: number }>;

/**
 * Whether each number is the number of its paragraph: a bare one only next to its neighbours, as
 * in 41, 42, 43.
 */
function areParagraphNumbers(printed: readonly (PrintedNumber | undefined)[]): boolean[] {
  const numbers = printed.flatMap((each, at) =>
    each && /^\d+$/.test(each.number) ? [{ at, number: Number(each.number) }] : [],
  );
  const hasNeighbour = new Set<number>();
  for (const [i, { at, number }] of numbers.entries()) {
    if (numbers[i - 1]?.number === number - 1 || numbers[i + 1]?.number === number + 1)
      hasNeighbour.add(at);
  }
  return printed.map((each, at) => each !== undefined && (!each.bare || hasNeighbour.has(at)));
}

/**
 * Returns paragraphs as they are stored: clean, each on one line, with their printed numbers
 * separate. @throws FileRefused
 */
export function passagesOf(paragraphs: Iterable<Paragraph>): Passages {
  let leftOut = 0;
  let characters = 0;
  const clean: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const cleaned = cleanText(paragraph.text);
    leftOut += cleaned.leftOut;
    const text = cleaned.text.replace(/\s+/gu, ' ').trim().replace(bullet, '');
    if (text === '') continue;
    characters += text.length;
    if (characters > maxCharacters || clean.length === maxPassages)
      throw new FileRefused('sourceTooLong');
    clean.push({ ...paragraph, text });
  }
  if (isGarbled(clean.map(({ text }) => text).join('\n')))
    throw new FileRefused('sourceUnreadable');
  const printed = clean.map(({ text, number }) =>
    number === undefined ? printedNumber(text) : undefined,
  );
  const isNumber = areParagraphNumbers(printed);
  return {
    leftOut,
    passages: clean.map(({ page, text, number }, at) => {
      const own = isNumber[at] ? printed[at] : undefined;
      return { page, number: number ?? own?.number ?? null, text: own?.rest ?? text };
    }),
  };
}
