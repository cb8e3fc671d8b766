import 'server-only';
import type { Locale } from '#lib/convention/names';
import { translator, type Translate } from '#lib/text/i18n';
import type { NoteBlock } from '#lib/notes/model/edition';
import { describeValue, type DefinitionContext } from '#lib/notes/assembly/definitions';
import {
  editionWording,
  renderBlocks,
  type EditionSnapshot,
} from '#lib/notes/assembly/assemble-note';
import { textOf } from '#lib/documents/model/document';
import { evaluateValues } from '#lib/notes/model/evaluate';
import type {
  BlockKind,
  CountedUnit,
  BoundValue,
  BoundValueKind,
} from '#lib/notes/model/vocabulary';
import { compare, type CountChange } from '#lib/counting/comparisons/compare';

/** A block in two editions; null where an edition has no such block or it is empty. */
export type ComparedBlock = Readonly<{
  key: string;
  kind: BlockKind;
  number: string;
  before: string | null;
  after: string | null;
}>;
/** A number that both editions bind alike, with the components of its change if it is a count. */
export type ComparedNumber = Readonly<{
  key: string;
  definition: string;
  before: number | null;
  after: number | null;
  change: CountChange | null;
  percent: boolean;
}>;

const decomposedUnits: readonly CountedUnit[] = ['needs', 'states', 'summaries'];
/**
 * Kinds of values that are one number and mean the same in both editions. Values about the previous
 * note do not.
 */
const comparableKinds: readonly BoundValueKind[] = ['count', 'share', 'place', 'assistance'];

function findChange(
  first: EditionSnapshot,
  second: EditionSnapshot,
  value: BoundValue,
  known: Map<string, CountChange | null>,
): CountChange | null {
  if (value.kind !== 'count' || value.in.since || !decomposedUnits.includes(value.of)) return null;
  const name = JSON.stringify([value.of, value.in]);
  const found =
    known.get(name) ??
    compare(first.sideOf(value.in), second.sideOf(value.in)).changes.get(value.of) ??
    null;
  known.set(name, found);
  return found;
}

/** The rendered blocks of an edition by their keys. */
const textsByKey = (snapshot: EditionSnapshot, locale: Locale) =>
  new Map(
    renderBlocks(snapshot, locale).blocks.map(({ block, number, runs }) => [
      block.key,
      { kind: block.kind, number, text: textOf(runs) },
    ]),
  );

function compareBlocks(
  first: EditionSnapshot,
  second: EditionSnapshot,
  locale: Locale,
): ComparedBlock[] {
  const before = textsByKey(first, locale);
  const after = textsByKey(second, locale);
  return [...new Set([...after.keys(), ...before.keys()])].map((key) => {
    const was = before.get(key);
    const is = after.get(key);
    const { kind, number } = (is ?? was)!;
    return { key, kind, number, before: was?.text ?? null, after: is?.text ?? null };
  });
}

/** The values that a block binds alike in both editions, with both numbers. */
function sharedValues(first: EditionSnapshot, second: EditionSnapshot, block: NoteBlock) {
  const own = first.blocks.find(({ key }) => key === block.key);
  if (!own) return [];
  const was = evaluateValues(own.content, first.counts);
  const is = evaluateValues(block.content, second.counts);
  return Object.entries(block.content.values)
    .filter(
      ([name, value]) =>
        comparableKinds.includes(value.kind) &&
        JSON.stringify(own.content.values[name]) === JSON.stringify(value),
    )
    .map(([name, value]) => ({
      key: `${block.key}.${name}`,
      value,
      before: was[name]?.number ?? null,
      after: is[name]?.number ?? null,
    }));
}

function compareNumbers(
  first: EditionSnapshot,
  second: EditionSnapshot,
  locale: Locale,
  t: Translate,
): ComparedNumber[] {
  const context: DefinitionContext = {
    locale,
    t,
    wording: editionWording(second.edition, locale),
    termName: (code) => second.names.term(code, locale),
    previousCutoff: second.edition.previousCutoff,
    themeName: (code) => second.names.theme(code, locale),
  };
  const known = new Map<string, CountChange | null>();
  const evaluated = new Set<string>();
  return second.blocks
    .flatMap((block) => sharedValues(first, second, block))
    .flatMap(({ key, value, before, after }): ComparedNumber[] => {
      const { definition, base } = describeValue(context, value)!;
      const percent = value.kind === 'share';
      const words = percent ? `${definition} / ${base}` : definition;
      // The same number may stand in several sentences; it is compared once.
      if (before === after || evaluated.has(words)) return [];
      evaluated.add(words);
      const change = findChange(first, second, value, known);
      return [{ key, definition: words, before, after, change, percent }];
    });
}

/** Compares two editions block by block and number by number, in the order of the later one. */
export function compareSnapshots(
  first: EditionSnapshot,
  second: EditionSnapshot,
  locale: Locale,
): Readonly<{ blocks: readonly ComparedBlock[]; numbers: readonly ComparedNumber[] }> {
  const t = translator(locale);
  return {
    blocks: compareBlocks(first, second, locale),
    numbers: compareNumbers(first, second, locale, t),
  };
}
