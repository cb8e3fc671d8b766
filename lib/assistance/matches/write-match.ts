import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { match, matchStep } from '#db/schema/matches';
import type { Actor } from '#lib/base/actor';
import type { ActivityView } from '#lib/assistance/activities/queries';
import { done, failed, forbidden, invalid, type Outcome } from '#lib/base/errors';
import { articleOverlap } from '#lib/assistance/matches/article-overlap';
import type { MatchableNeed } from '#lib/assistance/matches/queries';
import {
  checkMatchRule,
  type MatchRuleInput,
  type MatchVerdict,
} from '#lib/assistance/matches/rules';
import {
  openMatchStates,
  type Degree,
  type Ground,
  type MatchVerb,
  type Proposer,
} from '#lib/needs/fulfilment/vocabulary';
import { optionalReason, requiredReason } from '#lib/text/reason';

export type MatchProposal = Readonly<{
  assistance: string;
  need: string;
  degree: Degree;
  reason: string;
  suggested?: '' | '1';
  /** The reference of the need or activity, if its id is missing. */
  reference?: string;
}>;
export type SavedMatch = Readonly<{ id: string; version: number }>;

/** Parses the reason; with `missingKey`, a reason is required and this is the error without one. */
export const parseMatchReason = (
  reasonText: string,
  missingKey: string | null,
): Outcome<string | null> =>
  missingKey ? requiredReason(reasonText, { missing: missingKey }) : optionalReason(reasonText);

export function refusalFor(verdict: Exclude<MatchVerdict, 'allowed'>): Outcome<never> {
  if (verdict === 'status') return failed({ kind: 'conflict', why: 'status' });
  return verdict === 'activity' ? invalid('', 'matches.errors.activity') : forbidden('role');
}

function proposerOf({ role }: Actor, suggested: boolean): Proposer {
  if (suggested) return 'register';
  return role === 'provider' || role === 'adviser' || role === 'focal-point' ? role : 'manager';
}

type MatchStep = Readonly<{
  verb: MatchVerb;
  degree: Degree;
  reason: string | null;
  number: number;
}>;

/** Records a step of a match in its history and in the change log. */
export async function recordMatchStep(
  tx: Writer,
  actor: Actor,
  matchId: string,
  { verb, degree, reason, number }: MatchStep,
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

const ruleInputOfProposal = (
  activity: ActivityView,
  { stateId, region }: MatchableNeed,
): MatchRuleInput => ({
  state: null,
  confirmation: 'none',
  proposedBy: null,
  activity: activity.status,
  organisationId: activity.content.organisationId,
  stateId,
  region,
});

async function hasOpenMatch(tx: Writer, assistanceId: string, needId: string): Promise<boolean> {
  const [existing] = await tx
    .select({ id: match.id })
    .from(match)
    .where(
      and(
        eq(match.assistanceId, assistanceId),
        eq(match.needId, needId),
        inArray(match.state, [...openMatchStates]),
      ),
    );
  return existing !== undefined;
}

/**
 * Writes a proposal in the transaction of another command: creating an activity from a plan
 * proposes many.
 */
export async function insertProposal(
  tx: Writer,
  actor: Actor,
  activity: ActivityView,
  need: MatchableNeed,
  {
    degree,
    reason: reasonText,
    grounds = [],
  }: Pick<MatchProposal, 'degree' | 'reason'> & { grounds?: readonly Ground[] },
): Promise<Outcome<SavedMatch>> {
  const verdict = checkMatchRule(actor, 'propose', ruleInputOfProposal(activity, need));
  if (verdict !== 'allowed') return refusalFor(verdict);
  const needsReason = articleOverlap(activity.content.articles, need) === 'apart';
  const reason = parseMatchReason(reasonText, needsReason ? 'matches.errors.apart' : null);
  if (!reason.ok) return reason;
  if (await hasOpenMatch(tx, activity.id, need.id)) return invalid('need', 'matches.errors.there');
  const id = randomUUID();
  const at = new Date().toISOString();
  await tx.insert(match).values({
    id,
    assistanceId: activity.id,
    needId: need.id,
    degree,
    state: 'proposed',
    confirmation: 'none',
    proposedByKind: proposerOf(actor, grounds.length > 0),
    proposedBy: actor.accountId!,
    grounds,
    version: 1,
    createdAt: at,
    updatedAt: at,
  });
  await recordMatchStep(
    tx,
    actor,
    id,
    { verb: 'propose', degree, reason: reason.value, number: 1 },
    need.id,
  );
  return done({ id, version: 1 });
}
