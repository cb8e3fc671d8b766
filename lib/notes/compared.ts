import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { wordsOf } from '#lib/notes/definitions';
import { readBlocks, type Material } from '#lib/notes/assemble';
import { textOf } from '#lib/documents/model/document';
import { shownIn } from '#lib/notes/model/evaluate';
import type { BlockKind, CountedUnit, Value, ValueKind } from '#lib/notes/model/vocabulary';
import { compare, type Change } from '#lib/counting/summaries/compare';

/** A block in two editions; null where one has none, or it says nothing there. */
export type ComparedBlock = Readonly<{
  key: string;
  kind: BlockKind;
  number: string;
  before: string | null;
  after: string | null;
}>;
/** A number that both editions bind alike, and what its change is made of; a share has no parts. */
export type ComparedNumber = Readonly<{
  key: string;
  definition: string;
  before: number | null;
  after: number | null;
  change: Change | null;
  percent: boolean;
}>;

const compared: readonly CountedUnit[] = ['needs', 'states', 'summaries'];
/**
 * What is one number, and the same thing in both editions; what is said of the previous note is
 * another in each.
 */
const numbered: readonly ValueKind[] = ['count', 'share', 'place', 'assistance'];

function changeOf(
  first: Material,
  second: Material,
  value: Value,
  known: Map<string, Change | null>,
): Change | null {
  if (value.kind !== 'count' || value.in.since || !compared.includes(value.of)) return null;
  const name = JSON.stringify([value.of, value.in]);
  const found =
    known.get(name) ??
    compare(first.side(value.in), second.side(value.in)).changes.get(value.of) ??
    null;
  known.set(name, found);
  return found;
}

/**
 * Two editions block by block and number by number, in a language; the order is that of the later
 * one.
 */
export function comparedEditions(
  first: Material,
  second: Material,
  locale: Locale,
): Readonly<{ blocks: readonly ComparedBlock[]; numbers: readonly ComparedNumber[] }> {
  const t = translator(locale);
  const read = (material: Material) =>
    new Map(
      readBlocks(material, locale, t).read.map(({ block, number, runs }) => [
        block.key,
        { kind: block.kind, number, text: textOf(runs) },
      ]),
    );
  const before = read(first);
  const after = read(second);
  const blocks = [...new Set([...after.keys(), ...before.keys()])].map((key): ComparedBlock => {
    const was = before.get(key);
    const is = after.get(key);
    return {
      key,
      kind: (is ?? was)!.kind,
      number: (is ?? was)!.number,
      before: was?.text ?? null,
      after: is?.text ?? null,
    };
  });
  const known = new Map<string, Change | null>();
  const defining = {
    locale,
    t,
    termName: (code: string) => second.names.term(code, locale),
    previousCutoff: second.edition.previousCutoff,
    themeName: (code: string) => second.names.theme(code, locale),
  };
  const said = new Set<string>();
  const numbers = second.blocks.flatMap((block): ComparedNumber[] => {
    const own = first.blocks.find(({ key }) => key === block.key);
    if (!own) return [];
    const was = shownIn(own.content, first.reading);
    const is = shownIn(block.content, second.reading);
    return Object.entries(block.content.values).flatMap(([name, value]): ComparedNumber[] => {
      if (
        !numbered.includes(value.kind) ||
        JSON.stringify(own.content.values[name]) !== JSON.stringify(value)
      )
        return [];
      const from = was[name]?.number ?? null;
      const to = is[name]?.number ?? null;
      const definition = wordsOf(defining, value)!;
      const words =
        value.kind === 'share'
          ? `${definition.definition} / ${definition.base}`
          : definition.definition;
      // The same number stands in several sentences, and is compared once.
      if (from === to || said.has(words)) return [];
      said.add(words);
      return [
        {
          key: `${block.key}.${name}`,
          definition: words,
          before: from,
          after: to,
          change: changeOf(first, second, value, known),
          percent: value.kind === 'share',
        },
      ];
    });
  });
  return { blocks, numbers };
}
