import 'server-only';
import type { Actor } from '#lib/base/actor';
import type { Outcome } from '#lib/base/errors';
import type { NoteBlock } from '#lib/notes/model/edition';
import type { EditionView } from '#lib/notes/store/queries';
import type { BlockContent } from '#lib/notes/model/vocabulary';
import {
  findBlock,
  editionTransaction,
  replaceBlock,
  type EditionOutcome,
} from '#lib/notes/store/write';

/** A block in the version that its writer saw. */
export type BlockRef = Readonly<{ id: string; key: string; version: number }>;
/** The statuses in which an edition can be edited. */
export const editableStatuses = ['drafting', 'under-review'] as const;

/** Changes the content of a block in one transaction; a conflict if its version is outdated. */
export const changeBlock = (
  actor: Actor,
  { id, key, version }: BlockRef,
  verb: string,
  change: (block: NoteBlock, view: EditionView) => Outcome<BlockContent>,
  may?: (view: EditionView) => boolean,
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
