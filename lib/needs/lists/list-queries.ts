import 'server-only';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { read } from '#db/client';
import { need, review, state } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import type { Known } from '#lib/needs/lists/asked';
import { keyset, orderOf, type Cursor } from '#lib/needs/lists/keyset';
import { narrowed, type ListAsked } from '#lib/needs/lists/list-filter';
import {
  howManyListed,
  needsListed,
  vocabulary,
  type Listed,
  type NeedSeen,
  type Vocabulary,
} from '#lib/needs/store/queries';
import { codesOfVocabulary } from '#lib/needs/model/schema';
import { visibleNeeds } from '#lib/needs/model/scope';
import type { ListSort, ListView } from '#lib/needs/model/vocabulary';
import { reviewsSeen, type ReviewSeen } from '#lib/needs/reviews/queries';

/** Whether an actor has needs as their own work; everybody else is shown the approved ones. */
export const hasOwnWork = ({ role }: Actor): boolean =>
  !['public', 'manager', 'provider', 'adviser'].includes(role);
export const usualList = (actor: Actor): Listed => (hasOwnWork(actor) ? 'own' : 'approved');

export type ListPage = Readonly<{ needs: readonly NeedSeen[]; before?: string; after?: string }>;

/** The places at both edges of what is shown, as they stand in an address. */
async function edges(
  needs: readonly NeedSeen[],
  list: Listed,
  sort: ListSort,
): Promise<{ first: string; last: string }> {
  const [first, last] = [needs[0]!, needs.at(-1)!];
  const { key } = orderOf(sort, list);
  if (sort === 'priority' || sort === 'state' || sort === 'reference') {
    const own = (shown: NeedSeen) =>
      `${(key === state.code ? shown.stateCode : sort === 'priority' ? shown.priority : shown.reference) ?? ''}~${shown.id}`;
    return { first: own(first), last: own(last) };
  }
  const rows = await read()
    .select({ id: need.id, key: sql<string>`${key}` })
    .from(need)
    .where(inArray(need.id, [first.id, last.id]));
  const place = ({ id }: NeedSeen) => `${rows.find((row) => row.id === id)?.key ?? ''}~${id}`;
  return { first: place(first), last: place(last) };
}

/**
 * A page of needs at a place in the list, and the places of its neighbours. Stable: what comes in
 * meanwhile moves nothing.
 */
export async function pageOfNeeds(
  actor: Actor,
  { list = usualList(actor), filter = {}, sort = 'changed', at, size = 50 }: ListAsked = {},
): Promise<ListPage> {
  const { where, orderBy } = keyset(orderOf(sort, list), at);
  const found = await needsListed(actor, list, {
    where: and(narrowed(list, filter), where),
    orderBy,
    limit: size + 1,
  });
  const more = found.length > size;
  const back = at?.toward === 'before';
  // Going back past the first page shows the first page whole.
  if (back && !more) return pageOfNeeds(actor, { list, filter, sort, size });
  const needs = back ? found.slice(0, size).toReversed() : found.slice(0, size);
  if (needs.length === 0) return { needs };
  const { first, last } = await edges(needs, list, sort);
  return { needs, before: at ? first : undefined, after: back || more ? last : undefined };
}

/**
 * How many needs the list holds, counted up to 10,001. A page that is the whole list says it by
 * itself.
 */
export const totalOfNeeds = (
  actor: Actor,
  { list = usualList(actor), filter = {} }: Pick<ListAsked, 'list' | 'filter'> = {},
): Promise<number> => howManyListed(actor, list, { where: narrowed(list, filter) });

/** The codes of the States that an actor sees needs of, ascending. */
export async function statesListed(actor: Actor): Promise<string[]> {
  const some = sql`exists (select 1 from ${need} where ${need.reviewId} = ${review.id} and ${visibleNeeds(actor)})`;
  const rows = await read()
    .selectDistinct({ code: state.code })
    .from(review)
    .innerJoin(state, eq(state.id, review.stateId))
    .where(some)
    .orderBy(asc(state.code));
  return rows.map(({ code }) => code);
}

/** What an actor can choose between in the register list. */
export async function listChoices(
  actor: Actor,
): Promise<{ known: Known; words: Vocabulary; reviews: readonly ReviewSeen[] }> {
  const [words, states, reviews] = await Promise.all([
    vocabulary(actor),
    statesListed(actor),
    reviewsSeen(actor),
  ]);
  const views: readonly ListView[] =
    actor.role === 'reviewer'
      ? ['queue', 'own', 'all']
      : hasOwnWork(actor)
        ? ['own', 'all']
        : ['all'];
  const ofOneState = new Set(reviews.map(({ stateId }) => stateId)).size === 1;
  return {
    known: {
      codes: codesOfVocabulary(words),
      states,
      reviews: reviews.map(({ id }) => id),
      views,
      ofOneState,
    },
    words,
    reviews,
  };
}

/** Goes through a whole list, some hundreds of needs at a time. */
export async function* everyNeed(
  actor: Actor,
  asked: Omit<ListAsked, 'at' | 'size'>,
  size = 500,
): AsyncGenerator<readonly NeedSeen[]> {
  for (let at: Cursor | undefined; ;) {
    const { needs, after } = await pageOfNeeds(actor, { ...asked, at, size });
    if (needs.length > 0) yield needs;
    if (!after) return;
    const split = after.lastIndexOf('~');
    at = { toward: 'after', key: after.slice(0, split) || null, id: after.slice(split + 1) };
  }
}
