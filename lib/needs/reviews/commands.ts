import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { account, assignment, need, review, state } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { conventionState } from '#lib/convention/states';
import type { Cycle } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';
import { today } from '#lib/text/dates';
import { requiredReason } from '#lib/text/reason';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { refuseConflictOfInterest } from '#lib/people/reviewers/conflicts';
import { assignReviewer } from '#lib/people/reviewers/assign';
import { reviewById, type ReviewView } from '#lib/needs/reviews/queries';
import {
  versionedDatesOf,
  writeReviewVersion,
  type VersionedDates,
} from '#lib/needs/reviews/versions';
import type { ReviewVerb } from '#lib/needs/reviews/vocabulary';

const isAdministrator = (actor: Actor) => actor.role === 'administrator';

/**
 * Returns the State of this code. A State of the Convention enters the register with its first
 * review.
 */
async function stateFor(
  tx: Writer,
  code: string,
  chosen: Region | null,
): Promise<Outcome<{ id: string; region: Region }>> {
  const [existing] = await tx
    .select({ id: state.id, region: state.region })
    .from(state)
    .where(eq(state.code, code));
  if (existing) return done(existing);
  const party = conventionState(code);
  if (!party) return invalid('state', 'unknownState');
  const region = party.region ?? chosen;
  if (!region) return invalid('region', 'chooseRegion');
  const id = randomUUID();
  await tx.insert(state).values({ id, code, region });
  return done({ id, region });
}

/** Opens the review of a State in a cycle. */
export async function createReview(
  actor: Actor,
  input: { state: string; cycle: Cycle; region: Region | null },
): Promise<Outcome<{ id: string }>> {
  if (!isAdministrator(actor)) return forbidden('role');
  return runCommand(async (tx) => {
    const found = await stateFor(tx, input.state, input.region);
    if (!found.ok) return found;
    const [existing] = await tx
      .select({ id: review.id })
      .from(review)
      .where(and(eq(review.stateId, found.value.id), eq(review.cycle, input.cycle)));
    if (existing) return invalid('state', 'reviewExists');
    const id = randomUUID();
    await tx.insert(review).values({
      id,
      stateId: found.value.id,
      cycle: input.cycle,
      numbered: 0,
      version: 1,
      createdAt: new Date().toISOString(),
    });
    await writeReviewVersion(
      tx,
      actor,
      'create',
      { id, version: 1, region: found.value.region },
      { symbol: null, completedOn: null, publishedOn: null, closedAt: null },
    );
    return done({ id });
  });
}

type DatesOptions = Readonly<{
  reason?: string;
  /** Returns what the change log says besides the new dates. */
  logged?: (tx: Writer, before: ReviewView) => Promise<Readonly<Record<string, unknown>>>;
}>;

async function updateDates(
  actor: Actor,
  verb: ReviewVerb,
  { id, version }: { id: string; version: number },
  newDates: (before: VersionedDates) => Outcome<VersionedDates>,
  { reason, logged }: DatesOptions = {},
): Promise<Outcome<{ id: string }>> {
  return runCommand(async (tx) => {
    const before = await reviewById(actor, id, tx);
    if (!before) return notFound;
    if (!isAdministrator(actor)) return forbidden('role');
    const after = newDates(versionedDatesOf(before));
    if (!after.ok) return after;
    const updated = await tx
      .update(review)
      .set({ ...after.value, version: version + 1 })
      .where(and(eq(review.id, id), eq(review.version, version)))
      .returning({ id: review.id });
    if (updated.length === 0) return failed({ kind: 'conflict', why: 'moved' });
    const { closedAt: _closedAt, ...dates } = after.value;
    await writeReviewVersion(
      tx,
      actor,
      verb,
      { ...before, version: version + 1 },
      after.value,
      logged ? { reason, logged: { ...dates, ...(await logged(tx, before)) } } : { reason },
    );
    return done({ id });
  });
}

/** Sets, corrects or removes the completion date. A published summary stays completed. */
export const setCompletion = (
  actor: Actor,
  input: { id: string; version: number; completedOn: string; symbol: string },
) =>
  updateDates(actor, 'set-completion', input, ({ publishedOn, closedAt }) => {
    if (closedAt) return failed({ kind: 'conflict', why: 'closed' });
    const completedOn = input.completedOn || null;
    if (completedOn && completedOn > today()) return invalid('completedOn', 'dateInFuture');
    if (!completedOn && publishedOn) return invalid('completedOn', 'publishedNeedsDate');
    if (completedOn && publishedOn && completedOn > publishedOn)
      return invalid('completedOn', 'completedAfterPublished');
    return done({ completedOn, publishedOn, closedAt, symbol: input.symbol || null });
  });

/** Publishes a completed summary and so makes its needs public. */
export const publishSummary = (actor: Actor, input: { id: string; version: number }) =>
  updateDates(actor, 'publish', input, (before) => {
    if (!before.completedOn) return invalid('publish', 'publishNeedsDate');
    if (before.publishedOn) return failed({ kind: 'conflict', why: 'status' });
    return done({ ...before, publishedOn: today() });
  });

/** Returns what the public was shown of a review: since when, and which version of which need. */
async function shownToThePublic(tx: Writer, { id, publishedOn }: ReviewView) {
  const needs = await tx
    .select({ id: need.id, version: need.countedVersion })
    .from(need)
    .where(and(eq(need.reviewId, id), isNotNull(need.countedVersion)))
    .orderBy(asc(need.id));
  return { shown: { publishedOn, needs } };
}

type UnpublishInput = Readonly<{ id: string; version: number; reason: string; confirmed: string }>;

/**
 * Withdraws a summary that was published by mistake, also where its review is closed. The public
 * sees it no more, at earlier revisions neither. The log says what had been shown.
 */
export async function unpublishSummary(
  actor: Actor,
  { reason: reasonText, confirmed, ...seen }: UnpublishInput,
): Promise<Outcome<{ id: string }>> {
  const reason = requiredReason(reasonText);
  return updateDates(
    actor,
    'unpublish',
    seen,
    (before) => {
      if (!before.publishedOn) return failed({ kind: 'conflict', why: 'status' });
      if (!reason.ok) return reason;
      if (confirmed !== 'yes') return invalid('confirmed', 'confirmUnpublishing');
      return done({ ...before, publishedOn: null });
    },
    { reason: reason.ok ? reason.value : undefined, logged: shownToThePublic },
  );
}

/** Sets the dates by which needs must be entered and decided on. They do not affect any count. */
export async function setDeadlines(
  actor: Actor,
  {
    id,
    version,
    ...input
  }: { id: string; version: number; entryDueOn: string; decisionDueOn: string },
): Promise<Outcome<{ id: string }>> {
  return runCommand(async (tx) => {
    const before = await reviewById(actor, id, tx);
    if (!before) return notFound;
    if (!isAdministrator(actor)) return forbidden('role');
    const deadlines = {
      entryDueOn: input.entryDueOn || null,
      decisionDueOn: input.decisionDueOn || null,
    };
    if (
      deadlines.entryDueOn &&
      deadlines.decisionDueOn &&
      deadlines.decisionDueOn < deadlines.entryDueOn
    )
      return invalid('decisionDueOn', 'decisionBeforeEntry');
    const updated = await tx
      .update(review)
      .set({ ...deadlines, version: version + 1 })
      .where(and(eq(review.id, id), eq(review.version, version)))
      .returning({ id: review.id });
    if (updated.length === 0) return failed({ kind: 'conflict', why: 'moved' });
    await writeReviewVersion(
      tx,
      actor,
      'set-deadlines',
      { ...before, version: version + 1 },
      versionedDatesOf(before),
      { logged: deadlines },
    );
    return done({ id });
  });
}

/** Assigns a reviewer, unless a conflict of interest forbids it. */
export async function appointReviewer(
  actor: Actor,
  input: { id: string; accountId: string },
): Promise<Outcome<{ id: string }>> {
  return runCommand(async (tx) => {
    const found = await reviewById(actor, input.id, tx);
    if (!found) return notFound;
    if (!isAdministrator(actor)) return forbidden('role');
    const [person] = await tx
      .select({ role: account.role, active: account.active })
      .from(account)
      .where(eq(account.id, input.accountId));
    if (person?.role !== 'reviewer' || !person.active)
      return invalid('accountId', 'chooseReviewer');
    const refused = await refuseConflictOfInterest(
      tx,
      actor,
      found.id,
      input.accountId,
      'accountId',
    );
    if (refused) return refused;
    await assignReviewer(tx, actor, found.id, input.accountId);
    return done({ id: found.id });
  });
}

/** Ends a reviewer's assignment. */
export async function releaseReviewer(
  actor: Actor,
  input: { id: string; accountId: string },
): Promise<Outcome<{ id: string }>> {
  return runCommand(async (tx) => {
    const found = await reviewById(actor, input.id, tx);
    if (!found) return notFound;
    if (!isAdministrator(actor)) return forbidden('role');
    const [ended] = await tx
      .update(assignment)
      .set({ endedAt: new Date().toISOString() })
      .where(
        and(
          eq(assignment.reviewId, found.id),
          eq(assignment.accountId, input.accountId),
          isNull(assignment.endedAt),
        ),
      )
      .returning({ id: assignment.id });
    if (!ended) return notFound;
    await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'release',
      entity: 'assignment',
      entityId: ended.id,
      data: { reviewId: found.id, accountId: input.accountId },
    });
    return done({ id: found.id });
  });
}
