import 'server-only';
import { and, eq, notInArray } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { autosave } from '#db/schema/data-entry';

/**
 * Moves the autosaved entries of one account to another. Where the other account has autosaved the
 * same form, both stay.
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
