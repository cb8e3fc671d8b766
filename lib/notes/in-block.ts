import 'server-only';
import type { Actor } from '#lib/base/actor';
import type { Outcome } from '#lib/base/errors';
import type { NoteBlock } from '#lib/notes/edition';
import type { EditionSeen } from '#lib/notes/queries';
import type { BlockContent } from '#lib/notes/model/vocabulary';
import { findBlock, editionTransaction, replaceBlock, type EditionOutcome } from '#lib/notes/write';

/** A block as its writer saw it. */
export type BlockRef = Readonly<{ id: string; key: string; version: number }>;
/** The steps of an edition in which it can be written. */
export const editableStatuses = ['drafting', 'under-review'] as const;

/** Changes what a block holds, in one transaction; refused if the block has moved on since. */
export const changeBlock = (
  actor: Actor,
  { id, key, version }: BlockRef,
  verb: string,
  change: (block: NoteBlock, view: EditionSeen) => Outcome<BlockContent>,
  may?: (view: EditionSeen) => boolean,
): Promise<EditionOutcome> =>
  editionTransaction(
    actor,
    id,
    editableStatuses,
    async (tx, view) => {
      const block = await findBlock(tx, id, key);
      if (!block.ok) return block;
      const content = change(block.value, view);
      return content.ok
        ? replaceBlock(tx, actor, id, block.value, version, { content: content.value }, verb)
        : content;
    },
    may,
  );
