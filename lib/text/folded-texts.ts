import 'server-only';
import { eq } from 'drizzle-orm';
import { read, transaction, type Writer } from '#db/client';
import { foldedText } from '#db/schema';
import { foldingVersion } from '#lib/text/folding';

/** A kind of stored text that is folded, such as the search texts of needs. */
export type FoldedKind = Readonly<{
  kind: string;
  /**
   * Folds the next rows after this id, in the order of ids. Returns how many texts were changed,
   * and the id of the last row; null where there are no more.
   */
  foldBatch: (
    tx: Writer,
    afterId: string,
  ) => Promise<Readonly<{ changed: number; lastId: string | null }>>;
}>;

async function isCurrent(kind: string): Promise<boolean> {
  const [row] = await read().select().from(foldedText).where(eq(foldedText.kind, kind));
  return row?.version === foldingVersion && row.lastId === null;
}

/** Returns from where on texts must be folded, and keeps other processes from the same rows. */
async function lockProgress(tx: Writer, kind: string): Promise<string | null> {
  await tx
    .insert(foldedText)
    .values({ kind, version: foldingVersion, lastId: '' })
    .onConflictDoNothing();
  const [row] = await tx
    .update(foldedText)
    .set({ kind })
    .where(eq(foldedText.kind, kind))
    .returning();
  return row!.version === foldingVersion ? row!.lastId : '';
}

/**
 * Folds the stored texts of a kind anew where they were folded by another version of the folding, or
 * not at all: some hundred rows a transaction, so that others can write in between. Goes on where an
 * earlier run was interrupted. Returns how many texts were changed.
 */
export async function foldStoredTexts({ kind, foldBatch }: FoldedKind): Promise<number> {
  if (await isCurrent(kind)) return 0;
  let changed = 0;
  for (let hasMore = true; hasMore;) {
    await transaction(async (tx) => {
      const afterId = await lockProgress(tx, kind);
      hasMore = false;
      if (afterId === null) return;
      const batch = await foldBatch(tx, afterId);
      await tx
        .update(foldedText)
        .set({ version: foldingVersion, lastId: batch.lastId })
        .where(eq(foldedText.kind, kind));
      changed += batch.changed;
      hasMore = batch.lastId !== null;
    });
  }
  return changed;
}
