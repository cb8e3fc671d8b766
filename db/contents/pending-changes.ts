import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { eq, sql } from 'drizzle-orm';
import type { Writer } from '#db/client';
import type { ContentEntry } from '#db/contents/digests';
import { withNetwork } from '#db/request-network';
import { register } from '#db/schema';
import { globalSingleton } from '#lib/base/global-singleton';

export type PendingChange = Readonly<{
  seq: number;
  at: string;
  actorId: string;
  verb: string;
  entity: string;
  entityId: string;
  data: Record<string, unknown>;
  /** The contents of a seal: the digests of all rows that were there before. */
  sealed?: readonly ContentEntry[];
}>;

/** The heads of both logs when the first change of a transaction locked them. */
type Heads = Readonly<{
  revision: number;
  hash: string;
  eventSeq: number;
  eventHash: string;
}>;

/** The changes of a transaction. They are written at its end, when their contents are known. */
export type PendingChanges = { heads?: Heads; readonly changes: PendingChange[] };

const storage = () =>
  globalSingleton('pending-changes', () => new AsyncLocalStorage<PendingChanges>());

export const isInTransaction = (): boolean => storage().getStore() !== undefined;

/** Runs the work of a transaction. */
export const withPendingChanges = <T>(pending: PendingChanges, work: () => Promise<T>) =>
  storage().run(pending, work);

function pendingChanges(): PendingChanges {
  const pending = storage().getStore();
  if (!pending) throw new Error('a change is recorded outside a transaction');
  return pending;
}

/**
 * Locks the heads of the logs for this transaction, so that no other change comes in between, and
 * returns the present revision.
 */
export async function lockHeads(tx: Writer): Promise<number> {
  const pending = pendingChanges();
  if (!pending.heads) {
    const [heads] = await tx
      .update(register)
      .set({ revision: sql`${register.revision}` })
      .where(eq(register.id, 1))
      .returning({
        revision: register.revision,
        hash: register.headHash,
        eventSeq: register.eventSeq,
        eventHash: register.eventHash,
      });
    if (!heads) throw new Error('the register has not been opened');
    pending.heads = heads;
  }
  return pending.heads.revision + pending.changes.length;
}

/** Adds a change to those of this transaction, which has locked the heads; returns its number. */
export function addPendingChange(change: Omit<PendingChange, 'seq' | 'at'>): number {
  const { heads, changes } = pendingChanges();
  if (!heads) throw new Error('the heads of the logs are not locked');
  const seq = heads.revision + changes.length + 1;
  const data = withNetwork(change.data);
  changes.push({ ...change, data, seq, at: new Date().toISOString() });
  return seq;
}
