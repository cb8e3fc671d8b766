import 'server-only';
import { and, eq, inArray, lte, ne, sql } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { note, noteBlock } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import type { Edition } from '#lib/notes/model/edition';
import type { NoteStatus } from '#lib/notes/model/vocabulary';

/** Whether an account has written in an edition: opened it, or made a version of one of its blocks. */
export async function hasWritten(
  tx: Writer,
  { accountId }: Pick<Actor, 'accountId'>,
  noteId: string,
): Promise<boolean> {
  const [opened] = await tx
    .select({ id: note.id })
    .from(note)
    .where(and(eq(note.id, noteId), eq(note.createdBy, accountId!)));
  if (opened) return true;
  const [written] = await tx
    .select({ id: noteBlock.id })
    .from(noteBlock)
    .where(and(eq(noteBlock.noteId, noteId), eq(noteBlock.changedBy, accountId!)))
    .limit(1);
  return written !== undefined;
}

/** Whether another edition, in one of these statuses, bears a symbol, however it is written. */
export async function isSymbolTaken(
  tx: Writer,
  symbol: string,
  noteId: string | null,
  statuses?: readonly NoteStatus[],
): Promise<boolean> {
  const [found] = await tx
    .select({ id: note.id })
    .from(note)
    .where(
      and(
        sql`lower(${note.symbol}) = ${symbol.toLowerCase()}`,
        noteId === null ? undefined : ne(note.id, noteId),
        statuses ? inArray(note.status, [...statuses]) : undefined,
      ),
    )
    .limit(1);
  return found !== undefined;
}

/** Whether an edition that follows another one has a cut-off on or before this date. */
export async function hasFollowerBy(
  tx: Writer,
  { id }: Pick<Edition, 'id'>,
  cutoff: string,
): Promise<boolean> {
  const [found] = await tx
    .select({ id: note.id })
    .from(note)
    .where(and(eq(note.previousId, id), lte(note.cutoff, cutoff)))
    .limit(1);
  return found !== undefined;
}
