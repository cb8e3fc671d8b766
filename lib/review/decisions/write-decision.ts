import 'server-only';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { and, inArray, sql } from 'drizzle-orm';
import { insertRows } from '#db/bulk-rows';
import { ChangeBatch } from '#db/change-batch';
import type { Writer } from '#db/client';
import { need } from '#db/schema';
import { bulkNeed } from '#db/schema/decisions';
import type { Actor } from '#lib/base/actor';
import type { BulkVerb } from '#lib/review/decisions/vocabulary';
import { Refusal } from '#lib/base/errors';
import type { NeedView } from '#lib/needs/store/queries';
import { transitions } from '#lib/needs/model/transitions';
import { transitionCondition } from '#lib/needs/store/transition-steps';
import { writeVersions } from '#lib/needs/store/versions';

const batchSize = 500;
type DecisionWrite = Readonly<{
  tx: Writer;
  log: ChangeBatch;
  actor: Actor;
  verb: BulkVerb;
  bulkId: string;
  reason: string | null;
}>;

/**
 * Writes a batch: one UPDATE, which checks the rules itself, for the needs, then their versions and
 * the list of what was decided.
 */
async function writeBatch(
  { tx, log, actor, verb, bulkId, reason }: DecisionWrite,
  needs: readonly NeedView[],
) {
  const at = new Date().toISOString();
  const ids = needs.map(({ id }) => id);
  const status = transitions[verb].to!;
  const counts = verb === 'approve';
  const countedColumns = counts ? { countedVersion: sql`${need.version} + 1`, countedAt: at } : {};
  const updated = await tx
    .update(need)
    .set({
      status,
      version: sql`${need.version} + 1`,
      request: null,
      lifted: false,
      reopened: null,
      updatedAt: at,
      ...countedColumns,
    })
    .where(and(inArray(need.id, ids), transitionCondition(actor, verb)))
    .returning({ id: need.id, version: need.version });
  const newVersions = new Map(updated.map(({ id, version }) => [id, version]));
  if (needs.some(({ id, version }) => newVersions.get(id) !== version + 1))
    throw new Refusal({ kind: 'conflict', why: 'set' });
  await writeVersions(
    tx,
    log,
    needs.map((decided) => ({
      needId: decided.id,
      version: decided.version + 1,
      verb,
      status,
      content: decided,
      actorId: actor.accountId!,
      reason,
      logged: { decision: bulkId },
    })),
  );
  await insertRows(
    tx,
    bulkNeed,
    needs.map(({ id, version }) => ({ bulkId, needId: id, version: version + 1 })),
  );
}

/**
 * Writes a bulk decision within a transaction, in batches between which other requests are served.
 */
export async function writeDecision(write: DecisionWrite, needs: readonly NeedView[]) {
  for (let from = 0; from < needs.length; from += batchSize) {
    await writeBatch(write, needs.slice(from, from + batchSize));
    await yieldToOthers();
  }
}
