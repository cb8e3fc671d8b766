import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { chainHash } from '#db/contents/digests';
import { addPendingChange, lockHeads } from '#db/contents/pending-changes';
import { withNetwork } from '#db/request-network';
import { event, register } from '#db/schema';
import type { EventKind } from '#lib/people/audit/vocabulary';

export type Change = Readonly<{
  actorId: string;
  verb: string;
  entity:
    | 'register'
    | 'account'
    | 'state'
    | 'review'
    | 'assignment'
    | 'need'
    | 'answer'
    | 'declaration'
    | 'vocabulary'
    | 'import'
    | 'attachment'
    | 'comment'
    | 'decision'
    | 'waiver'
    | 'leave'
    | 'setting'
    | 'published-note'
    | 'note'
    | 'coding'
    | 'guide'
    | 'assistance'
    | 'match'
    | 'hub'
    | 'organisation'
    | 'plan';
  entityId: string;
  data?: Record<string, unknown>;
}>;

/**
 * Records a change of this transaction and returns its number, which is the new revision. Its row of
 * the log is written at the end of the transaction, with the digests of all rows that it wrote. Call
 * it as late as possible: it locks the row of `register`, which all writers share.
 */
export async function recordChange(tx: Writer, { data = {}, ...change }: Change): Promise<number> {
  await lockHeads(tx);
  return addPendingChange({ ...change, data });
}

/** Logs an event that changes no data: a sign-in, a refusal, an export. */
export async function recordEvent(
  tx: Writer,
  kind: EventKind,
  actorId: string | null,
  known: Record<string, unknown> = {},
) {
  const data = withNetwork(known);
  const [head] = await tx
    .update(register)
    .set({ eventSeq: sql`${register.eventSeq}` })
    .where(eq(register.id, 1))
    .returning({ seq: register.eventSeq, previousHash: register.eventHash });
  if (!head) throw new Error('the register has not been opened');
  const { previousHash } = head;
  const seq = head.seq + 1;
  const at = new Date().toISOString();
  const hash = chainHash(previousHash, [seq, at, actorId, kind, data]);
  await tx.insert(event).values({ seq, at, actorId, kind, data, previousHash, hash });
  await tx.update(register).set({ eventSeq: seq, eventHash: hash }).where(eq(register.id, 1));
}
