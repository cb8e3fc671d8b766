import 'server-only';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { readBlocks, textIn, type Material } from '#lib/notes/assemble';
import { textOf } from '#lib/documents/model/document';
import { shownIn } from '#lib/notes/model/evaluate';
import { exhibitShown } from '#lib/notes/exhibits';
import type { Names } from '#lib/notes/in-language';
import { readMessage } from '#lib/notes/message';
import type { Accepted } from '#lib/notes/queries';
import { joined, say } from '#lib/notes/say';
import type { NoteBlock } from '#lib/notes/edition';
import type { Shown } from '#lib/notes/model/vocabulary';

/**
 * A block that reads otherwise than when its numbers were last accepted: in the source language, or
 * the cells of its table that differ.
 */
export type Moved = Readonly<{
  key: string;
  kind: NoteBlock['kind'];
  before: string;
  after: string;
  cells: readonly Readonly<{ cell: string; before: number | null; after: number | null }>[];
}>;

type Naming = Parameters<typeof exhibitShown>[2];
const namingIn = (locale: Locale, names: Names): Naming => ({
  locale,
  t: translator(locale),
  termName: (code) => names.term(code, locale),
});

/** The numbers of some blocks, to be stored as accepted. */
export const numbersOfBlocks = (
  blocks: readonly NoteBlock[],
  register: Pick<Material, 'reading' | 'names'>,
  locale: Locale,
) =>
  blocks.map((block) => ({
    key: block.key,
    shown: numbersNow(block, register, namingIn(locale, register.names)),
  }));

/** All numbers of a block as they stand: of its sentence, and of its table or figure. */
function numbersNow(
  { content }: NoteBlock,
  { reading }: Pick<Material, 'reading'>,
  naming: Naming,
): Readonly<Record<string, Shown>> {
  return {
    ...shownIn(content, reading),
    ...(content.exhibit ? exhibitShown(content.exhibit, reading, naming) : {}),
  };
}

/** A cell that is not there counts nothing; one without a base has no number. */
const numberIn = (numbers: Readonly<Record<string, Shown>>, cell: string): number | null =>
  cell in numbers ? (numbers[cell]!.number ?? null) : 0;

/**
 * The blocks that read otherwise than they were accepted, in their order; one that nobody has
 * accepted yet counts as it stands.
 */
export function blocksMoved(material: Material, accepted: Accepted): Moved[] {
  const { edition } = material;
  const locale = edition.sourceLocale;
  const t = translator(locale);
  const { saying } = readBlocks(material, locale, t);
  const naming = namingIn(locale, material.names);
  const quiet = { ...saying, footnote: () => null };
  return material.blocks.flatMap((block): Moved[] => {
    const { key, kind, content } = block;
    const was = accepted.get(key)?.shown;
    if (!was) return [];
    const message = readMessage(textIn(block, edition, locale));
    const holds = Object.fromEntries(Object.keys(content.claims).map((name) => [name, true]));
    // A value that came in after the numbers were accepted is as it stands.
    const present = shownIn(content, material.reading);
    const before = message
      ? textOf(joined(say(quiet, { key, content, shown: { ...present, ...was }, holds }, message)))
      : '';
    const after = message
      ? textOf(joined(say(quiet, { key, content, shown: present, holds }, message)))
      : '';
    const numbers = content.exhibit ? exhibitShown(content.exhibit, material.reading, naming) : {};
    const cells = [
      ...new Set([
        ...Object.keys(numbers),
        ...Object.keys(was).filter((cell) => content.exhibit && !(cell in content.values)),
      ]),
    ]
      // A row of a matrix that is not there is a row of zeros.
      .map((cell) => ({ cell, before: numberIn(was, cell), after: numberIn(numbers, cell) }))
      .filter((cell) => cell.before !== cell.after);
    return before === after && cells.length === 0 ? [] : [{ key, kind, before, after, cells }];
  });
}
