import 'server-only';
import { and, asc, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { read } from '#db/client';
import { need, review, state } from '#db/schema';
import { look } from '#db/schema/decisions';
import type { Actor } from '#lib/base/actor';
import type { Cycle } from '#lib/convention/chapters';
import { keysetCondition, sortOrder, type Cursor } from '#lib/needs/lists/keyset';
import { workingNeeds } from '#lib/needs/model/scope';
import { countListedNeeds, listNeeds, type NeedView } from '#lib/needs/store/queries';
import { transitionCondition } from '#lib/needs/store/transition-steps';

/** When the reviewer last marked their queue as seen; null: never. */
export async function queueLastSeen(actor: Actor): Promise<string | null> {
  if (actor.role !== 'reviewer') return null;
  const [row] = await read()
    .select({ at: look.at })
    .from(look)
    .where(eq(look.accountId, actor.accountId!));
  return row?.at ?? null;
}

export type QueueNeighbours = Readonly<{
  previous?: NeedView;
  next?: NeedView;
  /** How many other needs wait for a reviewer, but not for this one. */
  forOthers: number;
}>;

const isAwaitingReview = () =>
  or(
    inArray(need.status, ['submitted', 'recoded']),
    and(inArray(need.status, ['approved', 'returned']), eq(need.request, 'withdrawal')),
  )!;

/** The needs that the reviewer may decide on now: approve or return them, or grant a withdrawal. */
const isTheirsToDecide = (actor: Actor): SQL =>
  and(
    isNull(review.closedAt),
    or(transitionCondition(actor, 'approve'), transitionCondition(actor, 'grant-withdrawal')),
  )!;

/** How many needs the reviewer may decide on now: what another must decide is not theirs. */
export async function countToDecide(actor: Actor): Promise<number> {
  // No need is in both: apart, each is found by an index of its own.
  const counts = await Promise.all(
    (['approve', 'grant-withdrawal'] as const).map((verb) =>
      countListedNeeds(actor, 'own', {
        where: and(isNull(review.closedAt), transitionCondition(actor, verb)),
      }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How many needs of open reviews but this one wait for a decision by another reviewer. */
async function countForOthers(actor: Actor, id: string): Promise<number> {
  const isOther = ne(need.id, id);
  const count = (where: SQL) =>
    countListedNeeds(actor, 'own', { where: and(isNull(review.closedAt), isOther, where) });
  const [all, theirs] = await Promise.all([
    count(isAwaitingReview()),
    count(isTheirsToDecide(actor)),
  ]);
  return all - theirs;
}

/**
 * The previous and next need among those that the reviewer may decide on, longest waiting first.
 * After the last one comes the first one, and before the first one the last.
 */
export async function queueNeighbours(
  actor: Actor,
  { id, updatedAt }: NeedView,
): Promise<QueueNeighbours> {
  if (actor.role !== 'reviewer') return { forOthers: 0 };
  const order = sortOrder('oldest', 'own');
  const other = and(isTheirsToDecide(actor), ne(need.id, id));
  const first = async (toward: Cursor['toward'], at?: Cursor) => {
    const { where, orderBy } = keysetCondition(order, at ?? { toward, ...farEdge[toward] });
    const found = await listNeeds(actor, 'own', { where: and(other, where), orderBy, limit: 1 });
    return found[0];
  };
  const neighbour = async (toward: Cursor['toward']) =>
    (await first(toward, { toward, key: updatedAt, id })) ?? (await first(toward));
  const [previous, next, forOthers] = await Promise.all([
    neighbour('before'),
    neighbour('after'),
    countForOthers(actor, id),
  ]);
  return { previous, next, forOthers };
}

/** Before every instant, and after every one. */
const farEdge = {
  after: { key: '', id: '' },
  before: { key: '9999', id: '' },
} as const;

/** Approved needs whose focal points ask to withdraw them, longest waiting first. */
export const requestedWithdrawals = async (actor: Actor): Promise<NeedView[]> =>
  actor.role === 'reviewer'
    ? listNeeds(actor, 'own', {
        where: eq(need.request, 'withdrawal'),
        orderBy: [asc(need.updatedAt), asc(need.id)],
        limit: 200,
      })
    : [];

export type WaitingReview = Readonly<{
  id: string;
  stateCode: string;
  cycle: Cycle;
  decisionDueOn: string | null;
  /** How many needs the reviewer may decide on, and since when the first of them waits. */
  needs: number;
  since: string;
}>;

/** Returns the reviews with needs that the reviewer may decide on now, longest waiting first. */
export async function reviewsToDecide(actor: Actor): Promise<WaitingReview[]> {
  if (actor.role !== 'reviewer') return [];
  const since = sql<string>`min(${need.updatedAt})`;
  const rows = await read()
    .select({
      id: review.id,
      stateCode: state.code,
      cycle: sql<Cycle>`${review.cycle}`,
      decisionDueOn: review.decisionDueOn,
      needs: sql`count(*)`.mapWith(Number),
      since,
    })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(state, eq(state.id, review.stateId))
    .where(and(workingNeeds(actor), isTheirsToDecide(actor)))
    .groupBy(review.id, state.code, review.cycle, review.decisionDueOn)
    .orderBy(asc(since), asc(review.id));
  return rows;
}

/** Returns needs recoded in open reviews whose recoding the State may object to, oldest first. */
export const recodedNeeds = (actor: Actor, limit: number): Promise<NeedView[]> =>
  listNeeds(actor, 'own', {
    where: and(
      isNull(review.closedAt),
      eq(need.status, 'recoded'),
      transitionCondition(actor, 'object'),
    ),
    orderBy: [asc(need.updatedAt), asc(need.id)],
    limit,
  });

/** Returns needs of open reviews whose recoding the State objects to, oldest first. */
export const objectedNeeds = async (actor: Actor, limit: number): Promise<NeedView[]> =>
  actor.role === 'reviewer'
    ? listNeeds(actor, 'own', {
        where: and(isNull(review.closedAt), eq(need.request, 'objection')),
        orderBy: [asc(need.updatedAt), asc(need.id)],
        limit,
      })
    : [];
