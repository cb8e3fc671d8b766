import 'server-only';
import { and, eq } from 'drizzle-orm';
import { need } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { done, failed, forbidden, notFound, type Outcome } from '#lib/base/errors';
import { withdrawNeed } from '#lib/needs/entry/commands';
import { isDiscarded, mayEnter } from '#lib/needs/model/transitions';
import { isDeclared } from '#lib/needs/reviews/load-review-status';
import { needById } from '#lib/needs/store/queries';
import { conflictFailure, type NeedVersionRef } from '#lib/needs/store/transition-steps';
import { writeVersion } from '#lib/needs/store/versions';

/**
 * Withdraws a submitted need or discards a draft, and says whether the actor still sees it: the
 * draft of somebody else is gone for them.
 */
export async function withdrawOrDiscard(
  actor: Actor,
  input: NeedVersionRef & { reason: string },
): Promise<Outcome<{ id: string; isVisible: boolean }>> {
  const withdrawn = await withdrawNeed(actor, input);
  if (!withdrawn.ok) return withdrawn;
  const { id } = withdrawn.value;
  return done({ id, isVisible: (await needById(actor, id)) !== undefined });
}

/**
 * Brings a discarded draft back. Only its author sees it at all, and only for a day, so that it is
 * not found by anybody else or later.
 */
export async function undoDiscard(
  actor: Actor,
  { id, version }: NeedVersionRef,
): Promise<Outcome<{ id: string; version: number }>> {
  return runCommand(async (tx) => {
    const before = await needById(actor, id, tx);
    if (!before) return notFound;
    if (!before.working || !mayEnter(actor, { id: before.reviewId, stateId: before.stateId }))
      return forbidden('role');
    if (before.enteredBy !== actor.accountId) return forbidden('not-yours');
    if (before.version !== version) return conflictFailure(tx, id);
    if (!isDiscarded(before)) return failed({ kind: 'conflict', why: 'status' });
    if (before.closed) return failed({ kind: 'conflict', why: 'closed' });
    if (await isDeclared(tx, before.reviewId, before.chapter))
      return failed({ kind: 'conflict', why: 'set' });
    const updated = await tx
      .update(need)
      .set({ status: 'draft', version: version + 1, updatedAt: new Date().toISOString() })
      .where(and(eq(need.id, id), eq(need.version, version), eq(need.status, 'withdrawn')))
      .returning({ id: need.id });
    if (updated.length === 0) return conflictFailure(tx, id);
    await writeVersion(tx, {
      needId: id,
      version: version + 1,
      verb: 'edit',
      status: 'draft',
      content: before,
      actorId: actor.accountId!,
      logged: { undone: version },
    });
    return done({ id, version: version + 1 });
  });
}
