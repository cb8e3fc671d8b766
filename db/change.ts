import 'server-only';
import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { change, event, register } from '#db/schema';

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

export const genesisHash = '0'.repeat(64);

/** The hash of a log row: SHA-256 over the previous hash and the fields in this order. */
export const chainHash = (previousHash: string, row: readonly unknown[]) =>
  createHash('sha256').update(previousHash).update(JSON.stringify(row)).digest('hex');

/**
 * Writes the log row of this transaction and returns its number, which is the new revision. Call it as
 * late as possible: it locks the row of `register`, which all writers share.
 */
export async function recordChange(
  tx: Writer,
  { actorId, verb, entity, entityId, data = {} }: Change,
): Promise<number> {
  const [head] = await tx
    .update(register)
    .set({ revision: sql`${register.revision} + 1` })
    .where(eq(register.id, 1))
    .returning({ seq: register.revision, previousHash: register.headHash });
  if (!head) throw new Error('the register has not been opened');
  const at = new Date().toISOString();
  const hash = chainHash(head.previousHash, [head.seq, at, actorId, verb, entity, entityId, data]);
  await tx.insert(change).values({
    seq: head.seq,
    at,
    actorId,
    verb,
    entity,
    entityId,
    data,
    previousHash: head.previousHash,
    hash,
  });
  await tx.update(register).set({ headHash: hash }).where(eq(register.id, 1));
  return head.seq;
}

/** Logs an event that changes no data: a sign-in, a refusal, an export. */
export async function recordEvent(
  tx: Writer,
  kind: string,
  actorId: string | null,
  data: Record<string, unknown> = {},
) {
  const [head] = await tx
    .update(register)
    .set({ eventSeq: sql`${register.eventSeq} + 1` })
    .where(eq(register.id, 1))
    .returning({ seq: register.eventSeq, previousHash: register.eventHash });
  if (!head) throw new Error('the register has not been opened');
  const at = new Date().toISOString();
  const hash = chainHash(head.previousHash, [head.seq, at, actorId, kind, data]);
  await tx
    .insert(event)
    .values({ seq: head.seq, at, actorId, kind, data, previousHash: head.previousHash, hash });
  await tx.update(register).set({ eventHash: hash }).where(eq(register.id, 1));
}
