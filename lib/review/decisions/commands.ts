import 'server-only';
import { queryOf } from '#lib/http/query';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { ChangeBatch } from '#db/change-batch';
import type { Writer } from '#db/client';
import { bulkDecision } from '#db/schema/decisions';
import type { Actor } from '#lib/base/actor';
import { attempt } from '#lib/base/attempt';
import { decidable, decisionById } from '#lib/review/decisions/queries';
import { mostAtOnce, type BulkVerb } from '#lib/review/decisions/vocabulary';
import { decideAll } from '#lib/review/decisions/write';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { tellOfDecision } from '#lib/review/decisions/decision-news';
import { listOf, needsAsked } from '#lib/needs/lists/asked';
import type { NeedsFilter } from '#lib/needs/lists/list-filter';
import { listChoices } from '#lib/needs/lists/list-queries';
import type { NeedSeen } from '#lib/needs/store/queries';
import { needsReason } from '#lib/needs/model/rules';
import { reasonOf } from '#lib/needs/store/steps';

type DecisionResult = Outcome<{ id: string; needs: number }>;

/** Parses the filter of the register list; position and columns are ignored. */
export const filterAsked = async (actor: Actor, filter: string): Promise<NeedsFilter> =>
  listOf(needsAsked(queryOf(new URLSearchParams(filter)), (await listChoices(actor)).known).asked)
    .filter ?? {};

type DecisionInput = Readonly<{
  verb: BulkVerb;
  filter: string;
  reason: string | null;
  reopening?: string;
}>;

async function decide(
  tx: Writer,
  actor: Actor,
  { verb, filter, reason, reopening }: DecisionInput,
  readNeeds: () => Promise<readonly NeedSeen[] | undefined>,
): Promise<DecisionResult> {
  // Opening the batch locks out other changes, so the needs read now are those decided on.
  const log = await ChangeBatch.open(tx, actor.accountId!);
  const needs = await readNeeds();
  if (!needs) return failed({ kind: 'conflict', why: 'set' });
  if (needs.length === 0) return invalid('needs', 'noneToDecide');
  if (needs.length > mostAtOnce) return invalid('needs', 'tooManyToDecide');
  const id = randomUUID();
  const seq = log.add(verb, 'decision', id, {
    needs: needs.length,
    ...(reopening ? { reopening } : {}),
  });
  await tx.insert(bulkDecision).values({
    id,
    verb,
    actorId: actor.accountId!,
    at: new Date().toISOString(),
    reason,
    filter,
    needs: needs.length,
    seq,
  });
  await decideAll({ tx, log, actor, verb, bulkId: id, reason }, needs);
  if (reopening) {
    const updated = await tx
      .update(bulkDecision)
      .set({ reopenedBy: id })
      .where(and(eq(bulkDecision.id, reopening), isNull(bulkDecision.reopenedBy)))
      .returning({ id: bulkDecision.id });
    if (updated.length === 0) return failed({ kind: 'conflict', why: 'status' });
  }
  await log.close();
  await tellOfDecision(tx, actor, id, needs);
  return done({ id, needs: needs.length });
}

/**
 * Approves or reopens all needs of a filter that were shown; nothing if the set has changed since.
 */
export const decideOnMany = (
  actor: Actor,
  {
    verb,
    filter,
    fingerprint,
    reason: reasonText,
  }: { verb: BulkVerb; filter: string; fingerprint: string; reason: string },
): Promise<DecisionResult> =>
  attempt(async (tx) => {
    if (actor.role !== 'reviewer') return forbidden('role');
    const reason = reasonOf(verb, reasonText);
    if (!reason.ok) return reason;
    const needsFilter = await filterAsked(actor, filter);
    return decide(
      tx,
      actor,
      { verb, filter, reason: needsReason(verb) ? reason.value : null },
      async () => {
        const now = await decidable(actor, verb, needsFilter, tx);
        return now.fingerprint === fingerprint ? now.needs : undefined;
      },
    );
  });

/**
 * Reopens everything that one decision approved, or nothing: each need must still be as the
 * decision left it.
 */
export const reopenDecision = (
  actor: Actor,
  { id, reason: reasonText }: { id: string; reason: string },
): Promise<DecisionResult> =>
  attempt(async (tx) => {
    const decision = await decisionById(actor, id, tx);
    if (!decision) return notFound;
    if (actor.role !== 'reviewer' || decision.verb !== 'approve') return forbidden('role');
    if (decision.reopenedBy) return failed({ kind: 'conflict', why: 'status' });
    const reason = reasonOf('reopen', reasonText);
    if (!reason.ok) return reason;
    return decide(
      tx,
      actor,
      { verb: 'reopen', filter: '', reason: reason.value, reopening: id },
      async () => {
        const latest = await decisionById(actor, id, tx);
        const decidedNeeds = new Map(latest?.taken.map((need) => [need.id, need]));
        const { needs } = await decidable(actor, 'reopen', { decision: id }, tx);
        return needs.length === decision.needs &&
          needs.every((need) => decidedNeeds.get(need.id)?.version === need.version)
          ? needs
          : undefined;
      },
    );
  });
