import 'server-only';
import { controlTag } from '#lib/documents/docx/bookmarks';
import { parseNoteDocx } from '#lib/documents/docx/parse-docx';
import type { FinishedNote, Runs } from '#lib/documents/model/document';

/** The bound numbers of a note by the tag of their content control. */
function boundNumbers({ head, blocks }: FinishedNote): Map<string, string> {
  const all: Runs[] = [
    head.summary,
    ...blocks.flatMap((block) =>
      'runs' in block
        ? [block.runs]
        : [block.caption, ...block.table.rows.flatMap(({ cells }) => cells)],
    ),
  ];
  return new Map(
    all.flatMap((runs) =>
      runs.flatMap(({ value, text }) =>
        value === undefined ? [] : [[controlTag(value), text] as const],
      ),
    ),
  );
}

/**
 * Parses a rendered Word document and returns the tags of the numbers that differ from the note or
 * are missing.
 */
export async function differingNumbers(note: FinishedNote, docx: Uint8Array): Promise<string[]> {
  const { paragraphs } = await parseNoteDocx(docx);
  const evaluated = new Map<string, Set<string>>();
  for (const { pieces } of paragraphs)
    for (const { key, text } of pieces)
      if (key !== undefined) evaluated.set(key, (evaluated.get(key) ?? new Set()).add(text));
  return [...boundNumbers(note)]
    .filter(([name, text]) => {
      const found = evaluated.get(name);
      return !found || [...found].some((each) => each !== text);
    })
    .map(([name]) => name);
}

/**
 * Returns the definitions that the annex gives more than one number for, under the same rule and
 * base. There should be none, since all numbers come from one count.
 */
export function contradictionsIn({ annex: { rows } }: FinishedNote): string[] {
  const evaluated = Map.groupBy(
    rows.filter(({ rule, base }) => rule !== '–' || base !== '–'),
    ({ definition, rule, base }) => `${definition} | ${rule} | ${base}`,
  );
  return [...evaluated]
    .filter(
      ([, same]) => new Set(same.map(({ shown }) => shown.replaceAll(/[^\p{Nd}–]/gu, ''))).size > 1,
    )
    .map(([definition]) => definition);
}
