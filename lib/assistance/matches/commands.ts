import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { account } from '#db/schema';
import { match, matchStep } from '#db/schema/matches';
import { focalPointRecipients, queueMail } from '#lib/people/mail/queue';
import type { Actor } from '#lib/base/actor';
import { activityById } from '#lib/assistance/activities/queries';
import { runCommand } from '#lib/base/run-command';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { matchGrounds } from '#lib/assistance/matches/proposals';
import {
  idByReference,
  matchById,
  matchableNeed,
  type MatchView,
} from '#lib/assistance/matches/queries';
import { toMatchRuleInput, matchRules, checkMatchRule } from '#lib/assistance/matches/rules';
import { applyStep } from '#lib/needs/fulfilment/status';
import type { Degree, MatchVerb } from '#lib/needs/fulfilment/vocabulary';
import {
  insertProposal,
  parseMatchReason,
  recordMatchStep,
  refusalFor,
  type SavedMatch,
  type MatchProposal,
} from '#lib/assistance/matches/write-match';

export type MatchActionInput = Readonly<{
  id: string;
  version: number;
  reason?: string;
  degree?: Degree;
}>;

/**
 * Proposes that an activity answers a need; the actor must see both. A proposal that the register
 * suggested is stored as such, with its grounds. It still needs to be accepted.
 */
export const proposeMatch = (
  actor: Actor,
  { assistance, need: needId, degree, reason, suggested, reference = '' }: MatchProposal,
): Promise<Outcome<SavedMatch>> =>
  runCommand(async (tx) => {
    const otherId =
      reference === '' || (assistance && needId)
        ? undefined
        : await idByReference(actor, reference, assistance ? 'need' : 'assistance', tx);
    if (reference !== '' && !(assistance && needId) && !otherId)
      return invalid('reference', 'matches.errors.reference');
    const activity = await activityById(actor, assistance || (otherId ?? ''), tx);
    const need = await matchableNeed(actor, needId || (otherId ?? ''), tx);
    if (!activity || !need) return notFound;
    return insertProposal(tx, actor, activity, need, {
      degree,
      reason,
      grounds: suggested === '1' ? (matchGrounds(need, activity) ?? []) : [],
    });
  });

/** Somebody else saved first: reports who, and when. */
async function conflictWithLatest(tx: Writer, id: string): Promise<Outcome<never>> {
  const [latest] = await tx
    .select({ by: account.name, at: matchStep.at })
    .from(matchStep)
    .innerJoin(account, eq(account.id, matchStep.actorId))
    .where(eq(matchStep.matchId, id))
    .orderBy(desc(matchStep.number))
    .limit(1);
  return failed({ kind: 'conflict', why: 'moved', ...latest });
}

const matchAction =
  (verb: MatchVerb) =>
  (
    actor: Actor,
    { id, version, reason: reasonText = '', degree: newDegree }: MatchActionInput,
  ): Promise<Outcome<SavedMatch>> =>
    runCommand(async (tx) => {
      const current = await matchById(actor, id, tx);
      if (!current) return notFound;
      const verdict = checkMatchRule(actor, verb, toMatchRuleInput(current));
      if (verdict === 'role' || verdict === 'not-yours') return forbidden('role');
      if (current.version !== version) return conflictWithLatest(tx, id);
      if (verdict !== 'allowed') return refusalFor(verdict);
      const reason = parseMatchReason(
        reasonText,
        matchRules[verb].reason === 'required' ? 'enterReason' : null,
      );
      if (!reason.ok) return reason;
      return saveStep(tx, actor, verb, current, reason.value, newDegree ?? current.degree);
    });

/** Tells the focal points of the State, who can confirm or dispute the claim from now on. */
async function announceClaim(tx: Writer, actor: Actor, { stateId, needId }: MatchView) {
  const recipients = await focalPointRecipients(tx, stateId);
  await queueMail(tx, actor.accountId, recipients, { kind: 'claimed', data: { need: needId } });
}

async function saveStep(
  tx: Writer,
  actor: Actor,
  verb: MatchVerb,
  before: MatchView,
  reason: string | null,
  degree: Degree,
): Promise<Outcome<SavedMatch>> {
  const { state, confirmation } = applyStep({ ...before, answered: false }, verb, degree);
  const version = before.version + 1;
  const changed = await tx
    .update(match)
    .set({ state, confirmation, degree, version, updatedAt: new Date().toISOString() })
    .where(and(eq(match.id, before.id), eq(match.version, before.version)))
    .returning({ id: match.id });
  if (changed.length === 0) return conflictWithLatest(tx, before.id);
  await recordMatchStep(
    tx,
    actor,
    before.id,
    { verb, degree, reason, number: version },
    before.needId,
  );
  if (verb === 'accept') await announceClaim(tx, actor, before);
  return done({ id: before.id, version });
}

/** Accepts a match: the need is now planned or being met. The manager may change the degree. */
export const acceptMatch = matchAction('accept');
export const rejectMatch = matchAction('reject');
/**
 * Disputes a match for the State. The match still counts by its activity, and shows as disputed.
 */
export const disputeMatch = matchAction('dispute');
/** Answers a dispute for the provider or the secretariat. Only the State can end it. */
export const answerDispute = matchAction('answer');
/** Confirms for the State how far its need is met. */
export const confirmMatch = matchAction('confirm');
export const withdrawMatch = matchAction('withdraw');
/** Reopens a rejected or withdrawn match as a proposal. */
export const reopenMatch = matchAction('reopen');
