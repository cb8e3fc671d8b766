import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, notInArray, sql, type SQL } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { need, needVersion, review, state } from '#db/schema';
import { plan, planNeed } from '#db/schema/matches';
import type { Actor } from '#lib/base/actor';
import { activityFieldsOf } from '#lib/assistance/activities/fields';
import { activityById } from '#lib/assistance/activities/queries';
import { enterIn } from '#lib/assistance/activities/writing';
import type { Kind, Theme } from '#lib/assistance/activities/vocabulary';
import { attempt } from '#lib/base/attempt';
import { today } from '#lib/text/dates';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { needStatus } from '#lib/needs/met/need-status';
import { idOfReference } from '#lib/assistance/matches/queries';
import { proposeIn } from '#lib/assistance/matches/writing';
import { approvedNeeds } from '#lib/needs/model/scope';
import { mayPlan, needsOfPlan, planById, type PlanSeen } from '#lib/assistance/plans/queries';
import { mostAtOnce, mostInPlan } from '#lib/assistance/plans/vocabulary';
import { isUuid } from '#lib/text/uuid';
import { containing } from '#lib/text/escape';

type Made = Outcome<{ id: string }>;

/** Begins a plan. The id comes with the form: sent again, it is the plan already begun. */
export async function beginPlan(
  actor: Actor,
  { id, title }: { id: string; title: string },
): Promise<Made> {
  if (!mayPlan(actor)) return forbidden('role');
  return attempt(async (tx) => {
    if (!isUuid(id)) return notFound;
    const [known] = await tx
      .select({ createdBy: plan.createdBy })
      .from(plan)
      .where(eq(plan.id, id));
    if (known) return known.createdBy === actor.accountId ? done({ id }) : notFound;
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

/** The plan, if it may still be changed: one that has become an activity stays as it was. */
async function openPlan(tx: Writer, actor: Actor, id: string): Promise<Outcome<PlanSeen>> {
  const found = await planById(actor, id, tx);
  if (!found) return notFound;
  if (!mayPlan(actor)) return forbidden('role');
  return found.assistanceId ? failed({ kind: 'conflict', why: 'status' }) : done(found);
}

async function touch(
  tx: Writer,
  { id, version }: PlanSeen,
  set: Partial<typeof plan.$inferInsert> = {},
): Promise<boolean> {
  const moved = await tx
    .update(plan)
    .set({ ...set, version: version + 1, updatedAt: new Date().toISOString() })
    .where(and(eq(plan.id, id), eq(plan.version, version)))
    .returning({ id: plan.id });
  return moved.length === 1;
}

type Gathering = Readonly<{
  id: string;
  region: string;
  article: string;
  category: string;
  topic: string;
  reference: string;
}>;

/** The provision that is asked for: an article, or a chapter as a whole. */
function withArticle(article: string): SQL | undefined {
  if (article === 'general') return eq(needVersion.provision, 'general');
  return article ? sql`';' || ${needVersion.provision} || ';' like ${`%;${article};%`}` : undefined;
}

/** What narrows the needs that are gathered. */
const narrowed = ({ region, article, category, topic }: Gathering) =>
  and(
    region ? sql`${state.region} = ${region}` : undefined,
    category ? sql`${needVersion.category} = ${category}` : undefined,
    withArticle(article),
    topic
      ? sql`${needVersion.topics} like ${containing(JSON.stringify(topic))} escape '!'`
      : undefined,
  );

/** Puts needs into a plan, a hundred at a time. */
async function addToPlan(
  tx: Writer,
  planId: string,
  taken: readonly Readonly<{ id: string }>[],
  addedBy: string,
  seq: number,
) {
  const at = new Date().toISOString();
  for (let from = 0; from < taken.length; from += 100)
    await tx.insert(planNeed).values(
      taken.slice(from, from + 100).map((one) => ({
        id: randomUUID(),
        planId,
        needId: one.id,
        addedBy,
        at,
        fromSeq: seq,
      })),
    );
}

/** Puts unmet needs into a plan: all that fit, or the one of a reference. */
export const gatherNeeds = (actor: Actor, asked: Gathering): Promise<Made> =>
  attempt(async (tx) => {
    const { id, reference } = asked;
    const found = await openPlan(tx, actor, id);
    if (!found.ok) return found;
    const named = reference === '' ? undefined : await idOfReference(actor, reference, 'need', tx);
    if (reference !== '' && !named) return invalid('reference', 'matches.errors.reference');
    const there = tx
      .select({ id: planNeed.needId })
      .from(planNeed)
      .where(and(eq(planNeed.planId, id), isNull(planNeed.toSeq)));
    const fits = await tx
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
          inArray(needStatus, ['unmet']),
          notInArray(need.id, there),
          sql`${review.completedOn} <= ${today()}`,
          // What a plan becomes is shown to providers and advisers, who may learn nothing of an
          // unpublished summary.
          sql`${review.publishedOn} <= ${today()}`,
          named ? eq(need.id, named) : narrowed(asked),
        ),
      )
      .orderBy(asc(needVersion.priority), asc(need.id))
      .limit(mostAtOnce);
    const room = mostInPlan - (await needsOfPlan(actor, id, tx)).length;
    const taken = fits.slice(0, Math.max(0, room));
    if (taken.length === 0) return invalid(named ? 'reference' : 'region', 'plans.errors.nothing');
    if (!(await touch(tx, found.value))) return failed({ kind: 'conflict', why: 'moved' });
    const seq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'gather',
      entity: 'plan',
      entityId: id,
      data: { needs: taken.length },
    });
    await addToPlan(tx, id, taken, actor.accountId!, seq);
    return done({ id });
  });

export const removeNeed = (
  actor: Actor,
  { id, need: needId }: { id: string; need: string },
): Promise<Made> =>
  attempt(async (tx) => {
    const found = await openPlan(tx, actor, id);
    if (!found.ok) return found;
    const [row] = await tx
      .select({ id: planNeed.id })
      .from(planNeed)
      .where(and(eq(planNeed.planId, id), eq(planNeed.needId, needId), isNull(planNeed.toSeq)));
    if (!row) return notFound;
    if (!(await touch(tx, found.value))) return failed({ kind: 'conflict', why: 'moved' });
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

const each = <T>(values: readonly T[]): T[] => [...new Set(values)];

/**
 * Turns a plan into a planned activity, and proposes that it answers each of its needs. All of it
 * or nothing.
 */
export const makeActivity = (
  actor: Actor,
  { id, theme, kind }: { id: string; theme: Theme; kind: Kind },
): Promise<Outcome<{ id: string; activity: string }>> =>
  attempt(async (tx) => {
    const found = await openPlan(tx, actor, id);
    if (!found.ok) return found;
    const needs = await needsOfPlan(actor, id, tx);
    if (needs.length === 0) return invalid('theme', 'plans.errors.empty');
    const activityId = randomUUID();
    const states = each(needs.map(({ stateCode }) => stateCode));
    // A form lists few States by name; a plan for more is one for their regions.
    const named = states.length <= 50;
    const entered = await enterIn(tx, actor, 'enter', {
      id: activityId,
      fields: {
        ...activityFieldsOf({}),
        theme,
        kind,
        title: found.value.title,
        language: actor.locale ?? 'en',
        status: 'planned',
        gender: 'none',
        funding: 'none',
        articles: each(needs.flatMap(({ articles }) => articles)).join(' '),
        categories: each(needs.flatMap(({ category }) => category ?? [])),
        topics: each(needs.flatMap(({ topics }) => topics)).slice(0, 50),
        recipients: named ? states.join('\n') : '',
        regions: each(needs.map(({ region }) => region)),
      },
    });
    if (!entered.ok) return entered;
    const activity = (await activityById(actor, activityId, tx))!;
    for (const one of needs) {
      const proposal = await proposeIn(tx, actor, activity, one, {
        degree: 'partly',
        reason: found.value.title,
      });
      if (!proposal.ok) return proposal;
    }
    if (!(await touch(tx, found.value, { assistanceId: activityId })))
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
