import type { BlockKind } from '#lib/notes/model/vocabulary';
import type { Wording } from '#lib/notes/text/wording';

const levels = { 'heading-1': 1, 'heading-2': 2, 'heading-3': 3 } as const;
type HeadingKind = keyof typeof levels;

const isHeading = (kind: BlockKind): kind is HeadingKind => kind in levels;

type NumberedKind = Exclude<BlockKind, 'summary' | 'footnote'>;

function blockNumber(kind: NumberedKind, number: number, wording: Wording): string {
  if (isHeading(kind)) return wording.section(levels[kind], number);
  if (kind === 'figure') return wording.figure(number);
  return kind === 'item' ? wording.itemLetter(number) : String(number);
}

/** The number of a section with its punctuation, before the heading: `I.`, `أولا-`, `一.`. */
export const sectionLabel = (number: string, kind: BlockKind, wording: Wording): string =>
  wording.sectionLabel(number, isHeading(kind) ? levels[kind] : 3);

type NumberableBlock = Readonly<{ key: string; kind: BlockKind }>;

/**
 * Numbers the blocks of a note as in documents of the United Nations, by their keys: paragraphs
 * through the whole note, sections and figures as the language has them, tables in Arabic numerals.
 * Footnotes are numbered by their marks, not here.
 */
export function numberBlocks(
  blocks: readonly NumberableBlock[],
  wording: Wording,
): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const at = {
    'heading-1': 0,
    'heading-2': 0,
    'heading-3': 0,
    paragraph: 0,
    item: 0,
    table: 0,
    figure: 0,
  };
  for (const { key, kind } of blocks) {
    if (kind === 'summary' || kind === 'footnote') continue;
    if (kind !== 'item') at.item = 0;
    if (kind === 'heading-1') at['heading-2'] = 0;
    if (kind === 'heading-1' || kind === 'heading-2') at['heading-3'] = 0;
    at[kind] += 1;
    numbers.set(key, blockNumber(kind, at[kind], wording));
  }
  return numbers;
}
