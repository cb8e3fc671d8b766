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

/** Whether the actor works on needs. Everyone else sees the list of approved needs. */
export const hasOwnWork = ({ role }: Actor): boolean =>
  !['public', 'manager', 'provider', 'adviser'].includes(role);
export const usualList = (actor: Actor): Listed => (hasOwnWork(actor) ? 'own' : 'approved');

export type ListPage = Readonly<{ needs: readonly NeedSeen[]; before?: string; after?: string }>;

/** The places of the first and the last need of a page, as the address has them. */
async function pageEdges(
  needs: readonly NeedSeen[],
  list: Listed,
  sort: ListSort,
): Promise<{ first: string; last: string }> {
  const first = needs[0]!;
  const last = needs.at(-1)!;
  const { key } = orderOf(sort, list);
  if (sort === 'priority' || sort === 'state' || sort === 'reference') {
    const keyOf = (each: NeedSeen) => {
      if (key === state.code) return each.stateCode;
      return sort === 'priority' ? each.priority : each.reference;
    };
    const cursorOfNeed = (each: NeedSeen) => `${keyOf(each) ?? ''}~${each.id}`;
    return { first: cursorOfNeed(first), last: cursorOfNeed(last) };
  }
  const rows = await read()
    .select({ id: need.id, key: sql<string>`${key}` })
    .from(need)
    .where(inArray(need.id, [first.id, last.id]));
  const cursorOfRow = ({ id }: NeedSeen) => `${rows.find((row) => row.id === id)?.key ?? ''}~${id}`;
  return { first: cursorOfRow(first), last: cursorOfRow(last) };
}

/**
 * Returns a page of needs at a place in the list, and the places of the neighbouring pages. New
 * needs do not shift the pages.
 */
export async function pageOfNeeds(
  actor: Actor,
  { list = usualList(actor), filter = {}, sort = 'changed', at, size = 50 }: ListAsked = {},
): Promise<ListPage> {
  const { where, orderBy } = keyset(orderOf(sort, list), at);
  const rows = await needsListed(actor, list, {
    where: and(narrowed(list, filter), where),
    orderBy,
    limit: size + 1,
  });
  const hasMore = rows.length > size;
  const isBackwards = at?.toward === 'before';
  // Going back beyond the first page gives the whole first page.
  if (isBackwards && !hasMore) return pageOfNeeds(actor, { list, filter, sort, size });
  const needs = isBackwards ? rows.slice(0, size).toReversed() : rows.slice(0, size);
  if (needs.length === 0) return { needs };
  const { first, last } = await pageEdges(needs, list, sort);
  return {
    needs,
    before: at ? first : undefined,
    after: isBackwards || hasMore ? last : undefined,
  };
}

/** Counts the needs of the list, up to 10,001. Not needed where one page is the whole list. */
export const totalOfNeeds = (
  actor: Actor,
  { list = usualList(actor), filter = {} }: Pick<ListAsked, 'list' | 'filter'> = {},
): Promise<number> => howManyListed(actor, list, { where: narrowed(list, filter) });

/** Returns the codes of the States of which the actor sees needs, ascending. */
export async function statesListed(actor: Actor): Promise<string[]> {
  const hasVisibleNeed = sql`exists (select 1 from ${need} where ${need.reviewId} = ${review.id} and ${visibleNeeds(actor)})`;
  const rows = await read()
    .selectDistinct({ code: state.code })
    .from(review)
    .innerJoin(state, eq(state.id, review.stateId))
    .where(hasVisibleNeed)
    .orderBy(asc(state.code));
  return rows.map(({ code }) => code);
}

export type ListOptions = Readonly<{
  known: Known;
  words: Vocabulary;
  reviews: readonly ReviewSeen[];
}>;

function viewsOf(actor: Actor): readonly ListView[] {
  if (actor.role === 'reviewer') return ['queue', 'own', 'all'];
  return hasOwnWork(actor) ? ['own', 'all'] : ['all'];
}

/** Returns what the actor can choose between in the register list. */
export async function listChoices(actor: Actor): Promise<ListOptions> {
  const [words, states, reviews] = await Promise.all([
    vocabulary(actor),
    statesListed(actor),
    reviewsSeen(actor),
  ]);
  const isOneState = new Set(reviews.map(({ stateId }) => stateId)).size === 1;
  return {
    known: {
      codes: codesOfVocabulary(words),
      states,
      reviews: reviews.map(({ id }) => id),
      views: viewsOf(actor),
      ofOneState: isOneState,
    },
    words,
    reviews,
  };
}

/** Iterates over a whole list in batches. */
export async function* everyNeed(
  actor: Actor,
  listQuery: Omit<ListAsked, 'at' | 'size'>,
  size = 500,
): AsyncGenerator<readonly NeedSeen[]> {
  for (let at: Cursor | undefined; ;) {
    const { needs, after } = await pageOfNeeds(actor, { ...listQuery, at, size });
    if (needs.length > 0) yield needs;
    if (!after) return;
    const split = after.lastIndexOf('~');
    at = { toward: 'after', key: after.slice(0, split) || null, id: after.slice(split + 1) };
  }
}
