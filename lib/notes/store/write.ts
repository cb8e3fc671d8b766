import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { note, noteAccepted, noteBlock } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { done, failed, forbidden, notFound, type Outcome } from '#lib/base/errors';
import type { DraftBlock } from '#lib/notes/outline/outline';
import { editionAtWork, type EditionView } from '#lib/notes/store/queries';
import { mayWriteNotes } from '#lib/notes/store/permissions';
import type { NoteBlock } from '#lib/notes/model/edition';
import type { BlockContent, NoteStatus, EvaluatedValue } from '#lib/notes/model/vocabulary';

export type EditionOutcome = Outcome<{ id: string }>;
/** Distance between positions, so that a block can be inserted without moving others. */
export const positionGap = 1000;

type EditionWork = (tx: Writer, view: EditionView) => Promise<EditionOutcome>;

/**
 * Runs `work` in a transaction on an edition that the actor works on and may change (`may`), if it
 * has one of these statuses.
 */
export const editionTransaction = (
  actor: Actor,
  id: string,
  statuses: readonly NoteStatus[],
  work: EditionWork,
  may: (view: EditionView) => boolean = () => mayWriteNotes(actor),
): Promise<EditionOutcome> =>
  runCommand(async (tx) => {
    const found = await editionAtWork(actor, id, tx);
    if (!found.ok) return found;
    if (!may(found.value)) return forbidden('role');
    return statuses.includes(found.value.edition.status)
      ? work(tx, found.value)
      : failed({ kind: 'conflict', why: 'note' });
  });

export const recordNoteChange = (
  tx: Writer,
  actor: Actor,
  verb: string,
  id: string,
  data: Record<string, unknown> = {},
): Promise<number> =>
  recordChange(tx, { actorId: actor.accountId!, verb, entity: 'note', entityId: id, data });

export async function findBlock(
  tx: Writer,
  noteId: string,
  key: string,
): Promise<Outcome<NoteBlock>> {
  const [row] = await tx
    .select({
      key: noteBlock.key,
      version: noteBlock.version,
      kind: noteBlock.kind,
      position: noteBlock.position,
      content: noteBlock.content,
    })
    .from(noteBlock)
    .where(and(eq(noteBlock.noteId, noteId), eq(noteBlock.key, key), isNull(noteBlock.toSeq)));
  return row ? done(row) : notFound;
}

type BlockChange = Readonly<{ content?: BlockContent; position?: number }>;

/**
 * Ends the version of a block and inserts the next one, or none (`next` null). A conflict if the
 * writer saw another version.
 */
export async function replaceBlock(
  tx: Writer,
  actor: Actor,
  noteId: string,
  block: NoteBlock,
  view: number,
  next: BlockChange | null,
  verb: string,
): Promise<EditionOutcome> {
  if (block.version !== view) return failed({ kind: 'conflict', why: 'note-block' });
  const seq = await recordNoteChange(tx, actor, verb, noteId, {
    key: block.key,
    version: block.version + 1,
  });
  const ended = await tx
    .update(noteBlock)
    .set({ toSeq: seq })
    .where(
      and(
        eq(noteBlock.noteId, noteId),
        eq(noteBlock.key, block.key),
        eq(noteBlock.version, block.version),
        isNull(noteBlock.toSeq),
      ),
    )
    .returning({ id: noteBlock.id });
  if (ended.length !== 1) return failed({ kind: 'conflict', why: 'note-block' });
  if (next)
    await insertBlocks(
      tx,
      actor,
      noteId,
      [
        {
          ...block,
          content: next.content ?? block.content,
          position: next.position ?? block.position,
          version: block.version + 1,
        },
      ],
      seq,
    );
  return done({ id: noteId });
}

const insertChunk = 50;

export async function insertBlocks(
  tx: Writer,
  actor: Actor,
  noteId: string,
  blocks: readonly NoteBlock[],
  fromSeq: number,
) {
  const changedAt = new Date().toISOString();
  const rows = blocks.map(({ key, version, kind, position, content }) => ({
    id: randomUUID(),
    noteId,
    key,
    version,
    kind,
    position,
    content,
    changedBy: actor.accountId!,
    changedAt,
    fromSeq,
  }));
  for (let at = 0; at < rows.length; at += insertChunk)
    await tx.insert(noteBlock).values(rows.slice(at, at + insertChunk));
}

/** Gives drafted blocks their positions. */
export const positionBlocks = (drafted: readonly DraftBlock[]): NoteBlock[] =>
  drafted.map((block, at) => ({ ...block, version: 1, position: (at + 1) * positionGap }));

/** Stores the numbers of these blocks as accepted. */
export async function storeAcceptedNumbers(
  tx: Writer,
  actor: Actor,
  noteId: string,
  numbers: readonly Readonly<{ key: string; shown: Readonly<Record<string, EvaluatedValue>> }>[],
) {
  const own = { acceptedBy: actor.accountId!, acceptedAt: new Date().toISOString() };
  for (const { key, shown } of numbers) {
    await tx
      .insert(noteAccepted)
      .values({ noteId, key, shown, ...own })
      .onConflictDoUpdate({
        target: [noteAccepted.noteId, noteAccepted.key],
        set: { shown, ...own },
      });
  }
}

/** Updates an edition if its version is unchanged; returns whether it did. */
export async function updateEdition(
  tx: Writer,
  { id, version }: { id: string; version: number },
  set: Partial<typeof note.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(note)
    .set({ ...set, version: version + 1 })
    .where(and(eq(note.id, id), eq(note.version, version)))
    .returning({ id: note.id });
  return rows.length === 1;
}
