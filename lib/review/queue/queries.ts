import 'server-only';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { read } from '#db/client';
import { need, review } from '#db/schema';
import { look } from '#db/schema/decisions';
import type { Actor } from '#lib/base/actor';
import { pageOfNeeds } from '#lib/needs/lists/list-queries';
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

export type QueueNeighbours = Readonly<{ previous?: NeedView; next?: NeedView }>;
const awaitingReview = { statuses: ['submitted', 'recoded'] } as const;

/** How many needs the reviewer may decide on now: what another must decide is not theirs. */
export const countToDecide = (actor: Actor): Promise<number> =>
  countListedNeeds(actor, 'own', {
    where: and(
      inArray(need.status, [...awaitingReview.statuses]),
      isNull(review.closedAt),
      transitionCondition(actor, 'approve'),
    ),
  });

/**
 * The previous and next need among those awaiting review, longest waiting first. After the last one,
 * and after a need that no longer waits, comes the first one.
 */
export async function queueNeighbours(
  actor: Actor,
  { id, updatedAt, status }: NeedView,
): Promise<QueueNeighbours> {
  if (actor.role !== 'reviewer') return {};
  const neighbour = (toward: 'before' | 'after') =>
    pageOfNeeds(actor, {
      list: 'own',
      filter: awaitingReview,
      sort: 'oldest',
      at: { toward, key: updatedAt, id },
      size: 1,
    });
  const first = async () =>
    (await pageOfNeeds(actor, { list: 'own', filter: awaitingReview, sort: 'oldest', size: 1 }))
      .needs[0];
  if (status !== 'submitted' && status !== 'recoded') return { next: await first() };
  const [before, after] = await Promise.all([neighbour('before'), neighbour('after')]);
  const next = after.needs[0] ?? (await first());
  return {
    previous: before.needs.find(
      (need) => need.updatedAt < updatedAt || (need.updatedAt === updatedAt && need.id < id),
    ),
    next: next?.id === id ? undefined : next,
  };
}

/** Approved needs whose focal points ask to withdraw them, longest waiting first. */
export const requestedWithdrawals = async (actor: Actor): Promise<NeedView[]> =>
  actor.role === 'reviewer'
    ? listNeeds(actor, 'own', {
        where: eq(need.request, 'withdrawal'),
        orderBy: [asc(need.updatedAt), asc(need.id)],
        limit: 200,
      })
    : [];
