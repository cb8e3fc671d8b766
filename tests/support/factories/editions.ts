import { eq } from 'drizzle-orm';
import { note } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { createEdition } from '#lib/notes/editions/head-commands';
import { textOf, type Block, type FinishedNote } from '#lib/documents/model/document';
import { finishedNote } from '#lib/notes/assembly/finished-note';
import type { EditionInput } from '#lib/notes/editions/schema';
import { valueOf } from '#tests/support/factories/outcomes';
import { manager } from '#tests/support/factories/people';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';
import { unrecorded } from '#tests/support/databases/unrecorded';

/**
 * What the note of 2023 counted: chapter II until 28 February 2023, the previous one until October
 * 2021.
 */
export const asIn2023: EditionInput = {
  audience: 'public',
  title: '',
  session: 14,
  place: 'Vienna, 12–16 June 2023',
  agendaItem: '5',
  symbol: 'NR/2023/1',
  documentDate: '2023-03-27',
  chapters: 'II',
  cutoff: '2023-02-28',
  previousId: null,
  previousCutoff: '2021-10-31',
  previousSymbol: 'NR/2021/1',
  sourceLocale: 'en',
};

/** A manager of the demonstration register, loaded anew. */
export async function demonstrationManager(): Promise<Actor> {
  await demonstrationRegister();
  return manager();
}

export const opened = async (by: Actor, given: Partial<EditionInput> = {}): Promise<string> =>
  valueOf(await createEdition(by, { ...asIn2023, ...given })).id;
export const finished = async (
  by: Actor,
  id: string,
  locale: Locale = 'en',
): Promise<FinishedNote> => valueOf(await finishedNote(by, id, locale));

/** The text of a block by its key, as it is read. */
export function readIn(note_: FinishedNote, key: string): string {
  const block = note_.blocks.find((each) => each.key === key);
  if (!block) throw new Error(`there is no ${key} in the note`);
  return textOf(runsOf(block));
}
export const runsOf = (block: Block) => ('runs' in block ? block.runs : block.caption);

/** An edition as it would be read at a revision, whatever came after. */
export const pinned = (id: string, revision: number | null) =>
  unrecorded((tx) => tx.update(note).set({ revision }).where(eq(note.id, id)));
