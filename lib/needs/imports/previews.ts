import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, lt, or, not } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { engine } from '#db/engine';
import { need, review as reviewTable } from '#db/schema';
import { importPreview } from '#db/schema/desk';
import type { Actor } from '#lib/base/actor';
import { attempt } from '#lib/base/attempt';
import { done, failed, forbidden, notFound, type Outcome } from '#lib/base/errors';
import { ChangeBatch } from '#db/change-batch';
import { lockImports } from '#lib/needs/imports/lock';
import {
  countOf,
  fingerprintOf,
  planOf,
  type OutcomeOfRow,
  type PlannedRow,
} from '#lib/needs/imports/plan';
import { readApart } from '#lib/needs/imports/read-apart';
import { vocabularyHash, type CheckedSheet } from '#lib/needs/imports/sheet';
import { writeDrafts } from '#lib/needs/imports/write-drafts';
import { mayEnterMany, needsOfReview } from '#lib/needs/store/of-review';
import { vocabulary } from '#lib/needs/store/queries';
import { workingNeeds } from '#lib/needs/model/scope';
import { declaredChapters } from '#lib/needs/reviews/desk';
import { reviewById, type ReviewSeen } from '#lib/needs/reviews/queries';

const day = 24 * 3_600_000;

/** Refs of needs in the review that the actor does not see, but must not use. */
async function hiddenRefs(
  actor: Actor,
  { id }: ReviewSeen,
  from: Reader | Writer,
): Promise<Set<string>> {
  const rows = await from
    .select({ ref: need.sourceRef })
    .from(need)
    .innerJoin(reviewTable, eq(reviewTable.id, need.reviewId))
    .where(and(eq(need.reviewId, id), not(workingNeeds(actor))));
  return new Set(rows.flatMap(({ ref }) => ref ?? []));
}

/** The review, for whoever may import into it. */
export async function reviewToImportInto(
  actor: Actor,
  reviewId: string,
  from: Reader | Writer = read(),
): Promise<Outcome<ReviewSeen>> {
  const review = await reviewById(actor, reviewId, from);
  if (!review) return notFound;
  return mayEnterMany(actor, review) ? done(review) : forbidden('role');
}

/**
 * Reads a file and keeps what it says until it is confirmed: for a day, one file a person and
 * review.
 */
export async function previewFile(
  actor: Actor,
  { reviewId, name, content }: { reviewId: string; name: string; content: Uint8Array },
): Promise<Outcome<{ id: string }>> {
  const review = await reviewToImportInto(actor, reviewId);
  if (!review.ok) return review;
  const result = await readApart('needs', content, {
    stateCode: review.value.stateCode,
    cycle: review.value.cycle,
    vocabulary: await vocabulary(actor),
  });
  if (!result.ok)
    return failed({
      kind: 'invalid',
      errors: result.faults.map(({ line, column, key, values }) => ({
        field: 'file',
        message: key,
        values: { ...values, ...(line ? { line } : {}), ...(column ? { column } : {}) },
      })),
    });
  const id = randomUUID();
  const accountId = actor.accountId!;
  return attempt(async (tx) => {
    const old = and(eq(importPreview.accountId, accountId), eq(importPreview.reviewId, reviewId));
    await tx
      .delete(importPreview)
      .where(or(old, lt(importPreview.createdAt, new Date(Date.now() - day).toISOString())));
    await tx.insert(importPreview).values({
      id,
      accountId,
      reviewId,
      name,
      sha256: result.sha256,
      rows: result.rows,
      createdAt: new Date().toISOString(),
    });
    return done({ id });
  });
}

export type Preview = Readonly<{
  id: string;
  name: string;
  review: ReviewSeen;
  plan: readonly PlannedRow[];
  fingerprint: string;
  counts: Record<OutcomeOfRow, number>;
}>;

/**
 * What the import of a waiting file would do to the register as it stands; not found also where
 * another person sent the file or it was read by another vocabulary.
 */
export async function previewById(
  actor: Actor,
  { id, reviewId }: { id: string; reviewId: string },
  from: Reader | Writer = read(),
): Promise<Outcome<Preview>> {
  const review = await reviewToImportInto(actor, reviewId, from);
  if (!review.ok) return review;
  const [waiting] = await from
    .select()
    .from(importPreview)
    .where(
      and(
        eq(importPreview.id, id),
        eq(importPreview.reviewId, reviewId),
        eq(importPreview.accountId, actor.accountId!),
      ),
    );
  if (!waiting) return notFound;
  const sheet = JSON.parse(waiting.rows) as CheckedSheet;
  if (sheet.vocabulary !== vocabularyHash(await vocabulary(actor, from))) return notFound;
  const standing = {
    actor,
    review: review.value,
    needs: await needsOfReview(actor, review.value, from),
    hidden: await hiddenRefs(actor, review.value, from),
    declared: await declaredChapters(from, reviewId),
  };
  const plan = planOf(sheet, standing);
  return done({
    id,
    name: waiting.name,
    review: review.value,
    plan,
    fingerprint: fingerprintOf(waiting.sha256, plan),
    counts: countOf(plan),
  });
}

/** Does what the preview said, all of it, or refuses if it would no longer be that. */
export async function confirmPreview(
  actor: Actor,
  { id, reviewId, fingerprint }: { id: string; reviewId: string; fingerprint: string },
): Promise<Outcome<Record<OutcomeOfRow, number>>> {
  return attempt(async (tx) => {
    if (engine === 'postgresql') await lockImports(tx);
    const actorId = actor.accountId!;
    const log = await ChangeBatch.open(tx, actorId);
    const found = await previewById(actor, { id, reviewId }, tx);
    if (!found.ok) return found;
    const { review, plan, counts, name } = found.value;
    if (found.value.fingerprint !== fingerprint)
      return failed({ kind: 'conflict', why: 'preview' });
    if (counts.wrong > 0) return failed({ kind: 'conflict', why: 'faults' });
    await writeDrafts({ tx, log, actorId, review }, plan);
    if (counts.new + counts.changed > 0)
      log.add('import', 'import', id, { review: reviewId, name, ...counts });
    await log.close();
    await tx.delete(importPreview).where(eq(importPreview.id, id));
    return done(counts);
  });
}
