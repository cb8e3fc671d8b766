import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { match, matchStep } from '#db/schema/matches';
import type { Actor } from '#lib/base/actor';
import type { ActivitySeen } from '#lib/assistance/activities/queries';
import { done, failed, forbidden, invalid, type Outcome } from '#lib/base/errors';
import { meeting } from '#lib/assistance/matches/meeting';
import type { NeedToAnswer } from '#lib/assistance/matches/queries';
import { ruling, type Ruling } from '#lib/assistance/matches/rules';
import {
  openMatchStates,
  type Degree,
  type Ground,
  type MatchVerb,
  type Proposer,
} from '#lib/needs/met/vocabulary';
import { optionalReason, requiredReason } from '#lib/text/reason';

export type Proposal = Readonly<{
  assistance: string;
  need: string;
  degree: Degree;
  reason: string;
  suggested?: '' | '1';
  /** Of whichever of the two is not named by its id. */ reference?: string;
}>;
export type Moved = Readonly<{ id: string; version: number }>;

/** The reason as it is kept; `needed`: it is refused without, for this reason. */
export const reasonOf = (typed: string, needed: string | null): Outcome<string | null> =>
  needed ? requiredReason(typed, { missing: needed }) : optionalReason(typed);

export function refused(verdict: Exclude<Ruling, 'allowed'>): Outcome<never> {
  if (verdict === 'status') return failed({ kind: 'conflict', why: 'status' });
  return verdict === 'activity' ? invalid('', 'matches.errors.activity') : forbidden('role');
}

function kindOf({ role }: Actor, suggested: boolean): Proposer {
  if (suggested) return 'register';
  return role === 'provider' || role === 'adviser' || role === 'focal-point' ? role : 'manager';
}

type Step = Readonly<{ verb: MatchVerb; degree: Degree; reason: string | null; number: number }>;

/** Logs a step of a match and keeps it. */
export async function record(
  tx: Writer,
  actor: Actor,
  matchId: string,
  { verb, degree, reason, number }: Step,
  needId: string,
) {
  const actorId = actor.accountId!;
  const seq = await recordChange(tx, {
    actorId,
    verb,
    entity: 'match',
    entityId: matchId,
    data: { need: needId, degree, ...(reason ? { reason } : {}) },
  });
  await tx.insert(matchStep).values({
    id: randomUUID(),
    matchId,
    number,
    verb,
    degree,
    reason,
    actorId,
    at: new Date().toISOString(),
    seq,
  });
}

/**
 * Writes a proposal in a transaction that others may share: a plan that becomes an activity
 * proposes many.
 */
export async function proposeIn(
  tx: Writer,
  actor: Actor,
  activity: ActivitySeen,
  need: NeedToAnswer,
  {
    degree,
    reason: typed,
    grounds = [],
  }: Pick<Proposal, 'degree' | 'reason'> & { grounds?: readonly Ground[] },
): Promise<Outcome<Moved>> {
  const verdict = ruling(actor, 'propose', {
    state: null,
    confirmation: 'none',
    proposedBy: null,
    activity: activity.status,
    organisationId: activity.content.organisationId,
    stateId: need.stateId,
    region: need.region,
  });
  if (verdict !== 'allowed') return refused(verdict);
  const apart = meeting(activity.content.articles, need) === 'apart';
  const reason = reasonOf(typed, apart ? 'matches.errors.apart' : null);
  if (!reason.ok) return reason;
  const [open] = await tx
    .select({ id: match.id })
    .from(match)
    .where(
      and(
        eq(match.assistanceId, activity.id),
        eq(match.needId, need.id),
        inArray(match.state, [...openMatchStates]),
      ),
    );
  if (open) return invalid('need', 'matches.errors.there');
  const id = randomUUID();
  const at = new Date().toISOString();
  await tx.insert(match).values({
    id,
    assistanceId: activity.id,
    needId: need.id,
    degree,
    state: 'proposed',
    confirmation: 'none',
    proposedByKind: kindOf(actor, grounds.length > 0),
    proposedBy: actor.accountId!,
    grounds,
    version: 1,
    createdAt: at,
    updatedAt: at,
  });
  await record(
    tx,
    actor,
    id,
    { verb: 'propose', degree, reason: reason.value, number: 1 },
    need.id,
  );
  return done({ id, version: 1 });
}
