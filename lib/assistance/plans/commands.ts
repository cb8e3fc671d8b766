import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, notInArray, sql, type SQL } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { need, needVersion, review, state } from '#db/schema';
import { plan, planNeed } from '#db/schema/matches';
import type { Actor } from '#lib/base/actor';
import { readActivityFields, type ActivityFields } from '#lib/assistance/activities/fields';
import { activityById } from '#lib/assistance/activities/queries';
import { insertActivity } from '#lib/assistance/activities/write-activity';
import type { ActivityKind, Theme } from '#lib/assistance/activities/vocabulary';
import { runCommand } from '#lib/base/run-command';
import { today } from '#lib/text/dates';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { needStatusSql } from '#lib/needs/fulfilment/need-status-sql';
import { idByReference } from '#lib/assistance/matches/queries';
import { insertProposal } from '#lib/assistance/matches/write-match';
import { approvedNeeds } from '#lib/needs/model/scope';
import {
  mayEditPlans,
  needsOfPlan,
  planById,
  type PlannedNeed,
  type PlanView,
} from '#lib/assistance/plans/queries';
import { maxNeedsPerAddition, maxNeedsInPlan } from '#lib/assistance/plans/vocabulary';
import { isUuid } from '#lib/text/uuid';
import { likePattern } from '#lib/text/escape';

type SavedPlan = Outcome<{ id: string }>;

/** Creates a plan. The form sets the id, so sending it twice creates it once. */
export async function createPlan(
  actor: Actor,
  { id, title }: { id: string; title: string },
): Promise<SavedPlan> {
  if (!mayEditPlans(actor)) return forbidden('role');
  return runCommand(async (tx) => {
    if (!isUuid(id)) return notFound;
    const [existing] = await tx
      .select({ createdBy: plan.createdBy })
      .from(plan)
      .where(eq(plan.id, id));
    if (existing) return existing.createdBy === actor.accountId ? done({ id }) : notFound;
    const at = new Date().toISOString();
    await tx
      .insert(plan)
      .values({ id, title, version: 1, createdBy: actor.accountId!, createdAt: at, updatedAt: at });
    await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'begin',
      entity: 'plan',
      entityId: id,
      data: { title },
    });
    return done({ id });
  });
}

/** The plan, if it can still be changed: not after it has become an activity. */
async function editablePlan(tx: Writer, actor: Actor, id: string): Promise<Outcome<PlanView>> {
  const existing = await planById(actor, id, tx);
  if (!existing) return notFound;
  if (!mayEditPlans(actor)) return forbidden('role');
  return existing.assistanceId ? failed({ kind: 'conflict', why: 'status' }) : done(existing);
}

async function updatePlan(
  tx: Writer,
  { id, version }: PlanView,
  set: Partial<typeof plan.$inferInsert> = {},
): Promise<boolean> {
  const updated = await tx
    .update(plan)
    .set({ ...set, version: version + 1, updatedAt: new Date().toISOString() })
    .where(and(eq(plan.id, id), eq(plan.version, version)))
    .returning({ id: plan.id });
  return updated.length === 1;
}

type NeedSelection = Readonly<{
  id: string;
  region: string;
  article: string;
  category: string;
  topic: string;
  reference: string;
}>;

/** Matches needs under an article, or under a chapter as a whole. */
function inProvision(article: string): SQL | undefined {
  if (article === 'general') return eq(needVersion.provision, 'general');
  return article ? sql`';' || ${needVersion.provision} || ';' like ${`%;${article};%`}` : undefined;
}

const matchesSelection = ({ region, article, category, topic }: NeedSelection) =>
  and(
    region ? sql`${state.region} = ${region}` : undefined,
    category ? sql`${needVersion.category} = ${category}` : undefined,
    inProvision(article),
    topic
      ? sql`${needVersion.topics} like ${likePattern(JSON.stringify(topic))} escape '!'`
      : undefined,
  );

/** Unmet needs that a condition selects and the plan does not hold yet, by priority. */
function unmetNeedsOutside(tx: Writer, actor: Actor, planId: string, condition: SQL | undefined) {
  const alreadyInPlan = tx
    .select({ id: planNeed.needId })
    .from(planNeed)
    .where(and(eq(planNeed.planId, planId), isNull(planNeed.toSeq)));
  return tx
    .select({ id: need.id })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(state, eq(state.id, review.stateId))
    .innerJoin(
      needVersion,
      and(eq(needVersion.needId, need.id), eq(needVersion.version, need.countedVersion)),
    )
    .where(
      and(
        approvedNeeds(actor),
        inArray(needStatusSql, ['unmet']),
        notInArray(need.id, alreadyInPlan),
        sql`${review.completedOn} <= ${today()}`,
        // Providers and advisers will see the activity made from the plan, and they may learn
        // nothing of an unpublished summary.
        sql`${review.publishedOn} <= ${today()}`,
        condition,
      ),
    )
    .orderBy(asc(needVersion.priority), asc(need.id))
    .limit(maxNeedsPerAddition);
}

/** Inserts needs into a plan in batches of 100. */
async function addToPlan(
  tx: Writer,
  planId: string,
  needs: readonly Readonly<{ id: string }>[],
  addedBy: string,
  seq: number,
) {
  const at = new Date().toISOString();
  for (let from = 0; from < needs.length; from += 100)
    await tx.insert(planNeed).values(
      needs.slice(from, from + 100).map((need) => ({
        id: randomUUID(),
        planId,
        needId: need.id,
        addedBy,
        at,
        fromSeq: seq,
      })),
    );
}

/** Adds unmet needs to a plan: all that match, or the one with the reference. */
export const addNeedsToPlan = (actor: Actor, selection: NeedSelection): Promise<SavedPlan> =>
  runCommand(async (tx) => {
    const { id, reference } = selection;
    const current = await editablePlan(tx, actor, id);
    if (!current.ok) return current;
    const needId = reference === '' ? undefined : await idByReference(actor, reference, 'need', tx);
    if (reference !== '' && !needId) return invalid('reference', 'matches.errors.reference');
    const candidates = await unmetNeedsOutside(
      tx,
      actor,
      id,
      needId ? eq(need.id, needId) : matchesSelection(selection),
    );
    const remaining = maxNeedsInPlan - (await needsOfPlan(actor, id, tx)).length;
    const added = candidates.slice(0, Math.max(0, remaining));
    if (added.length === 0) return invalid(needId ? 'reference' : 'region', 'plans.errors.nothing');
    if (!(await updatePlan(tx, current.value))) return failed({ kind: 'conflict', why: 'moved' });
    const seq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'gather',
      entity: 'plan',
      entityId: id,
      data: { needs: added.length },
    });
    await addToPlan(tx, id, added, actor.accountId!, seq);
    return done({ id });
  });

export const removeNeedFromPlan = (
  actor: Actor,
  { id, need: needId }: { id: string; need: string },
): Promise<SavedPlan> =>
  runCommand(async (tx) => {
    const current = await editablePlan(tx, actor, id);
    if (!current.ok) return current;
    const [row] = await tx
      .select({ id: planNeed.id })
      .from(planNeed)
      .where(and(eq(planNeed.planId, id), eq(planNeed.needId, needId), isNull(planNeed.toSeq)));
    if (!row) return notFound;
    if (!(await updatePlan(tx, current.value))) return failed({ kind: 'conflict', why: 'moved' });
    const seq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'remove',
      entity: 'plan',
      entityId: id,
      data: { need: needId },
    });
    await tx.update(planNeed).set({ toSeq: seq }).where(eq(planNeed.id, row.id));
    return done({ id });
  });

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The fields of a planned activity that answers these needs. */
function fieldsOfPlannedActivity(
  needs: readonly PlannedNeed[],
  given: Pick<ActivityFields, 'theme' | 'kind' | 'title' | 'language'>,
): ActivityFields {
  const states = unique(needs.map(({ stateCode }) => stateCode));
  // An activity names at most 50 States; beyond that, their regions.
  const recipients = states.length <= 50 ? states : [];
  return {
    ...readActivityFields({}),
    ...given,
    status: 'planned',
    gender: 'none',
    funding: 'none',
    articles: unique(needs.flatMap(({ articles }) => articles)).join(' '),
    categories: unique(needs.flatMap(({ category }) => category ?? [])),
    topics: unique(needs.flatMap(({ topics }) => topics)).slice(0, 50),
    recipients: recipients.join('\n'),
    regions: unique(needs.map(({ region }) => region)),
  };
}

/**
 * Creates a planned activity from a plan and proposes a match with each of its needs, in one
 * transaction.
 */
export const createActivityFromPlan = (
  actor: Actor,
  { id, theme, kind }: { id: string; theme: Theme; kind: ActivityKind },
): Promise<Outcome<{ id: string; activity: string }>> =>
  runCommand(async (tx) => {
    const current = await editablePlan(tx, actor, id);
    if (!current.ok) return current;
    const needs = await needsOfPlan(actor, id, tx);
    if (needs.length === 0) return invalid('theme', 'plans.errors.empty');
    const activityId = randomUUID();
    const { title } = current.value;
    const entered = await insertActivity(tx, actor, 'enter', {
      id: activityId,
      fields: fieldsOfPlannedActivity(needs, {
        theme,
        kind,
        title,
        language: actor.locale ?? 'en',
      }),
    });
    if (!entered.ok) return entered;
    const activity = (await activityById(actor, activityId, tx))!;
    for (const plannedNeed of needs) {
      const proposal = await insertProposal(tx, actor, activity, plannedNeed, {
        degree: 'partly',
        reason: title,
      });
      if (!proposal.ok) return proposal;
    }
    if (!(await updatePlan(tx, current.value, { assistanceId: activityId })))
      return failed({ kind: 'conflict', why: 'moved' });
    await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'make-activity',
      entity: 'plan',
      entityId: id,
      data: { activity: activityId, needs: needs.length },
    });
    return done({ id, activity: activityId });
  });
