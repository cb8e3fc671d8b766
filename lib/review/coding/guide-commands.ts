import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { codingSettlement, guideExample } from '#db/schema/coding';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { differenceById } from '#lib/review/coding/difference-queries';
import { guideExampleById } from '#lib/review/coding/guide-queries';
import { nothingCoded, refuseByRule } from '#lib/review/coding/refusal';
import { mentionsState } from '#lib/review/coding/mentions-state';
import type { Locale } from '#lib/convention/names';
import { done, failed, invalid, notFound, type Outcome } from '#lib/base/errors';

const now = () => new Date().toISOString();

type CopyInput = Readonly<{ id: string; text: string; language: Locale }>;

/**
 * Copies a settled coding into the coding guide, which everybody reads: only from published
 * summaries, and never with the State's name.
 */
export const copyToGuide = (
  actor: Actor,
  { id, text, language }: CopyInput,
): Promise<Outcome<{ id: string }>> =>
  runCommand(async (tx) => {
    const difference = await differenceById(actor, id, tx);
    if (!difference) return notFound;
    const refused = refuseByRule(actor, 'copy', difference.ruleInput);
    if (refused) return refused;
    if (!difference.published) return invalid('text', 'secondCoding.errors.unpublished');
    if (mentionsState(text, difference.stateCode))
      return invalid('text', 'secondCoding.errors.namesState');
    const { id: settlementId, coding } = difference.settlement!;
    // This update locks the row: a concurrent copy waits here and then finds this one.
    await tx
      .update(codingSettlement)
      .set({ outcome: sql`${codingSettlement.outcome}` })
      .where(eq(codingSettlement.id, settlementId));
    const existing = await tx
      .select({ id: guideExample.id })
      .from(guideExample)
      .where(and(eq(guideExample.settlementId, settlementId), isNull(guideExample.toSeq)));
    if (existing.length > 0) return failed({ kind: 'conflict', why: 'status' });
    const exampleId = randomUUID();
    const fromSeq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'add',
      entity: 'guide',
      entityId: exampleId,
      data: { category: coding.category, subcategory: coding.subcategory },
    });
    await tx.insert(guideExample).values({
      id: exampleId,
      settlementId,
      category: coding.category,
      subcategory: coding.subcategory,
      text,
      language,
      addedBy: actor.accountId!,
      at: now(),
      fromSeq,
    });
    return done({ id: exampleId });
  });

/** Removes an example from the guide. The record of it stays. */
export const removeExample = (
  actor: Actor,
  { id }: Readonly<{ id: string }>,
): Promise<Outcome<{ id: string }>> =>
  runCommand(async (tx) => {
    const example = await guideExampleById(actor, id, tx);
    if (!example) return notFound;
    const refused = refuseByRule(actor, 'remove', {
      ...nothingCoded,
      status: example.shown ? 'shown' : 'none',
    });
    if (refused) return refused;
    const toSeq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'remove',
      entity: 'guide',
      entityId: id,
    });
    await tx
      .update(guideExample)
      .set({ removedBy: actor.accountId!, removedAt: now(), toSeq })
      .where(and(eq(guideExample.id, id), isNull(guideExample.toSeq)));
    return done({ id });
  });
