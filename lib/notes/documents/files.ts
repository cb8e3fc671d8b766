import 'server-only';
import { createHash } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { noteFile } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { toldRevision, type Edition } from '#lib/notes/model/edition';
import { editionById } from '#lib/notes/store/queries';
import type { DocumentFormat } from '#lib/notes/model/vocabulary';

/** A rendered document without its content. */
export type NoteFileInfo = Readonly<{
  locale: Locale;
  format: DocumentFormat;
  revision: number;
  size: number;
  sha256: string;
  madeAt: string;
}>;

const columns = {
  locale: noteFile.locale,
  format: noteFile.format,
  revision: noteFile.revision,
  size: noteFile.size,
  sha256: noteFile.sha256,
  madeAt: noteFile.madeAt,
};

const sha256Of = (content: Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Whether a document is of the frozen edition, and not of a draft before. */
const isOfEdition = (edition: Edition, file: NoteFileInfo) =>
  edition.frozenAt === null ||
  (file.revision === toldRevision(edition) && file.madeAt >= edition.frozenAt);

/** Returns the current documents of an edition, ordered by language and format. */
export async function filesOfEdition(
  edition: Edition,
  from: Reader | Writer = read(),
): Promise<NoteFileInfo[]> {
  const files = await from
    .select(columns)
    .from(noteFile)
    .where(eq(noteFile.noteId, edition.id))
    .orderBy(asc(noteFile.locale), asc(noteFile.format));
  return files.filter((file) => isOfEdition(edition, file));
}

const isFile = (noteId: string, locale: Locale, format: DocumentFormat) =>
  and(eq(noteFile.noteId, noteId), eq(noteFile.locale, locale), eq(noteFile.format, format));

/** Whether the stored content has the size and hash of the document that was rendered. */
export async function isIntact(
  noteId: string,
  { locale, format, size, sha256 }: NoteFileInfo,
): Promise<boolean> {
  const [stored] = await read()
    .select({ content: noteFile.content })
    .from(noteFile)
    .where(isFile(noteId, locale, format));
  return (
    stored !== undefined && stored.content.length === size && sha256Of(stored.content) === sha256
  );
}

export type NoteFileDownload = Readonly<{
  file: NoteFileInfo;
  content: Buffer;
  symbol: string;
  /** Whether the public may see the edition. */
  isPublic: boolean;
}>;

/**
 * Returns a document with its content; undefined where there is none or the actor may not see the
 * edition. Throws if the stored content is corrupt.
 */
export async function fileOfEdition(
  actor: Actor,
  id: string,
  locale: Locale,
  format: DocumentFormat,
): Promise<NoteFileDownload | undefined> {
  const view = await editionById(actor, id);
  if (!view.ok) return undefined;
  const { edition, isPublic } = view.value;
  const [stored] = await read()
    .select({ ...columns, content: noteFile.content })
    .from(noteFile)
    .where(isFile(id, locale, format));
  if (!stored) return undefined;
  const { content, ...file } = stored;
  if (!isOfEdition(edition, file)) return undefined;
  if (sha256Of(content) !== file.sha256)
    throw new Error(`document ${format} in ${locale} of note ${id} is not the one that was made`);
  return { file, content, symbol: edition.symbol, isPublic };
}

export type NewNoteFile = Readonly<{
  locale: Locale;
  format: DocumentFormat;
  revision: number;
  content: Uint8Array;
}>;

/** Stores a document in place of the one before. */
export async function storeFile(
  tx: Writer,
  noteId: string,
  { locale, format, revision, content }: NewNoteFile,
): Promise<void> {
  const set = {
    revision,
    size: content.length,
    sha256: sha256Of(content),
    madeAt: new Date().toISOString(),
    content: Buffer.from(content),
  };
  await tx
    .insert(noteFile)
    .values({ noteId, locale, format, ...set })
    .onConflictDoUpdate({ target: [noteFile.noteId, noteFile.locale, noteFile.format], set });
}
