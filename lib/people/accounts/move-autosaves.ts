import 'server-only';
import { and, eq, notInArray } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { autosave } from '#db/schema/desk';

/**
 * What one person has typed and not saved becomes another's. Where that other has typed into the
 * same form, both stay as they are.
 */
export async function moveAutosaves(tx: Writer, fromAccountId: string, toAccountId: string) {
  const existing = tx
    .select({ id: autosave.needId })
    .from(autosave)
    .where(eq(autosave.accountId, toAccountId));
  await tx
    .update(autosave)
    .set({ accountId: toAccountId })
    .where(and(eq(autosave.accountId, fromAccountId), notInArray(autosave.needId, existing)));
}
