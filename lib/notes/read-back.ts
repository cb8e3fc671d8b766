import 'server-only';
import { tagOf } from '#lib/documents/docx/bookmarks';
import { readNoteDocx } from '#lib/documents/docx/read-docx';
import type { FinishedNote, Runs } from '#lib/documents/model/document';

/** Every bound number of a note by its name, with what it reads. */
function numbersOf({ head, blocks }: FinishedNote): Map<string, string> {
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
        value === undefined ? [] : [[tagOf(value), text] as const],
      ),
    ),
  );
}

/**
 * The names of the numbers that a finished Word document, read back, does not say as they were
 * counted; also of those that it lacks.
 */
export async function numbersThatDiffer(note: FinishedNote, docx: Uint8Array): Promise<string[]> {
  const { paragraphs } = await readNoteDocx(docx);
  const said = new Map<string, Set<string>>();
  for (const { pieces } of paragraphs)
    for (const { key, text } of pieces)
      if (key !== undefined) said.set(key, (said.get(key) ?? new Set()).add(text));
  return [...numbersOf(note)]
    .filter(([name, text]) => {
      const found = said.get(name);
      return !found || [...found].some((each) => each !== text);
    })
    .map(([name]) => name);
}

/**
 * What a note says of one thing in several places: the definitions, with their rule and base, that
 * stand in its annex with more than one
 * number. There is none, since all are of one count; this proves it.
 */
export function contradictionsIn({ annex: { rows } }: FinishedNote): string[] {
  const said = Map.groupBy(
    rows.filter(({ rule, base }) => rule !== '–' || base !== '–'),
    ({ definition, rule, base }) => `${definition} | ${rule} | ${base}`,
  );
  return [...said]
    .filter(
      ([, same]) => new Set(same.map(({ shown }) => shown.replaceAll(/[^\p{Nd}–]/gu, ''))).size > 1,
    )
    .map(([definition]) => definition);
}
