import 'server-only';
import type { Locale } from '#lib/convention/names';
import { translator, type Translate } from '#lib/text/i18n';
import type { NoteBlock } from '#lib/notes/edition';
import { wordsOf, type Defining } from '#lib/notes/definitions';
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

/** The blocks of an edition as they are read, by their keys. */
const textsOf = (material: Material, locale: Locale, t: Translate) =>
  new Map(
    readBlocks(material, locale, t).read.map(({ block, number, runs }) => [
      block.key,
      { kind: block.kind, number, text: textOf(runs) },
    ]),
  );

function comparedBlocks(
  first: Material,
  second: Material,
  locale: Locale,
  t: Translate,
): ComparedBlock[] {
  const before = textsOf(first, locale, t);
  const after = textsOf(second, locale, t);
  return [...new Set([...after.keys(), ...before.keys()])].map((key) => {
    const was = before.get(key);
    const is = after.get(key);
    const { kind, number } = (is ?? was)!;
    return { key, kind, number, before: was?.text ?? null, after: is?.text ?? null };
  });
}

/** The values that a block binds alike in both editions, each with its number in either. */
function boundInBoth(first: Material, second: Material, block: NoteBlock) {
  const own = first.blocks.find(({ key }) => key === block.key);
  if (!own) return [];
  const was = shownIn(own.content, first.reading);
  const is = shownIn(block.content, second.reading);
  return Object.entries(block.content.values)
    .filter(
      ([name, value]) =>
        numbered.includes(value.kind) &&
        JSON.stringify(own.content.values[name]) === JSON.stringify(value),
    )
    .map(([name, value]) => ({
      key: `${block.key}.${name}`,
      value,
      before: was[name]?.number ?? null,
      after: is[name]?.number ?? null,
    }));
}

function comparedNumbers(
  first: Material,
  second: Material,
  locale: Locale,
  t: Translate,
): ComparedNumber[] {
  const defining: Defining = {
    locale,
    t,
    termName: (code) => second.names.term(code, locale),
    previousCutoff: second.edition.previousCutoff,
    themeName: (code) => second.names.theme(code, locale),
  };
  const known = new Map<string, Change | null>();
  const said = new Set<string>();
  return second.blocks
    .flatMap((block) => boundInBoth(first, second, block))
    .flatMap(({ key, value, before, after }): ComparedNumber[] => {
      const { definition, base } = wordsOf(defining, value)!;
      const percent = value.kind === 'share';
      const words = percent ? `${definition} / ${base}` : definition;
      // The same number stands in several sentences, and is compared once.
      if (before === after || said.has(words)) return [];
      said.add(words);
      const change = changeOf(first, second, value, known);
      return [{ key, definition: words, before, after, change, percent }];
    });
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
  return {
    blocks: comparedBlocks(first, second, locale, t),
    numbers: comparedNumbers(first, second, locale, t),
  };
}
