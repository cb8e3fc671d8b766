import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm';
import { noteBlock } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { done, failed, invalid, type Outcome } from '#lib/base/errors';
import { changeBlock, editableStatuses, type BlockRef } from '#lib/notes/blocks/change-block';
import { argumentsOf, claimTagsOf, parseMessage } from '#lib/notes/text/parse-message';
import { hasRole, mayWriteNotes } from '#lib/notes/store/permissions';
import type { BlockContent, BlockKind } from '#lib/notes/model/vocabulary';
import {
  positionGap,
  findBlock,
  editionTransaction,
  insertBlocks,
  recordNoteChange,
  replaceBlock,
  type EditionOutcome,
} from '#lib/notes/store/write';

/** Validates a text: it must parse, and use only values and claims of its block. */
function textFault(text: string, { values, claims }: BlockContent): Outcome<never> | null {
  const message = parseMessage(text);
  if (!message) return invalid('text', 'notes.errors.unreadable');
  const unknown = [
    ...argumentsOf(message).filter((name) => !values[name]),
    ...claimTagsOf(message).filter((name) => !claims[name]),
  ];
  return unknown.length > 0 ? invalid('text', 'notes.errors.unknown') : null;
}

type TextInput = BlockRef & Readonly<{ language: Locale; text: string }>;

/**
 * Writes the text of a block in a language. Translators write every language but the source; a
 * translation keeps the source text that it was made from.
 */
export const writeText = (
  actor: Actor,
  { language, text, ...of }: TextInput,
): Promise<EditionOutcome> =>
  changeBlock(
    actor,
    of,
    'write',
    ({ content }, { edition: { sourceLocale } }) => {
      if (text === '') return invalid('text', 'notes.errors.empty');
      const fault = textFault(text, content);
      if (fault) return fault;
      const from = content.texts[sourceLocale]?.text;
      return done({
        ...content,
        texts: {
          ...content.texts,
          [language]: { text, ...(language !== sourceLocale && from !== undefined && { from }) },
        },
      });
    },
    ({ edition, people }) =>
      mayWriteNotes(actor) ||
      (hasRole(actor, 'translates', people) && language !== edition.sourceLocale),
  );

/** Adds a block after another, or at the beginning. */
export const addBlock = (
  actor: Actor,
  { id, after, kind, text }: Readonly<{ id: string; after: string; kind: BlockKind; text: string }>,
): Promise<EditionOutcome> =>
  editionTransaction(actor, id, editableStatuses, async (tx, { edition: { sourceLocale } }) => {
    const content: BlockContent = { values: {}, claims: {}, texts: { [sourceLocale]: { text } } };
    if (text === '') return invalid('text', 'notes.errors.empty');
    const fault = textFault(text, content);
    if (fault) return fault;
    const places = await tx
      .select({ key: noteBlock.key, position: noteBlock.position })
      .from(noteBlock)
      .where(and(eq(noteBlock.noteId, id), isNull(noteBlock.toSeq)))
      .orderBy(asc(noteBlock.position), asc(noteBlock.key));
    const at = places.findIndex(({ key }) => key === after);
    if (after !== '' && at < 0) return failed({ kind: 'conflict', why: 'note-block' });
    const before = after === '' ? 0 : places[at]!.position;
    const next = places[at + 1]?.position;
    let position = next === undefined ? before + positionGap : Math.floor((before + next) / 2);
    if (next !== undefined && position <= before) {
      // No position is free: all later blocks move on, in every version, so that the order at each
      // revision stays the same.
      await tx
        .update(noteBlock)
        .set({ position: sql`${noteBlock.position} + ${positionGap}` })
        .where(and(eq(noteBlock.noteId, id), gte(noteBlock.position, next)));
      position = before + Math.floor(positionGap / 2);
    }
    const seq = await recordNoteChange(tx, actor, 'add', id);
    await insertBlocks(
      tx,
      actor,
      id,
      [{ key: `own.${randomUUID()}`, version: 1, kind, position, content }],
      seq,
    );
    return done({ id });
  });

/** Removes a block from the edition; its versions stay in the database. */
export const removeBlock = (
  actor: Actor,
  { id, key, version }: BlockRef,
): Promise<EditionOutcome> =>
  editionTransaction(actor, id, editableStatuses, async (tx) => {
    const block = await findBlock(tx, id, key);
    return block.ok ? replaceBlock(tx, actor, id, block.value, version, null, 'remove') : block;
  });

/** Swaps a block with the one before or after it. */
export const moveBlock = (
  actor: Actor,
  { id, key, version, to }: BlockRef & Readonly<{ to: 'up' | 'down' }>,
): Promise<EditionOutcome> =>
  editionTransaction(actor, id, editableStatuses, async (tx) => {
    const places = await tx
      .select({ key: noteBlock.key })
      .from(noteBlock)
      .where(and(eq(noteBlock.noteId, id), isNull(noteBlock.toSeq)))
      .orderBy(asc(noteBlock.position), asc(noteBlock.key));
    const at = places.findIndex((place) => place.key === key);
    const other = places[to === 'up' ? at - 1 : at + 1];
    const own = await findBlock(tx, id, key);
    const beside = other ? await findBlock(tx, id, other.key) : null;
    if (!own.ok) return own;
    if (!beside?.ok) return failed({ kind: 'conflict', why: 'note-block' });
    const moved = await replaceBlock(
      tx,
      actor,
      id,
      own.value,
      version,
      { position: beside.value.position },
      'move',
    );
    return moved.ok
      ? replaceBlock(
          tx,
          actor,
          id,
          beside.value,
          beside.value.version,
          { position: own.value.position },
          'move',
        )
      : moved;
  });
