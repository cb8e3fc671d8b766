import 'server-only';
import { and, eq, exists, gt, isNull, ne, not, sql, type SQL } from 'drizzle-orm';
import { read } from '#db/client';
import { account, assignment, invitation, review } from '#db/schema';
import { outbox } from '#db/schema/data-entry';
import type { Actor } from '#lib/base/actor';
import { maxAttempts } from '#lib/people/mail/vocabulary';

const count = sql`count(*)`.mapWith(Number);

/** Accounts of people who were invited and have no password yet; with no valid link, or at all. */
async function countInvited(isExpired: boolean): Promise<number> {
  const hasLink = exists(
    read()
      .select({ id: invitation.id })
      .from(invitation)
      .where(
        and(
          eq(invitation.accountId, account.id),
          isNull(invitation.usedAt),
          gt(invitation.expiresAt, new Date().toISOString()),
        ),
      ),
  );
  const [row] = await read()
    .select({ count })
    .from(account)
    .where(
      and(
        ne(account.role, 'system'),
        eq(account.active, true),
        isNull(account.passwordHash),
        isExpired ? not(hasLink) : hasLink,
      ),
    );
  return row?.count ?? 0;
}

/** Open reviews for which nobody of this kind has an account in use. */
async function countReviewsWithout(someone: SQL): Promise<number> {
  const [row] = await read()
    .select({ count })
    .from(review)
    .where(and(isNull(review.closedAt), not(someone)));
  return row?.count ?? 0;
}

const hasFocalPoint = () =>
  exists(
    read()
      .select({ id: account.id })
      .from(account)
      .where(
        and(
          eq(account.role, 'focal-point'),
          eq(account.active, true),
          eq(account.stateId, review.stateId),
        ),
      ),
  );

const hasReviewer = () =>
  exists(
    read()
      .select({ id: assignment.id })
      .from(assignment)
      .innerJoin(account, eq(account.id, assignment.accountId))
      .where(
        and(
          eq(assignment.reviewId, review.id),
          isNull(assignment.endedAt),
          eq(account.active, true),
        ),
      ),
  );

async function countMail(where: SQL | undefined): Promise<number> {
  const [row] = await read().select({ count }).from(outbox).where(where);
  return row?.count ?? 0;
}

export type PeopleOverview = Readonly<{
  invited: number;
  /** Invited, but their link has expired. */
  expired: number;
  withoutFocalPoint: number;
  withoutReviewer: number;
  mailWaiting: number;
  mailGivenUp: number;
}>;

/** Returns what an administrator has to look after; undefined for anybody else. */
export async function peopleOverview(actor: Actor): Promise<PeopleOverview | undefined> {
  if (actor.role !== 'administrator') return undefined;
  return {
    invited: await countInvited(false),
    expired: await countInvited(true),
    withoutFocalPoint: await countReviewsWithout(hasFocalPoint()),
    withoutReviewer: await countReviewsWithout(hasReviewer()),
    mailWaiting: await countMail(sql`${outbox.dueAt} is not null`),
    mailGivenUp: await countMail(
      sql`${outbox.sentAt} is null and ${outbox.dueAt} is null and ${outbox.attempts} >= ${maxAttempts}`,
    ),
  };
}
