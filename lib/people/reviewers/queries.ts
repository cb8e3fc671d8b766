import 'server-only';
import { alias } from 'drizzle-orm/pg-core';
import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, assignment, review, state } from '#db/schema';
import { leave } from '#db/schema/reviewers';
import type { Actor } from '#lib/base/actor';
import type { Region } from '#lib/convention/regions';
import { today } from '#lib/text/dates';
import { balanced, type Assigned, type Party } from '#lib/people/reviewers/balance';
import { currentSettings } from '#lib/people/settings/queries';

export type Leave = Readonly<{
  id: string;
  fromOn: string;
  untilOn: string;
  substitute: string | null;
}>;
export type ReviewerSeen = Readonly<{
  id: string;
  name: string;
  email: string;
  nominatedBy: Readonly<{ id: string; code: string; region: Region }> | null;
  /** How many open reviews they have. */
  reviews: number;
  leaves: readonly Leave[];
}>;

/** The reviewers with an account in use, by name; empty for anyone but the administrator. */
export async function reviewersSeen(
  actor: Actor,
  from: Reader | Writer = read(),
): Promise<ReviewerSeen[]> {
  if (actor.role !== 'administrator') return [];
  const substitute = alias(account, 'substitute');
  const people = await from
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
  const loads = await from
    .select({ id: assignment.accountId, reviews: sql`count(*)`.mapWith(Number) })
    .from(assignment)
    .innerJoin(review, eq(review.id, assignment.reviewId))
    .where(and(isNull(assignment.endedAt), isNull(review.closedAt)))
    .groupBy(assignment.accountId);
  const leaves = await from
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
  const load = new Map(loads.map(({ id, reviews }) => [id, reviews]));
  return people.map(({ stateId, code, region, ...person }) => ({
    ...person,
    nominatedBy: stateId && code && region ? { id: stateId, code, region } : null,
    reviews: load.get(person.id) ?? 0,
    leaves: (byAccount.get(person.id) ?? []).map(({ id, fromOn, untilOn, substitute: name }) => ({
      id,
      fromOn,
      untilOn,
      substitute: name,
    })),
  }));
}

/** The States of the register, by code. */
export const statesToChoose = async (
  _actor: Actor,
): Promise<readonly Readonly<{ id: string; code: string }>[]> =>
  read().select({ id: state.id, code: state.code }).from(state).orderBy(asc(state.code));

export type Proposed = Assigned & Readonly<{ stateCode: string; cycle: number; name: string }>;

/**
 * Who is to join which open review so that each has two experts and an officer; nothing is assigned
 * yet.
 */
export async function proposedAssignments(
  actor: Actor,
  from: Reader | Writer = read(),
): Promise<Proposed[]> {
  const reviewers = await reviewersSeen(actor, from);
  if (reviewers.length === 0) return [];
  const open = await from
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
    await from
      .select({ reviewId: assignment.reviewId, accountId: assignment.accountId })
      .from(assignment)
      .where(isNull(assignment.endedAt)),
    ({ reviewId }) => reviewId,
  );
  const { 'own-region': ownRegion } = await currentSettings(actor, from);
  const chosen = balanced(
    open.map(({ id, stateId, region }) => ({
      id,
      state: { id: stateId, region },
      assigned: (assigned.get(id) ?? []).map(({ accountId }) => accountId),
    })),
    reviewers.map(({ id, nominatedBy, reviews }) => ({
      id,
      nominatedBy: nominatedBy satisfies Party | null,
      load: reviews,
    })),
    ownRegion === 'refused',
  );
  const [byReview, byReviewer] = [
    new Map(open.map((each) => [each.id, each])),
    new Map(reviewers.map((each) => [each.id, each])),
  ];
  return chosen.map((each) => ({
    ...each,
    stateCode: byReview.get(each.reviewId)!.code,
    cycle: byReview.get(each.reviewId)!.cycle,
    name: byReviewer.get(each.accountId)!.name,
  }));
}
