import 'server-only';
import { and, eq, gte, isNull, lte, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { read } from '#db/client';
import { account, assignment, review } from '#db/schema';
import { leave } from '#db/schema/reviewers';
import { today } from '#lib/text/dates';

/**
 * The reviews of a reviewer: those assigned to them and, while they are the substitute of a person on
 * leave, that person's; of these not the reviews of the State that nominated them.
 */
export async function assignedReviews(accountId: string): Promise<string[]> {
  const own = await read()
    .select({ id: assignment.reviewId })
    .from(assignment)
    .where(and(eq(assignment.accountId, accountId), isNull(assignment.endedAt)));
  const substitute = alias(account, 'substitute');
  const substituted = await read()
    .select({ id: assignment.reviewId })
    .from(leave)
    .innerJoin(
      assignment,
      and(eq(assignment.accountId, leave.accountId), isNull(assignment.endedAt)),
    )
    .innerJoin(review, eq(review.id, assignment.reviewId))
    .innerJoin(substitute, eq(substitute.id, leave.substituteId))
    .where(
      and(
        eq(leave.substituteId, accountId),
        isNull(leave.toSeq),
        lte(leave.fromOn, today()),
        gte(leave.untilOn, today()),
        or(isNull(substitute.nominatedBy), ne(substitute.nominatedBy, review.stateId)),
      ),
    );
  return [...new Set([...own, ...substituted].map(({ id }) => id))];
}
