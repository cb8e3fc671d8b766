import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { review } from '#db/schema';
import { waiver } from '#db/schema/decisions';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { today } from '#lib/text/dates';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { parseReason } from '#lib/needs/store/transition-steps';
import { isResponsibleFor, reviewChecklist } from '#lib/review/closing/queries';
import { reviewById, type ReviewView } from '#lib/needs/reviews/queries';
import { notifyOfEntry } from '#lib/needs/reviews/notify';
import { isWaivable, longestWaiver } from '#lib/needs/reviews/vocabulary';
import { versionedDatesOf, writeReviewVersion } from '#lib/needs/reviews/versions';

type ClosingResult = Outcome<{ id: string }>;

const withReview = (
  actor: Actor,
  id: string,
  run: (tx: Writer, review: ReviewView) => Promise<ClosingResult>,
): Promise<ClosingResult> =>
  runCommand(async (tx) => {
    const current = await reviewById(actor, id, tx);
    if (!current) return notFound;
    return isResponsibleFor(actor, current) ? run(tx, current) : forbidden('role');
  });

const latestExpiry = () =>
  new Date(Date.now() + longestWaiver * 86_400_000).toISOString().slice(0, 10);
type WaiverInput = Readonly<{
  id: string;
  doubts: readonly string[];
  reason: string;
  expiresOn: string;
}>;

/**
 * Waives these doubts (`doubt~subject`) until a day, with a reason. Only current doubts can be
 * waived.
 */
export const waiveDoubts = (
  actor: Actor,
  { id, doubts, reason: reasonText, expiresOn }: WaiverInput,
): Promise<ClosingResult> =>
  withReview(actor, id, async (tx, current) => {
    if (current.closedAt) return failed({ kind: 'conflict', why: 'closed' });
    const reason = parseReason('withdraw', reasonText);
    if (!reason.ok) return reason;
    if (expiresOn < today() || expiresOn > latestExpiry())
      return invalid('expiresOn', 'waiverDate');
    if (doubts.length === 0) return invalid('doubt', 'chooseDoubts');
    const open = new Map(
      (await reviewChecklist(actor, current, tx)).map((doubt) => [
        `${doubt.doubt}~${doubt.subject}`,
        doubt,
      ]),
    );
    for (const key of new Set(doubts)) {
      const doubt = open.get(key);
      if (!doubt || !isWaivable(doubt.doubt)) return failed({ kind: 'conflict', why: 'set' });
      const currentWaiver = and(
        eq(waiver.reviewId, id),
        eq(waiver.doubt, doubt.doubt),
        eq(waiver.subject, doubt.subject),
        isNull(waiver.toSeq),
      );
      const waiverId = randomUUID();
      const seq = await recordChange(tx, {
        actorId: actor.accountId!,
        verb: 'waive',
        entity: 'waiver',
        entityId: waiverId,
        data: { review: id, doubt: doubt.doubt, subject: doubt.subject, expiresOn },
      });
      await tx.update(waiver).set({ toSeq: seq }).where(currentWaiver);
      await tx.insert(waiver).values({
        id: waiverId,
        reviewId: id,
        doubt: doubt.doubt,
        subject: doubt.subject,
        reason: reason.value!,
        waivedBy: actor.accountId!,
        at: new Date().toISOString(),
        expiresOn,
        fromSeq: seq,
      });
    }
    return done({ id });
  });

/** Revokes a waiver: the doubt has to be settled again. */
export const endWaiver = (
  actor: Actor,
  { id, waiver: waiverId }: { id: string; waiver: string },
): Promise<ClosingResult> =>
  withReview(actor, id, async (tx, current) => {
    if (current.closedAt) return failed({ kind: 'conflict', why: 'closed' });
    const currentWaiver = and(
      eq(waiver.id, waiverId),
      eq(waiver.reviewId, id),
      isNull(waiver.toSeq),
    );
    const [existing] = await tx.select({ id: waiver.id }).from(waiver).where(currentWaiver);
    if (!existing) return notFound;
    const seq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'end-waiver',
      entity: 'waiver',
      entityId: waiverId,
      data: { review: id },
    });
    await tx.update(waiver).set({ toSeq: seq }).where(currentWaiver);
    return done({ id });
  });

async function setClosed(
  tx: Writer,
  actor: Actor,
  before: ReviewView,
  version: number,
  closedAt: string | null,
  reason: string | null,
): Promise<boolean> {
  const updated = await tx
    .update(review)
    .set({ closedAt, version: version + 1 })
    .where(and(eq(review.id, before.id), eq(review.version, version)))
    .returning({ id: review.id });
  if (updated.length === 0) return false;
  await writeReviewVersion(
    tx,
    actor,
    closedAt ? 'close' : 'reopen',
    { ...before, version: version + 1 },
    { ...versionedDatesOf(before), closedAt },
    { reason },
  );
  await notifyOfEntry(tx, actor, closedAt ? 'review-closed' : 'review-reopened', before);
  return true;
}

/**
 * Closes a review for counting. The checklist is read after the change was recorded, so that no
 * need can change in between.
 */
export const closeReview = (
  actor: Actor,
  { id, version }: { id: string; version: number },
): Promise<ClosingResult> =>
  withReview(actor, id, async (tx, current) => {
    if (current.closedAt) return failed({ kind: 'conflict', why: 'closed' });
    if (!(await setClosed(tx, actor, current, version, new Date().toISOString(), null)))
      return failed({ kind: 'conflict', why: 'moved' });
    const open = (await reviewChecklist(actor, current, tx)).filter(
      ({ waiver: waived }) => waived === null,
    );
    return open.length === 0 ? done({ id }) : invalid('close', 'doubtsLeft');
  });

/**
 * Reopens a closed review with a reason, which is shown in its history and in every comparison over
 * that time.
 */
export const reopenReview = (
  actor: Actor,
  { id, version, reason: reasonText }: { id: string; version: number; reason: string },
): Promise<ClosingResult> =>
  withReview(actor, id, async (tx, current) => {
    if (!current.closedAt) return failed({ kind: 'conflict', why: 'status' });
    const reason = parseReason('reopen', reasonText);
    if (!reason.ok) return reason;
    return (await setClosed(tx, actor, current, version, null, reason.value))
      ? done({ id })
      : failed({ kind: 'conflict', why: 'moved' });
  });
