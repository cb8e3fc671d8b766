import 'server-only';
import { createHash } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { noteFile } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import type { Edition } from '#lib/notes/edition';
import { editionById } from '#lib/notes/queries';
import type { DocumentFormat } from '#lib/notes/model/vocabulary';

/** A finished document, without what stands in it. */
export type FileSeen = Readonly<{
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

export const sha256Of = (content: Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/**
 * Whether a document is of the edition as it was frozen; what was made of a draft before is not.
 */
const belongs = ({ revision, frozenAt }: Edition, file: FileSeen) =>
  frozenAt === null || (file.revision === revision && file.madeAt >= frozenAt);

/** The documents of an edition that may be shown, by language and format. */
export async function filesOf(
  edition: Edition,
  from: Reader | Writer = read(),
): Promise<FileSeen[]> {
  const files = await from
    .select(columns)
    .from(noteFile)
    .where(eq(noteFile.noteId, edition.id))
    .orderBy(asc(noteFile.locale), asc(noteFile.format));
  return files.filter((file) => belongs(edition, file));
}

const one = (noteId: string, locale: Locale, format: DocumentFormat) =>
  and(eq(noteFile.noteId, noteId), eq(noteFile.locale, locale), eq(noteFile.format, format));

/** Whether what is stored of a document is what was made. */
export async function isWhole(
  noteId: string,
  { locale, format, size, sha256 }: FileSeen,
): Promise<boolean> {
  const [stored] = await read()
    .select({ content: noteFile.content })
    .from(noteFile)
    .where(one(noteId, locale, format));
  return (
    stored !== undefined && stored.content.length === size && sha256Of(stored.content) === sha256
  );
}

export type FileTaken = Readonly<{
  file: FileSeen;
  content: Buffer;
  symbol: string;
  published: boolean;
}>;

/**
 * A document with what stands in it; undefined where there is none or the actor does not see the
 * edition.
 */
export async function fileOf(
  actor: Actor,
  id: string,
  locale: Locale,
  format: DocumentFormat,
): Promise<FileTaken | undefined> {
  const seen = await editionById(actor, id);
  if (!seen.ok) return undefined;
  const { edition } = seen.value;
  const [stored] = await read()
    .select({ ...columns, content: noteFile.content })
    .from(noteFile)
    .where(one(id, locale, format));
  if (!stored) return undefined;
  const { content, ...file } = stored;
  if (!belongs(edition, file)) return undefined;
  if (sha256Of(content) !== file.sha256)
    throw new Error(`document ${format} in ${locale} of note ${id} is not the one that was made`);
  return { file, content, symbol: edition.symbol, published: edition.status === 'published' };
}

export type FileMade = Readonly<{
  locale: Locale;
  format: DocumentFormat;
  revision: number;
  content: Uint8Array;
}>;

/** Puts a document in the place of the one before. */
export async function storeFile(
  tx: Writer,
  noteId: string,
  { locale, format, revision, content }: FileMade,
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
