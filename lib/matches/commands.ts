import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { account } from '#db/schema';
import { match, matchStep } from '#db/schema/matches';
import type { Actor } from '#lib/actor';
import { activityById, type ActivitySeen } from '#lib/assistance/queries';
import { attempt } from '#lib/attempt';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/errors';
import { meeting } from '#lib/matches/meeting';
import { groundsOf } from '#lib/matches/proposals';
import { idOfReference, matchById, needToAnswer, ruledOf, type MatchSeen, type NeedToAnswer } from '#lib/matches/queries';
import { rules, ruling, type Ruling } from '#lib/matches/rules';
import { stepped } from '#lib/matches/status';
import { longestReason, openMatchStates, type Degree, type Ground, type MatchVerb, type Proposer } from '#lib/matches/vocabulary';
import { readable, tidy } from '#lib/needs/schema';

export type Proposal = Readonly<{ assistance: string; need: string; degree: Degree; reason: string; suggested?: '' | '1'; /** Of whichever of the two is not named by its id. */ reference?: string }>;
export type Seen = Readonly<{ id: string; version: number; reason?: string; degree?: Degree }>;
type Moved = Readonly<{ id: string; version: number }>;

/** The reason as it is kept; `needed`: it is refused without, for this reason. */
function reasonOf(typed: string, needed: string | null): Outcome<string | null> {
  const reason = tidy(typed);
  if (reason === '' && needed) return invalid('reason', needed);
  if (!readable(reason)) return invalid('reason', 'unreadable');
  return reason.length > longestReason ? invalid('reason', 'reasonTooLong') : done(reason || null);
}

const refused = (verdict: Exclude<Ruling, 'allowed'>): Outcome<never> =>
  (verdict === 'status' ? failed({ kind: 'conflict', why: 'status' }) : verdict === 'activity' ? invalid('', 'matches.errors.activity') : forbidden('role'));

const kindOf = ({ role }: Actor, suggested: boolean): Proposer =>
  (suggested ? 'register' : role === 'provider' || role === 'adviser' || role === 'focal-point' ? role : 'manager');

type Step = Readonly<{ verb: MatchVerb; degree: Degree; reason: string | null; number: number }>;

/** Logs a step of a match and keeps it. */
async function record(tx: Writer, actor: Actor, matchId: string, { verb, degree, reason, number }: Step, needId: string) {
  const actorId = actor.accountId!;
  const seq = await recordChange(tx, { actorId, verb, entity: 'match', entityId: matchId, data: { need: needId, degree, ...(reason ? { reason } : {}) } });
  await tx.insert(matchStep).values({ id: randomUUID(), matchId, number, verb, degree, reason, actorId, at: new Date().toISOString(), seq });
}

/** Writes a proposal in a transaction that others may share: a plan that becomes an activity proposes many. */
export async function proposeIn(tx: Writer, actor: Actor, activity: ActivitySeen, need: NeedToAnswer, { degree, reason: typed, grounds = [] }: Pick<Proposal, 'degree' | 'reason'> & { grounds?: readonly Ground[] }): Promise<Outcome<Moved>> {
  const verdict = ruling(actor, 'propose', { state: null, confirmation: 'none', proposedBy: null, activity: activity.status, organisationId: activity.content.organisationId, stateId: need.stateId, region: need.region });
  if (verdict !== 'allowed') return refused(verdict);
  const apart = meeting(activity.content.articles, need) === 'apart';
  const reason = reasonOf(typed, apart ? 'matches.errors.apart' : null);
  if (!reason.ok) return reason;
  const [open] = await tx.select({ id: match.id }).from(match).where(and(eq(match.assistanceId, activity.id), eq(match.needId, need.id), inArray(match.state, [...openMatchStates])));
  if (open) return invalid('need', 'matches.errors.there');
  const [id, at] = [randomUUID(), new Date().toISOString()];
  await tx.insert(match).values({
    id, assistanceId: activity.id, needId: need.id, degree, state: 'proposed', confirmation: 'none', proposedByKind: kindOf(actor, grounds.length > 0), proposedBy: actor.accountId!, grounds,
    version: 1, createdAt: at, updatedAt: at,
  });
  await record(tx, actor, id, { verb: 'propose', degree, reason: reason.value, number: 1 }, need.id);
  return done({ id, version: 1 });
}

/**
 * Proposes that an activity answers a need. Both must be within what the actor sees. What the register had among its own
 * proposals is kept as such, with its grounds; nothing is accepted by it.
 */
export const proposeMatch = (actor: Actor, { assistance, need: needId, degree, reason, suggested, reference = '' }: Proposal): Promise<Outcome<Moved>> => attempt(async (tx) => {
  const named = reference === '' || (assistance && needId) ? undefined : await idOfReference(actor, reference, assistance ? 'need' : 'assistance', tx);
  if (reference !== '' && !(assistance && needId) && !named) return invalid('reference', 'matches.errors.reference');
  const [activity, need] = [await activityById(actor, assistance || (named ?? ''), tx), await needToAnswer(actor, needId || (named ?? ''), tx)];
  if (!activity || !need) return notFound;
  return proposeIn(tx, actor, activity, need, { degree, reason, grounds: suggested === '1' ? groundsOf(need, activity) ?? [] : [] });
});

/** Somebody was quicker: who, and when. */
async function moved(tx: Writer, id: string): Promise<Outcome<never>> {
  const [latest] = await tx.select({ by: account.name, at: matchStep.at }).from(matchStep).innerJoin(account, eq(account.id, matchStep.actorId)).where(eq(matchStep.matchId, id)).orderBy(desc(matchStep.number)).limit(1);
  return failed({ kind: 'conflict', why: 'moved', ...latest });
}

const step = (verb: MatchVerb) => (actor: Actor, { id, version, reason: typed = '', degree: wanted }: Seen): Promise<Outcome<Moved>> => attempt(async (tx) => {
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

async function advance(tx: Writer, actor: Actor, verb: MatchVerb, before: MatchSeen, reason: string | null, degree: Degree): Promise<Outcome<Moved>> {
  const { state, confirmation } = stepped({ ...before, answered: false }, verb, degree);
  const version = before.version + 1;
  const changed = await tx.update(match).set({ state, confirmation, degree, version, updatedAt: new Date().toISOString() })
    .where(and(eq(match.id, before.id), eq(match.version, before.version))).returning({ id: match.id });
  if (changed.length === 0) return moved(tx, before.id);
  await record(tx, actor, before.id, { verb, degree, reason, number: version }, before.needId);
  return done({ id: before.id, version });
}

/** From here on it counts: the need is planned or being met. The manager may set the degree. */
export const acceptMatch = step('accept');
export const rejectMatch = step('reject');
/** The State says that it is not so. The match goes on counting by its activity, and shows as disputed. */
export const disputeMatch = step('dispute');
/** What the provider or the secretariat says to a dispute. Only the State can end it. */
export const answerDispute = step('answer');
/** The State says how far its need is met. */
export const confirmMatch = step('confirm');
export const withdrawMatch = step('withdraw');
/** Brings back what was rejected or withdrawn, as a proposal. */
export const reopenMatch = step('reopen');
