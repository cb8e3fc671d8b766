import 'server-only';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Writer } from '#db/client';
import { account, assignment, review, state } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { invalid, type Outcome } from '#lib/base/errors';
import { findConflictOfInterest, type ConflictOfInterest } from '#lib/people/reviewers/balance';
import { currentSettings } from '#lib/people/settings/queries';

const errorKeys: Readonly<Record<ConflictOfInterest, string>> = {
  'own-state': 'ownStateReviewer',
  'own-region': 'ownRegionReviewer',
  'same-nomination': 'sameNomination',
};

/** Refuses a reviewer with a conflict of interest, with an error at `field`. */
export async function refuseConflictOfInterest(
  tx: Writer,
  actor: Actor,
  reviewId: string,
  accountId: string,
  field: string,
): Promise<Outcome<never> | undefined> {
  const nominating = alias(state, 'nominating');
  const [row] = await tx
    .select({ id: state.id, region: state.region, by: nominating.id, byRegion: nominating.region })
    .from(review)
    .innerJoin(state, eq(state.id, review.stateId))
    .innerJoin(account, eq(account.id, accountId))
    .leftJoin(nominating, eq(nominating.id, account.nominatedBy))
    .where(eq(review.id, reviewId));
  if (!row?.by || !row.byRegion) return undefined;
  const assignedReviewers = await tx
    .select({ by: account.nominatedBy })
    .from(assignment)
    .innerJoin(account, eq(account.id, assignment.accountId))
    .where(
      and(
        eq(assignment.reviewId, reviewId),
        isNull(assignment.endedAt),
        ne(assignment.accountId, accountId),
      ),
    );
  const { 'own-region': ownRegion } = await currentSettings(actor, tx);
  const conflict = findConflictOfInterest(
    { id: row.by, region: row.byRegion },
    row,
    assignedReviewers.flatMap(({ by }) => by ?? []),
    ownRegion === 'refused',
  );
  return conflict && invalid(field, errorKeys[conflict]);
}
