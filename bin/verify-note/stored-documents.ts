import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import { read } from '#db/client';
import { note, noteFile } from '#db/schema/notes';
import { isInPublicView } from '#lib/notes/store/counted-summaries';
import type { ParsedDocx } from '#lib/documents/docx/parse-docx';

export type StoredDocument = Readonly<{
  noteId: string;
  symbol: string;
  locale: string;
  format: string;
  revision: number;
  sha256: string;
  /** Whether the public may see the edition today. */
  isPublic: boolean;
}>;

const columns = {
  noteId: note.id,
  symbol: note.symbol,
  locale: noteFile.locale,
  format: noteFile.format,
  revision: noteFile.revision,
  sha256: noteFile.sha256,
};

/** Returns the stored documents that meet a condition. */
async function documents(condition: SQL | undefined): Promise<StoredDocument[]> {
  const rows = await read()
    .select({ ...columns, inView: sql<boolean | number>`${isInPublicView()}` })
    .from(noteFile)
    .innerJoin(note, eq(note.id, noteFile.noteId))
    .where(condition)
    .orderBy(note.id, noteFile.locale, noteFile.format);
  return rows.map(({ inView, ...row }) => ({ ...row, isPublic: Boolean(inView) }));
}

/** Returns the documents with exactly these bytes. */
export const documentsWithHash = (sha256: string): Promise<StoredDocument[]> =>
  documents(eq(noteFile.sha256, sha256));

/**
 * Returns the Word files that a file may be a copy of: those with the checksum in its properties or
 * with its symbol, in its language if there are any.
 */
export async function originalsOf({
  properties,
  paragraphs,
}: ParsedDocx): Promise<StoredDocument[]> {
  const symbol =
    properties.symbol ??
    paragraphs.find(({ style }) => style === 'DocumentSymbol')?.text.trim() ??
    '';
  const of =
    properties.checksum === undefined
      ? eq(note.symbol, symbol)
      : or(eq(note.checksum, properties.checksum), eq(note.symbol, symbol));
  const found = await documents(and(eq(noteFile.format, 'docx'), of));
  const inLanguage = found.filter(({ locale }) => locale === properties.language);
  return inLanguage.length > 0 ? inLanguage : found;
}

export async function contentOf({ noteId, locale, format }: StoredDocument): Promise<Uint8Array> {
  const rows = await read()
    .select({
      noteId: noteFile.noteId,
      locale: noteFile.locale,
      format: noteFile.format,
      content: noteFile.content,
    })
    .from(noteFile)
    .where(eq(noteFile.noteId, noteId));
  const found = rows.find((row) => row.locale === locale && row.format === format);
  if (!found) throw new Error(`The ${format} of ${noteId} in ${locale} is gone.`);
  return found.content;
}
