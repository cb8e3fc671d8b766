import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { transaction } from '#db/client';
import { account } from '#db/schema';
import { addPerson, approveEdition } from '#lib/notes/editions/people-commands';
import { editionById } from '#lib/notes/store/queries';
import { note } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { createEdition } from '#lib/notes/editions/head-commands';
import { textOf, type Block, type FinishedNote } from '#lib/documents/model/document';
import { finishedNote } from '#lib/notes/assembly/finished-note';
import type { EditionInput } from '#lib/notes/editions/schema';
import { valueOf } from '#tests/support/factories/outcomes';
import { manager, reviewer } from '#tests/support/factories/people';
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

/** An edition that is opened, with a symbol that no other one bears. */
export const opened = async (by: Actor, given: Partial<EditionInput> = {}): Promise<string> => {
  const symbol = `NR/${randomUUID().slice(0, 8)}`;
  return valueOf(await createEdition(by, { ...asIn2023, symbol, ...given })).id;
};

/** Has somebody who did not write in a frozen edition approve it. */
export async function approvedByAnother(by: Actor, id: string): Promise<void> {
  const approver = await reviewer();
  const [{ email } = { email: '' }] = await transaction((tx) =>
    tx.select({ email: account.email }).from(account).where(eq(account.id, approver.accountId!)),
  );
  valueOf(await addPerson(by, { id, email, role: 'approves' }));
  const { checksum } = valueOf(await editionById(by, id)).edition;
  valueOf(await approveEdition(approver, { id, checksum: checksum! }));
}
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
