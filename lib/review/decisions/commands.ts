import 'server-only';
import { queryParametersOf } from '#lib/http/query-parameters';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { ChangeBatch } from '#db/change-batch';
import type { Writer } from '#db/client';
import { bulkDecision } from '#db/schema/decisions';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { decidableNeeds, decisionById } from '#lib/review/decisions/queries';
import { maxNeedsPerDecision, type BulkVerb } from '#lib/review/decisions/vocabulary';
import { writeDecision } from '#lib/review/decisions/write-decision';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { queueDecisionMail } from '#lib/review/decisions/decision-mail';
import { toListQuery, parseListParameters } from '#lib/needs/lists/list-parameters';
import type { NeedsFilter } from '#lib/needs/lists/list-filter';
import { loadListChoices } from '#lib/needs/lists/list-queries';
import type { NeedView } from '#lib/needs/store/queries';
import { requiresReason } from '#lib/needs/model/transitions';
import { parseReason } from '#lib/needs/store/transition-steps';

type DecisionResult = Outcome<{ id: string; needs: number }>;

/**
 * Parses the filter of the register list; position and columns are ignored. With ids the decision is
 * on these needs of the reader's work alone, which may come from several lists.
 */
export const parseDecisionFilter = async (
  actor: Actor,
  filter: string,
  ids?: readonly string[],
): Promise<NeedsFilter> => {
  if (ids) return { ids };
  const { known } = await loadListChoices(actor);
  const { parameters } = parseListParameters(queryParametersOf(new URLSearchParams(filter)), known);
  return toListQuery(parameters).filter ?? {};
};

/** Lets a reviewer go on from the list to a decision on what they have ticked there. */
export const chooseForDecision = async (
  actor: Actor,
  { verb }: { verb: BulkVerb },
): Promise<Outcome<{ verb: BulkVerb }>> =>
  actor.role === 'reviewer' ? done({ verb }) : forbidden('role');

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
  readNeeds: () => Promise<readonly NeedView[] | undefined>,
): Promise<DecisionResult> {
  // Opening the batch locks out other changes, so the needs read now are those decided on.
  const log = await ChangeBatch.open(tx, actor.accountId!);
  const needs = await readNeeds();
  if (!needs) return failed({ kind: 'conflict', why: 'set' });
  if (needs.length === 0) return invalid('needs', 'noneToDecide');
  if (needs.length > maxNeedsPerDecision) return invalid('needs', 'tooManyToDecide');
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
  await writeDecision({ tx, log, actor, verb, bulkId: id, reason }, needs);
  if (reopening) {
    const updated = await tx
      .update(bulkDecision)
      .set({ reopenedBy: id })
      .where(and(eq(bulkDecision.id, reopening), isNull(bulkDecision.reopenedBy)))
      .returning({ id: bulkDecision.id });
    if (updated.length === 0) return failed({ kind: 'conflict', why: 'status' });
  }
  await queueDecisionMail(tx, actor, id, needs);
  return done({ id, needs: needs.length });
}

/**
 * Approves or reopens all needs of a filter that were shown; nothing if the set has changed since.
 */
export const takeBulkDecision = (
  actor: Actor,
  {
    verb,
    filter,
    fingerprint,
    reason: reasonText,
    ids,
  }: {
    verb: BulkVerb;
    filter: string;
    fingerprint: string;
    reason: string;
    ids?: readonly string[] | undefined;
  },
): Promise<DecisionResult> =>
  runCommand(async (tx) => {
    if (actor.role !== 'reviewer') return forbidden('role');
    const reason = parseReason(verb, reasonText);
    if (!reason.ok) return reason;
    const needsFilter = await parseDecisionFilter(actor, filter, ids);
    return decide(
      tx,
      actor,
      { verb, filter, reason: requiresReason(verb) ? reason.value : null },
      async () => {
        const now = await decidableNeeds(actor, verb, needsFilter, tx);
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
  runCommand(async (tx) => {
    const decision = await decisionById(actor, id, tx);
    if (!decision) return notFound;
    if (actor.role !== 'reviewer' || decision.verb !== 'approve') return forbidden('role');
    if (decision.reopenedBy) return failed({ kind: 'conflict', why: 'status' });
    const reason = parseReason('reopen', reasonText);
    if (!reason.ok) return reason;
    return decide(
      tx,
      actor,
      { verb: 'reopen', filter: '', reason: reason.value, reopening: id },
      async () => {
        const latest = await decisionById(actor, id, tx);
        const decidedNeeds = new Map(latest?.taken.map((need) => [need.id, need]));
        const { needs } = await decidableNeeds(actor, 'reopen', { decision: id }, tx);
        return needs.length === decision.needs &&
          needs.every((need) => decidedNeeds.get(need.id)?.version === need.version)
          ? needs
          : undefined;
      },
    );
  });
