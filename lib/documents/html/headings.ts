import type { FinishedNote } from '#lib/documents/model/document';
import { textOf } from '#lib/documents/model/document';

/** The headings of the note's HTML in their order, from its title on, without footnote marks. */
export function headingTexts({
  head,
  blocks,
  footnotes,
  labels: words,
}: FinishedNote): readonly string[] {
  const numberedHeadings = blocks.flatMap((block) =>
    block.kind === 'heading' ? [`${block.number} ${textOf(block.runs)}`.trim()] : [],
  );
  return [
    head.title,
    head.summaryTitle,
    ...(numberedHeadings.length > 0 ? [words.contents] : []),
    ...numberedHeadings,
    ...(footnotes.length > 0 ? [words.footnotes] : []),
  ];
}
