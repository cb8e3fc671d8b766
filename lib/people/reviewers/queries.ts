import 'server-only';
import { alias } from 'drizzle-orm/pg-core';
import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, assignment, review, state } from '#db/schema';
import { leave } from '#db/schema/reviewers';
import type { Actor } from '#lib/base/actor';
import type { Region } from '#lib/convention/regions';
import { today } from '#lib/text/dates';
import {
  balanceAssignments,
  type ReviewerAssignment,
  type PartyState,
} from '#lib/people/reviewers/balance';
import { currentSettings } from '#lib/people/settings/queries';

type Leave = Readonly<{
  id: string;
  fromOn: string;
  untilOn: string;
  substitute: string | null;
}>;
export type ReviewerView = Readonly<{
  id: string;
  name: string;
  email: string;
  nominatedBy: Readonly<{ id: string; code: string; region: Region }> | null;
  /** Number of open reviews. */
  reviews: number;
  leaves: readonly Leave[];
}>;

async function openReviewsByAccount(
  connection: Reader | Writer,
): Promise<ReadonlyMap<string, number>> {
  const rows = await connection
    .select({ id: assignment.accountId, reviews: sql`count(*)`.mapWith(Number) })
    .from(assignment)
    .innerJoin(review, eq(review.id, assignment.reviewId))
    .where(and(isNull(assignment.endedAt), isNull(review.closedAt)))
    .groupBy(assignment.accountId);
  return new Map(rows.map(({ id, reviews }) => [id, reviews]));
}

/** Active reviewers by name; empty for anyone but the administrator. */
export async function listReviewers(
  actor: Actor,
  connection: Reader | Writer = read(),
): Promise<ReviewerView[]> {
  if (actor.role !== 'administrator') return [];
  const substitute = alias(account, 'substitute');
  const people = await connection
    .select({
      id: account.id,
      name: account.name,
      email: account.email,
      stateId: state.id,
      code: state.code,
      region: state.region,
    })
    .from(account)
    .leftJoin(state, eq(state.id, account.nominatedBy))
    .where(and(eq(account.role, 'reviewer'), eq(account.active, true)))
    .orderBy(asc(account.name), asc(account.id));
  const openReviews = await openReviewsByAccount(connection);
  const leaves = await connection
    .select({
      id: leave.id,
      accountId: leave.accountId,
      fromOn: leave.fromOn,
      untilOn: leave.untilOn,
      substitute: substitute.name,
    })
    .from(leave)
    .leftJoin(substitute, eq(substitute.id, leave.substituteId))
    .where(and(isNull(leave.toSeq), gte(leave.untilOn, today())))
    .orderBy(asc(leave.fromOn), asc(leave.id));
  const byAccount = Map.groupBy(leaves, ({ accountId }) => accountId);
  return people.map(({ stateId, code, region, ...person }) => ({
    ...person,
    nominatedBy: stateId && code && region ? { id: stateId, code, region } : null,
    reviews: openReviews.get(person.id) ?? 0,
    leaves: (byAccount.get(person.id) ?? []).map(({ id, fromOn, untilOn, substitute: name }) => ({
      id,
      fromOn,
      untilOn,
      substitute: name,
    })),
  }));
}

/** The States of the register, by code. */
export const stateOptions = async (
  _actor: Actor,
): Promise<readonly Readonly<{ id: string; code: string }>[]> =>
  read().select({ id: state.id, code: state.code }).from(state).orderBy(asc(state.code));

export type ProposedAssignment = ReviewerAssignment &
  Readonly<{ stateCode: string; cycle: number; name: string }>;

/**
 * Proposes assignments for open reviews, so that each has two experts and an officer. Assigns
 * nothing.
 */
export async function proposedAssignments(
  actor: Actor,
  connection: Reader | Writer = read(),
): Promise<ProposedAssignment[]> {
  const reviewers = await listReviewers(actor, connection);
  if (reviewers.length === 0) return [];
  const openReviewRows = await connection
    .select({
      id: review.id,
      cycle: review.cycle,
      stateId: state.id,
      code: state.code,
      region: state.region,
    })
    .from(review)
    .innerJoin(state, eq(state.id, review.stateId))
    .where(isNull(review.closedAt))
    .orderBy(asc(state.code), asc(review.cycle), asc(review.id));
  const assigned = Map.groupBy(
    await connection
      .select({ reviewId: assignment.reviewId, accountId: assignment.accountId })
      .from(assignment)
      .where(isNull(assignment.endedAt)),
    ({ reviewId }) => reviewId,
  );
  const { 'own-region': ownRegion } = await currentSettings(actor, connection);
  const proposed = balanceAssignments(
    openReviewRows.map(({ id, stateId, region }) => ({
      id,
      state: { id: stateId, region },
      assigned: (assigned.get(id) ?? []).map(({ accountId }) => accountId),
    })),
    reviewers.map(({ id, nominatedBy, reviews }) => ({
      id,
      nominatedBy: nominatedBy satisfies PartyState | null,
      load: reviews,
    })),
    ownRegion === 'refused',
  );
  const reviewsById = new Map(openReviewRows.map((row) => [row.id, row]));
  const reviewersById = new Map(reviewers.map((reviewer) => [reviewer.id, reviewer]));
  return proposed.map((proposal) => {
    const { code, cycle } = reviewsById.get(proposal.reviewId)!;
    const { name } = reviewersById.get(proposal.accountId)!;
    return { ...proposal, stateCode: code, cycle, name };
  });
}
