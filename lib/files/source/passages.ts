import { mostCharacters, mostPassages, type Passage } from '#lib/files/limits';
import { cleaned, isGarbled } from '#lib/files/source/clean';
import { bullet, printedNumber, type Printed } from '#lib/files/source/printed-number';
import { FileRefused } from '#lib/files/refusal';

/**
 * A paragraph as its file has it. The number is given where the file keeps it apart from the text.
 */
export type Paragraph = Readonly<{ page: number | null; text: string; number?: string | null }>;
export type Passages = Readonly<{ passages: readonly Passage[]; leftOut: number }>;

/** Numbers that stand alone count where their neighbours follow on: 41, 42, 43. */
function inSequence(printed: readonly (Printed | undefined)[]): boolean[] {
  const numbers = printed.flatMap((each, at) =>
    each && /^\d+$/.test(each.number) ? [{ at, number: Number(each.number) }] : [],
  );
  const follows = new Set<number>();
  for (const [i, { at, number }] of numbers.entries()) {
    if (numbers[i - 1]?.number === number - 1 || numbers[i + 1]?.number === number + 1)
      follows.add(at);
  }
  return printed.map((each, at) => each !== undefined && (!each.bare || follows.has(at)));
}

/** Paragraphs as they are kept: clean, each on one line, their printed numbers apart. */
export function passagesOf(paragraphs: Iterable<Paragraph>): Passages {
  let leftOut = 0;
  let characters = 0;
  const kept: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const clean = cleaned(paragraph.text);
    leftOut += clean.leftOut;
    const text = clean.text.replace(/\s+/gu, ' ').trim().replace(bullet, '');
    if (text === '') continue;
    characters += text.length;
    if (characters > mostCharacters || kept.length === mostPassages)
      throw new FileRefused('sourceTooLong');
    kept.push({ ...paragraph, text });
  }
  if (isGarbled(kept.map(({ text }) => text).join('\n'))) throw new FileRefused('sourceUnreadable');
  const printed = kept.map(({ text, number }) => (number ? undefined : printedNumber(text)));
  const counts = inSequence(printed);
  return {
    leftOut,
    passages: kept.map(({ page, text, number }, at) => {
      const own = counts[at] ? printed[at] : undefined;
      return { page, number: number ?? own?.number ?? null, text: own?.rest ?? text };
    }),
  };
}
