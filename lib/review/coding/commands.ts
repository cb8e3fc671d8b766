import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { codingSettlement, secondCoding } from '#db/schema/coding';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { differenceById } from '#lib/review/coding/difference-queries';
import { codingTaskById } from '#lib/review/coding/task-queries';
import { refuseByRule } from '#lib/review/coding/refusal';
import { parseCoding, type CodingFields } from '#lib/review/coding/schema';
import type { SettlementOutcome } from '#lib/review/coding/vocabulary';
import { done, failed, invalid, notFound, type Outcome } from '#lib/base/errors';
import { requiredReason } from '#lib/text/reason';
import { loadCodes } from '#lib/needs/store/transition-steps';

const now = () => new Date().toISOString();

/**
 * Saves a second coding: once, and only by the reviewer to whom it was assigned and who was still
 * not involved in the need.
 */
export const codeNeed = (
  actor: Actor,
  { id, fields }: Readonly<{ id: string; fields: CodingFields }>,
): Promise<Outcome<{ id: string }>> =>
  runCommand(async (tx) => {
    const task = await codingTaskById(actor, id, tx);
    if (!task) return notFound;
    const refused = refuseByRule(actor, 'code', task.ruleInput);
    if (refused) return refused;
    const coding = parseCoding(fields, task.chapter, await loadCodes(actor, tx));
    if (!coding.ok) return coding;
    const fromSeq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'code',
      entity: 'coding',
      entityId: id,
    });
    const updated = await tx
      .update(secondCoding)
      .set({ ...coding.value, codedAt: now(), fromSeq })
      .where(
        and(
          eq(secondCoding.id, id),
          eq(secondCoding.accountId, actor.accountId!),
          isNull(secondCoding.codedAt),
        ),
      )
      .returning({ id: secondCoding.id });
    return updated.length === 1 ? done({ id }) : failed({ kind: 'conflict', why: 'status' });
  });

type SettlementInput = Readonly<{
  id: string;
  outcome: SettlementOutcome | null;
  place: number;
  reason: string;
  fields: CodingFields;
}>;

/**
 * Settles a difference with a reason. The need keeps its coding until somebody recodes or reopens
 * it by its own rules.
 */
export const settleDifference = (
  actor: Actor,
  { id, outcome, place, reason: reasonText, fields }: SettlementInput,
): Promise<Outcome<{ id: string }>> =>
  runCommand(async (tx) => {
    const difference = await differenceById(actor, id, tx);
    if (!difference) return notFound;
    const refused = refuseByRule(actor, 'settle', difference.ruleInput);
    if (refused) return refused;
    const second = difference.seconds.find((coding) => coding.place === place);
    if (outcome === null || (outcome === 'second' && !second))
      return invalid('outcome', 'secondCoding.errors.outcome');
    const agreedCoding = async () => {
      if (outcome === 'first') return done(difference.first);
      if (outcome === 'second') return done(second!.coding);
      return parseCoding(fields, difference.chapter, await loadCodes(actor, tx));
    };
    const coding = await agreedCoding();
    if (!coding.ok) return coding;
    const reason = requiredReason(reasonText);
    if (!reason.ok) return reason;
    const fromSeq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'settle',
      entity: 'coding',
      entityId: id,
      data: { outcome },
    });
    const { articles, general, category, subcategory, tags } = coding.value;
    await tx.insert(codingSettlement).values({
      id: randomUUID(),
      sampledNeedId: id,
      outcome,
      articles,
      general,
      category,
      subcategory,
      tags,
      reason: reason.value,
      settledBy: actor.accountId!,
      at: now(),
      fromSeq,
    });
    return done({ id });
  });
