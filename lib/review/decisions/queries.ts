import 'server-only';
import { and, asc, desc, eq, isNull, ne, or } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, need, review } from '#db/schema';
import { bulkDecision, bulkNeed } from '#db/schema/decisions';
import type { Actor } from '#lib/base/actor';
import { confirmationFingerprint } from '#lib/base/fingerprint';
import { maxNeedsPerDecision, type BulkVerb } from '#lib/review/decisions/vocabulary';
import { filterCondition, type NeedsFilter } from '#lib/needs/lists/list-filter';
import { countListedNeeds, listNeeds, type NeedView } from '#lib/needs/store/queries';
import { transitions } from '#lib/needs/model/transitions';
import { workingNeeds } from '#lib/needs/model/scope';
import { transitionCondition } from '#lib/needs/store/transition-steps';

export type DecidableNeeds = Readonly<{
  needs: readonly NeedView[];
  /** How many other needs the filter matches that the actor may not decide on in this way. */
  leftOut: number;
  /** A fingerprint of exactly these needs and versions. */
  fingerprint: string;
}>;

const fingerprintOf = (verb: BulkVerb, needs: readonly NeedView[]): string =>
  confirmationFingerprint([verb, needs.map(({ id, version }) => [id, version])]);

/**
 * The needs of a filter on which the actor may take this decision now. An objection is answered one
 * by one.
 */
export async function decidableNeeds(
  actor: Actor,
  verb: BulkVerb,
  filter: NeedsFilter,
  connection: Reader | Writer = read(),
): Promise<DecidableNeeds> {
  const inFilter = filterCondition('own', { ...filter, statuses: transitions[verb].from });
  const allowed = and(
    inFilter,
    transitionCondition(actor, verb),
    isNull(review.closedAt),
    or(isNull(need.request), ne(need.request, 'objection')),
  );
  const needs = await listNeeds(
    actor,
    'own',
    { where: allowed, orderBy: [asc(need.id)], limit: maxNeedsPerDecision + 1 },
    connection,
  );
  const total = await countListedNeeds(actor, 'own', { where: inFilter }, connection);
  return {
    needs,
    leftOut: Math.max(0, total - needs.length),
    fingerprint: fingerprintOf(verb, needs),
  };
}

export type BulkDecision = Readonly<{
  id: string;
  verb: BulkVerb;
  by: string;
  actorId: string;
  at: string;
  reason: string | null;
  needs: number;
  reopenedBy: string | null;
}>;
const columns = {
  id: bulkDecision.id,
  verb: bulkDecision.verb,
  by: account.name,
  actorId: bulkDecision.actorId,
  at: bulkDecision.at,
  reason: bulkDecision.reason,
  needs: bulkDecision.needs,
  reopenedBy: bulkDecision.reopenedBy,
};

/** The bulk decisions of a reviewer, latest first; the administrator sees all. */
export async function listDecisions(actor: Actor): Promise<BulkDecision[]> {
  if (actor.role !== 'reviewer' && actor.role !== 'administrator') return [];
  return read()
    .select(columns)
    .from(bulkDecision)
    .innerJoin(account, eq(account.id, bulkDecision.actorId))
    .where(actor.role === 'reviewer' ? eq(bulkDecision.actorId, actor.accountId!) : undefined)
    .orderBy(desc(bulkDecision.at), asc(bulkDecision.id))
    .limit(200);
}

export type DecidedNeed = Readonly<{
  id: string;
  reference: string | null;
  version: number;
  status: NeedView['status'];
  /** The current version. */
  now: number;
}>;

/**
 * A decision with its needs, as far as they are the actor's work; undefined if it is out of their
 * scope.
 */
export async function decisionById(
  actor: Actor,
  id: string,
  connection: Reader | Writer = read(),
): Promise<(BulkDecision & { taken: DecidedNeed[] }) | undefined> {
  if (actor.role !== 'reviewer' && actor.role !== 'administrator') return undefined;
  const [decision] = await connection
    .select(columns)
    .from(bulkDecision)
    .innerJoin(account, eq(account.id, bulkDecision.actorId))
    .where(eq(bulkDecision.id, id));
  if (!decision) return undefined;
  const taken = await connection
    .select({
      id: need.id,
      reference: need.reference,
      version: bulkNeed.version,
      status: need.status,
      now: need.version,
    })
    .from(bulkNeed)
    .innerJoin(need, eq(need.id, bulkNeed.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(and(eq(bulkNeed.bulkId, id), workingNeeds(actor)))
    .orderBy(asc(need.reference), asc(need.id))
    .limit(maxNeedsPerDecision);
  if (
    actor.role === 'reviewer' &&
    decision.actorId !== actor.accountId &&
    taken.length < decision.needs
  )
    return undefined;
  return { ...decision, taken };
}
