import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { account, assignment, state } from '#db/schema';
import { leave } from '#db/schema/reviewers';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { confirmationFingerprint } from '#lib/base/fingerprint';
import { today } from '#lib/text/dates';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { proposedAssignments, type ProposedAssignment } from '#lib/people/reviewers/queries';
import { refuseConflictOfInterest } from '#lib/people/reviewers/conflicts';
import { assignReviewer } from '#lib/people/reviewers/assign';

const asAdministrator = <T>(
  actor: Actor,
  run: (tx: Writer) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  runCommand(async (tx) => (actor.role === 'administrator' ? run(tx) : forbidden('role')));

const activeReviewer = async (tx: Writer, id: string) =>
  (
    await tx
      .select({ id: account.id, nominatedBy: account.nominatedBy })
      .from(account)
      .where(and(eq(account.id, id), eq(account.role, 'reviewer'), eq(account.active, true)))
  )[0];

/**
 * Records which State nominated a reviewer; none for an officer of the secretariat. Refused if one
 * of their reviews would become a conflict of interest.
 */
export const setNomination = (
  actor: Actor,
  { accountId, state: code }: { accountId: string; state: string },
): Promise<Outcome<null>> =>
  asAdministrator(actor, async (tx) => {
    const person = await activeReviewer(tx, accountId);
    if (!person) return notFound;
    const [nominatingState] =
      code === '' ? [] : await tx.select({ id: state.id }).from(state).where(eq(state.code, code));
    if (code !== '' && !nominatingState) return invalid('state', 'unknownState');
    const nominatedBy = nominatingState?.id ?? null;
    if (nominatedBy === person.nominatedBy) return done(null);
    await tx.update(account).set({ nominatedBy }).where(eq(account.id, accountId));
    const assignments = await tx
      .select({ reviewId: assignment.reviewId })
      .from(assignment)
      .where(and(eq(assignment.accountId, accountId), isNull(assignment.endedAt)));
    for (const { reviewId } of assignments) {
      const refused = await refuseConflictOfInterest(tx, actor, reviewId, accountId, 'state');
      if (refused) return refused;
    }
    await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'nominate',
      entity: 'account',
      entityId: accountId,
      data: { state: code },
    });
    return done(null);
  });

type LeaveInput = Readonly<{
  accountId: string;
  fromOn: string;
  untilOn: string;
  substitute: string;
}>;

/** Records the leave of a reviewer, with a substitute for their reviews if there is one. */
export const setLeave = (
  actor: Actor,
  { accountId, fromOn, untilOn, substitute }: LeaveInput,
): Promise<Outcome<null>> =>
  asAdministrator(actor, async (tx) => {
    if (!(await activeReviewer(tx, accountId))) return notFound;
    if (untilOn < fromOn || untilOn < today()) return invalid('untilOn', 'leaveEnds');
    if (substitute === accountId) return invalid('substitute', 'ownSubstitute');
    if (substitute !== '' && !(await activeReviewer(tx, substitute)))
      return invalid('substitute', 'chooseReviewer');
    const id = randomUUID();
    const seq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'set-leave',
      entity: 'leave',
      entityId: id,
      data: { accountId, fromOn, untilOn },
    });
    await tx
      .insert(leave)
      .values({ id, accountId, substituteId: substitute || null, fromOn, untilOn, fromSeq: seq });
    return done(null);
  });

export const endLeave = (actor: Actor, { leave: id }: { leave: string }): Promise<Outcome<null>> =>
  asAdministrator(actor, async (tx) => {
    const inForce = and(eq(leave.id, id), isNull(leave.toSeq));
    const [current] = await tx.select({ id: leave.id }).from(leave).where(inForce);
    if (!current) return notFound;
    const seq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'end-leave',
      entity: 'leave',
      entityId: id,
    });
    await tx.update(leave).set({ toSeq: seq }).where(inForce);
    return done(null);
  });

/** A fingerprint of exactly these assignments. */
export const assignmentsFingerprint = (
  _actor: Actor,
  proposed: readonly ProposedAssignment[],
): string =>
  confirmationFingerprint(proposed.map(({ reviewId, accountId }) => [reviewId, accountId]));

/** Assigns everything that was proposed and shown; nothing if the proposal has changed since. */
export const balanceReviews = (
  actor: Actor,
  { fingerprint }: { fingerprint: string },
): Promise<Outcome<{ assigned: number }>> =>
  asAdministrator(actor, async (tx) => {
    const proposed = await proposedAssignments(actor, tx);
    if (assignmentsFingerprint(actor, proposed) !== fingerprint)
      return failed({ kind: 'conflict', why: 'set' });
    for (const { reviewId, accountId } of proposed)
      await assignReviewer(tx, actor, reviewId, accountId);
    return done({ assigned: proposed.length });
  });
