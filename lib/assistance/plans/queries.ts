import 'server-only';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, need, needVersion, review, state } from '#db/schema';
import { assistance } from '#db/schema/assistance';
import { plan, planNeed } from '#db/schema/matches';
import type { Actor } from '#lib/base/actor';
import { needStatusSql } from '#lib/needs/fulfilment/need-status-sql';
import { articlesOfKey } from '#lib/convention/provision';
import { approvedNeeds } from '#lib/needs/model/scope';

/** Plans belong to the secretariat: managers edit them, administrators read them. */
export const maySeePlans = ({ role }: Actor): boolean =>
  role === 'manager' || role === 'administrator';
export const mayEditPlans = ({ role }: Actor): boolean => role === 'manager';

const columns = {
  id: plan.id,
  title: plan.title,
  version: plan.version,
  createdAt: plan.createdAt,
  by: account.name,
  assistanceId: plan.assistanceId,
  activity: assistance.reference,
};
const selectPlans = (connection: Reader | Writer) =>
  connection
    .select(columns)
    .from(plan)
    .innerJoin(account, eq(account.id, plan.createdBy))
    .leftJoin(assistance, eq(assistance.id, plan.assistanceId));
export type PlanView = Awaited<ReturnType<typeof selectPlans>>[number];

/** All plans, newest first, with their numbers of needs and States. */
export async function listPlans(
  actor: Actor,
): Promise<(PlanView & Readonly<{ needs: number; states: number }>)[]> {
  if (!maySeePlans(actor)) return [];
  const plans = await selectPlans(read()).orderBy(desc(plan.createdAt), asc(plan.id)).limit(200);
  const countRows = await read()
    .select({
      id: planNeed.planId,
      needs: sql`count(*)`.mapWith(Number),
      states: sql`count(distinct ${review.stateId})`.mapWith(Number),
    })
    .from(planNeed)
    .innerJoin(need, eq(need.id, planNeed.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(and(isNull(planNeed.toSeq), approvedNeeds(actor)))
    .groupBy(planNeed.planId);
  const countsByPlan = new Map(countRows.map((row) => [row.id, row]));
  return plans.map((row) => ({
    ...row,
    needs: countsByPlan.get(row.id)?.needs ?? 0,
    states: countsByPlan.get(row.id)?.states ?? 0,
  }));
}

export async function planById(
  actor: Actor,
  id: string,
  connection: Reader | Writer = read(),
): Promise<PlanView | undefined> {
  if (!maySeePlans(actor)) return undefined;
  return (await selectPlans(connection).where(eq(plan.id, id)))[0];
}

/** The needs of a plan that still count, with their current status, by State and reference. */
export async function needsOfPlan(actor: Actor, id: string, connection: Reader | Writer = read()) {
  if (!maySeePlans(actor)) return [];
  const rows = await connection
    .select({
      id: need.id,
      reference: need.reference,
      stateId: review.stateId,
      stateCode: state.code,
      region: state.region,
      chapter: needVersion.chapter,
      provision: needVersion.provision,
      category: needVersion.category,
      topics: needVersion.topics,
      text: needVersion.text,
      language: needVersion.language,
      priority: needVersion.priority,
      status: needStatusSql,
    })
    .from(planNeed)
    .innerJoin(need, eq(need.id, planNeed.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(state, eq(state.id, review.stateId))
    .innerJoin(
      needVersion,
      and(eq(needVersion.needId, need.id), eq(needVersion.version, need.countedVersion)),
    )
    .where(and(eq(planNeed.planId, id), isNull(planNeed.toSeq), approvedNeeds(actor)))
    .orderBy(asc(state.code), asc(need.reference), asc(need.id));
  return rows.map((row) => ({
    ...row,
    chapter: row.chapter!,
    articles: articlesOfKey(row.provision),
  }));
}
export type PlannedNeed = Awaited<ReturnType<typeof needsOfPlan>>[number];
