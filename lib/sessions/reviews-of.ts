import 'server-only';
import { and, eq, gte, isNull, lte, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { read } from '#db/client';
import { account, assignment, review } from '#db/schema';
import { leave } from '#db/schema/reviewers';
import { today } from '#lib/text/dates';

/**
 * The reviews that a reviewer has: their own, and while they stand in for somebody on leave that
 * person's, but for those of the State that nominated them.
 */
export async function reviewsOf(accountId: string): Promise<string[]> {
  const own = await read()
    .select({ id: assignment.reviewId })
    .from(assignment)
    .where(and(eq(assignment.accountId, accountId), isNull(assignment.endedAt)));
  const standing = alias(account, 'standing');
  const others = await read()
    .select({ id: assignment.reviewId })
    .from(leave)
    .innerJoin(
      assignment,
      and(eq(assignment.accountId, leave.accountId), isNull(assignment.endedAt)),
    )
    .innerJoin(review, eq(review.id, assignment.reviewId))
    .innerJoin(standing, eq(standing.id, leave.substituteId))
    .where(
      and(
        eq(leave.substituteId, accountId),
        isNull(leave.toSeq),
        lte(leave.fromOn, today()),
        gte(leave.untilOn, today()),
        or(isNull(standing.nominatedBy), ne(standing.nominatedBy, review.stateId)),
      ),
    );
  return [...new Set([...own, ...others].map(({ id }) => id))];
}
