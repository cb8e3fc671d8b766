import { transaction } from '#db/client';
import { systemActor } from '#lib/base/actor';
import { frozenContent, withEditionSnapshot } from '#lib/notes/assembly/finished-note';
import type { Edition } from '#lib/notes/model/edition';
import { languagesOf } from '#lib/notes/store/languages';
import { frozenEditionIds, storeContents, storedLanguages } from '#lib/notes/store/contents';
import { editionById } from '#lib/notes/store/queries';

const reader = systemActor('', 'Register');

async function isStored(edition: Edition): Promise<boolean> {
  const stored = await storedLanguages(edition);
  return languagesOf(edition).every((locale) => stored.includes(locale));
}

/**
 * Stores the content of editions that were frozen by a release that did not store it, after an
 * upgrade: worded as that release worded them, which their checksums prove. Later starts find them
 * stored.
 */
export async function storeFrozenEditions(print: (line: string) => void): Promise<void> {
  for (const id of await frozenEditionIds()) {
    const view = await editionById(reader, id);
    if (!view.ok || (await isStored(view.value.edition))) continue;
    const { edition } = view.value;
    const { checksum, notes } = await withEditionSnapshot(reader, { edition }, frozenContent);
    if (checksum !== edition.checksum) {
      print(`The note ${edition.symbol} was frozen by an older release with other words: its`);
      print('documents stay, but its content cannot be stored as it was.');
      continue;
    }
    await transaction((tx) => storeContents(tx, edition.id, checksum, notes));
    print(`Stored the content of the note ${edition.symbol} as it was frozen.`);
  }
}
