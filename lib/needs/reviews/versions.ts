import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { reviewVersion } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import type { Region } from '#lib/convention/regions';
import type { ReviewVerb } from '#lib/needs/reviews/vocabulary';

export type VersionedDates = Readonly<{
  symbol: string | null;
  completedOn: string | null;
  publishedOn: string | null;
  closedAt: string | null;
}>;
export const versionedDatesOf = ({
  symbol,
  completedOn,
  publishedOn,
  closedAt,
}: VersionedDates): VersionedDates => ({
  symbol,
  completedOn,
  publishedOn,
  closedAt,
});

type ReviewVersionKey = Readonly<{ id: string; version: number; region: Region }>;
type VersionOptions = Readonly<{
  reason?: string | null;
  /** Data for the change log, instead of the dates. */ logged?: Readonly<Record<string, unknown>>;
}>;

/**
 * Writes the row of the change log and the new version of a review, and ends the previous version.
 */
export async function writeReviewVersion(
  tx: Writer,
  actor: Actor,
  verb: ReviewVerb,
  { id: reviewId, version, region }: ReviewVersionKey,
  dated: VersionedDates,
  { reason = null, logged }: VersionOptions = {},
): Promise<number> {
  const { closedAt, ...dates } = dated;
  const logData =
    logged ?? (verb === 'close' || verb === 'reopen' ? { ...dates, closedAt } : dates);
  const seq = await recordChange(tx, {
    actorId: actor.accountId!,
    verb,
    entity: 'review',
    entityId: reviewId,
    data: { version, ...logData },
  });
  await tx
    .update(reviewVersion)
    .set({ toSeq: seq })
    .where(and(eq(reviewVersion.reviewId, reviewId), isNull(reviewVersion.toSeq)));
  await tx.insert(reviewVersion).values({
    id: randomUUID(),
    reviewId,
    version,
    region,
    ...dated,
    reason,
    verb,
    actorId: actor.accountId!,
    at: new Date().toISOString(),
    fromSeq: seq,
  });
  return seq;
}
