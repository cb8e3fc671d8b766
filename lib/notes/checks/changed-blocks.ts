import 'server-only';
import type { Locale } from '#lib/convention/names';
import {
  blockText,
  editionWording,
  renderBlocks,
  type EditionSnapshot,
} from '#lib/notes/assembly/assemble-note';
import { textOf } from '#lib/documents/model/document';
import { evaluateValues } from '#lib/notes/model/evaluate';
import { evaluateExhibit } from '#lib/notes/exhibits/render-exhibit';
import type { NameLookup } from '#lib/notes/text/render-context';
import { parseMessage } from '#lib/notes/text/parse-message';
import type { AcceptedNumbers } from '#lib/notes/store/queries';
import { mergeRuns, renderMessage } from '#lib/notes/text/render-message';
import { presentRules, type NoteBlock } from '#lib/notes/model/edition';
import { wordingOf, type Wording } from '#lib/notes/text/wording';
import type { EvaluatedValue } from '#lib/notes/model/vocabulary';

/**
 * A block whose numbers changed since they were last accepted: its text in the source language
 * before and after, and the cells of its table that differ.
 */
export type ChangedBlock = Readonly<{
  key: string;
  kind: NoteBlock['kind'];
  before: string;
  after: string;
  cells: readonly Readonly<{ cell: string; before: number | null; after: number | null }>[];
}>;

type ExhibitNaming = Parameters<typeof evaluateExhibit>[2];
const namingContext = (wording: Wording, names: NameLookup): ExhibitNaming => ({
  wording,
  termName: (code) => names.term(code, wording.locale),
});

/** Evaluates the numbers of some blocks, to be stored as accepted. */
export const evaluateBlocks = (
  blocks: readonly NoteBlock[],
  register: Pick<EditionSnapshot, 'counts' | 'names'>,
  locale: Locale,
) =>
  blocks.map((block) => ({
    key: block.key,
    shown: evaluateNumbers(
      block,
      register,
      namingContext(wordingOf(presentRules, locale), register.names),
    ),
  }));

/** The present numbers of a block: of its text, and of its table or figure. */
function evaluateNumbers(
  { content }: NoteBlock,
  { counts }: Pick<EditionSnapshot, 'counts'>,
  naming: ExhibitNaming,
): Readonly<Record<string, EvaluatedValue>> {
  return {
    ...evaluateValues(content, counts),
    ...(content.exhibit ? evaluateExhibit(content.exhibit, counts, naming) : {}),
  };
}

/** The number of a cell: 0 where there is no such cell, null where a share has no base. */
const numberOfCell = (
  numbers: Readonly<Record<string, EvaluatedValue>>,
  cell: string,
): number | null => (cell in numbers ? (numbers[cell]!.number ?? null) : 0);

/**
 * Lists the blocks that differ from their accepted numbers, in their order. Blocks without accepted
 * numbers are left out.
 */
export function listChangedBlocks(
  snapshot: EditionSnapshot,
  accepted: AcceptedNumbers,
): ChangedBlock[] {
  const { edition } = snapshot;
  const locale = edition.sourceLocale;
  const { context } = renderBlocks(snapshot, locale);
  const naming = namingContext(editionWording(edition, locale), snapshot.names);
  const quiet = { ...context, footnote: () => null };
  return snapshot.blocks.flatMap((block): ChangedBlock[] => {
    const { key, kind, content } = block;
    const was = accepted.get(key)?.shown;
    if (!was) return [];
    const message = parseMessage(blockText(block, edition, locale));
    const holds = Object.fromEntries(Object.keys(content.claims).map((name) => [name, true]));
    // A value that was bound after the numbers were accepted has its present number in both.
    const present = evaluateValues(content, snapshot.counts);
    const before = message
      ? textOf(
          mergeRuns(
            renderMessage(
              quiet,
              { key, content, results: { ...present, ...was }, claimResults: holds },
              message,
            ),
          ),
        )
      : '';
    const after = message
      ? textOf(
          mergeRuns(
            renderMessage(quiet, { key, content, results: present, claimResults: holds }, message),
          ),
        )
      : '';
    const numbers = content.exhibit
      ? evaluateExhibit(content.exhibit, snapshot.counts, naming)
      : {};
    const cells = [
      ...new Set([
        ...Object.keys(numbers),
        ...Object.keys(was).filter((cell) => content.exhibit && !(cell in content.values)),
      ]),
    ]
      // A matrix row that is missing on one side counts as zeros.
      .map((cell) => ({
        cell,
        before: numberOfCell(was, cell),
        after: numberOfCell(numbers, cell),
      }))
      .filter((cell) => cell.before !== cell.after);
    return before === after && cells.length === 0 ? [] : [{ key, kind, before, after, cells }];
  });
}
