import type { FinishedNote } from '#lib/documents/model/document';
import { textOf } from '#lib/documents/model/document';

/**
 * The headings of the note as it is set, from its title on, in their order and without the marks of
 * footnotes.
 */
export function headingTexts({
  head,
  blocks,
  footnotes,
  annex,
  words,
}: FinishedNote): readonly string[] {
  const own = blocks.flatMap((block) =>
    block.kind === 'heading' ? [`${block.number} ${textOf(block.runs)}`.trim()] : [],
  );
  return [
    head.title,
    head.summaryTitle,
    ...(own.length > 0 ? [words.contents] : []),
    ...own,
    ...(footnotes.length > 0 ? [words.footnotes] : []),
    annex.title,
  ];
}
