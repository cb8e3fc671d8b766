import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { account } from '#db/schema';
import { match, matchStep } from '#db/schema/matches';
import type { Actor } from '#lib/base/actor';
import { activityById } from '#lib/assistance/activities/queries';
import { attempt } from '#lib/base/attempt';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { groundsOf } from '#lib/assistance/matches/proposals';
import {
  idOfReference,
  matchById,
  needToAnswer,
  type MatchSeen,
} from '#lib/assistance/matches/queries';
import { ruledOf, rules, ruling } from '#lib/assistance/matches/rules';
import { stepped } from '#lib/needs/met/status';
import type { Degree, MatchVerb } from '#lib/needs/met/vocabulary';
import {
  proposeIn,
  reasonOf,
  record,
  refused,
  type Moved,
  type Proposal,
} from '#lib/assistance/matches/writing';

export type Seen = Readonly<{ id: string; version: number; reason?: string; degree?: Degree }>;

/**
 * Proposes that an activity answers a need. Both must be within what the actor sees. What the
 * register had among its own
 * proposals is kept as such, with its grounds; nothing is accepted by it.
 */
export const proposeMatch = (
  actor: Actor,
  { assistance, need: needId, degree, reason, suggested, reference = '' }: Proposal,
): Promise<Outcome<Moved>> =>
  attempt(async (tx) => {
    const named =
      reference === '' || (assistance && needId)
        ? undefined
        : await idOfReference(actor, reference, assistance ? 'need' : 'assistance', tx);
    if (reference !== '' && !(assistance && needId) && !named)
      return invalid('reference', 'matches.errors.reference');
    const activity = await activityById(actor, assistance || (named ?? ''), tx);
    const need = await needToAnswer(actor, needId || (named ?? ''), tx);
    if (!activity || !need) return notFound;
    return proposeIn(tx, actor, activity, need, {
      degree,
      reason,
      grounds: suggested === '1' ? (groundsOf(need, activity) ?? []) : [],
    });
  });

/** Somebody was quicker: who, and when. */
async function moved(tx: Writer, id: string): Promise<Outcome<never>> {
  const [latest] = await tx
    .select({ by: account.name, at: matchStep.at })
    .from(matchStep)
    .innerJoin(account, eq(account.id, matchStep.actorId))
    .where(eq(matchStep.matchId, id))
    .orderBy(desc(matchStep.number))
    .limit(1);
  return failed({ kind: 'conflict', why: 'moved', ...latest });
}

const step =
  (verb: MatchVerb) =>
  (
    actor: Actor,
    { id, version, reason: typed = '', degree: wanted }: Seen,
  ): Promise<Outcome<Moved>> =>
    attempt(async (tx) => {
      const found = await matchById(actor, id, tx);
      if (!found) return notFound;
      const verdict = ruling(actor, verb, ruledOf(found));
      if (verdict === 'role' || verdict === 'not-yours') return forbidden('role');
      if (found.version !== version) return moved(tx, id);
      if (verdict !== 'allowed') return refused(verdict);
      const reason = reasonOf(typed, rules[verb].reason === 'required' ? 'enterReason' : null);
      if (!reason.ok) return reason;
      return advance(tx, actor, verb, found, reason.value, wanted ?? found.degree);
    });

async function advance(
  tx: Writer,
  actor: Actor,
  verb: MatchVerb,
  before: MatchSeen,
  reason: string | null,
  degree: Degree,
): Promise<Outcome<Moved>> {
  const { state, confirmation } = stepped({ ...before, answered: false }, verb, degree);
  const version = before.version + 1;
  const changed = await tx
    .update(match)
    .set({ state, confirmation, degree, version, updatedAt: new Date().toISOString() })
    .where(and(eq(match.id, before.id), eq(match.version, before.version)))
    .returning({ id: match.id });
  if (changed.length === 0) return moved(tx, before.id);
  await record(tx, actor, before.id, { verb, degree, reason, number: version }, before.needId);
  return done({ id: before.id, version });
}

/** From here on it counts: the need is planned or being met. The manager may set the degree. */
export const acceptMatch = step('accept');
export const rejectMatch = step('reject');
/**
 * The State says that it is not so. The match goes on counting by its activity, and shows as
 * disputed.
 */
export const disputeMatch = step('dispute');
/** What the provider or the secretariat says to a dispute. Only the State can end it. */
export const answerDispute = step('answer');
/** The State says how far its need is met. */
export const confirmMatch = step('confirm');
export const withdrawMatch = step('withdraw');
/** Brings back what was rejected or withdrawn, as a proposal. */
export const reopenMatch = step('reopen');
