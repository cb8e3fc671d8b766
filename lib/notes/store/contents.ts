import 'server-only';
import { createHash } from 'node:crypto';
import { and, eq, isNotNull } from 'drizzle-orm';
import { read, type Writer } from '#db/client';
import { note, noteContent } from '#db/schema/notes';
import type { Locale } from '#lib/convention/names';
import type { FinishedNote } from '#lib/documents/model/document';
import type { Edition } from '#lib/notes/model/edition';

const sha256Of = (content: string): string => createHash('sha256').update(content).digest('hex');

/** Stores the content of a frozen edition in its languages, as it is read from now on. */
export async function storeContents(
  tx: Writer,
  noteId: string,
  checksum: string,
  notes: readonly FinishedNote[],
): Promise<void> {
  for (const note of notes) {
    const content = JSON.stringify(note);
    const row = { noteId, checksum, locale: note.locale, sha256: sha256Of(content), content };
    // Frozen again with the same content: it is there already.
    await tx.insert(noteContent).values(row).onConflictDoNothing();
  }
}

/** The ids of all editions that are frozen, also of those that are published. */
export async function frozenEditionIds(): Promise<string[]> {
  const rows = await read().select({ id: note.id }).from(note).where(isNotNull(note.checksum));
  return rows.map(({ id }) => id);
}

/** The languages in which the content of a frozen edition is stored. */
export async function storedLanguages({
  id,
  checksum,
}: Pick<Edition, 'id' | 'checksum'>): Promise<Locale[]> {
  const rows = await read()
    .select({ locale: noteContent.locale })
    .from(noteContent)
    .where(and(eq(noteContent.noteId, id), eq(noteContent.checksum, checksum ?? '')));
  return rows.map(({ locale }) => locale);
}

/**
 * Returns the stored content of a frozen edition in a language; undefined for a draft, and where
 * none is stored. Throws if it is not what was stored.
 */
export async function storedNote(
  { id, checksum }: Pick<Edition, 'id' | 'checksum'>,
  locale: Locale,
): Promise<FinishedNote | undefined> {
  if (checksum === null) return undefined;
  const [row] = await read()
    .select({ sha256: noteContent.sha256, content: noteContent.content })
    .from(noteContent)
    .where(
      and(
        eq(noteContent.noteId, id),
        eq(noteContent.checksum, checksum),
        eq(noteContent.locale, locale),
      ),
    );
  if (!row) return undefined;
  if (sha256Of(row.content) !== row.sha256)
    throw new Error(`the content of note ${id} in ${locale} is not the one that was stored`);
  return JSON.parse(row.content) as FinishedNote;
}
