import 'server-only';
import { and, asc, eq, inArray, not, sql, type SQL } from 'drizzle-orm';
import { read } from '#db/client';
import { need, review, state } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import type { KnownListValues } from '#lib/needs/lists/list-parameters';
import { keysetCondition, sortOrder, type Cursor } from '#lib/needs/lists/keyset';
import { isCodedBlind } from '#lib/needs/model/blind-sql';
import {
  filterCondition,
  isByCoding,
  type ListQuery,
  type NeedsFilter,
  type PastNeeds,
} from '#lib/needs/lists/list-filter';
import {
  countListedNeeds,
  listNeeds,
  listNeedsAt,
  vocabulary,
  type ListKind,
  type NeedView,
  type Vocabulary,
} from '#lib/needs/store/queries';
import { vocabularyCodes } from '#lib/needs/model/schema';
import { visibleNeeds } from '#lib/needs/model/scope';
import type { ListSort, ListView } from '#lib/needs/model/vocabulary';
import { listReviews, type ReviewView } from '#lib/needs/reviews/queries';

/** Whether the actor works on needs. Everyone else sees the list of approved needs. */
const hasOwnWork = ({ role }: Actor): boolean =>
  !['public', 'manager', 'provider', 'adviser'].includes(role);
export const defaultList = (actor: Actor): ListKind => (hasOwnWork(actor) ? 'own' : 'approved');

/** The filter, without needs whose coding is hidden from the actor where it would give it away. */
const visibleFilter = (actor: Actor, list: ListKind, filter: NeedsFilter): SQL | undefined =>
  and(
    filterCondition(list, filter),
    list === 'approved' && actor.role === 'reviewer' && isByCoding(filter)
      ? not(isCodedBlind(actor))
      : undefined,
  );

export type ListPage = Readonly<{ needs: readonly NeedView[]; before?: string; after?: string }>;

/** The places of the first and the last need of a page, as the address has them. */
async function pageEdges(
  needs: readonly NeedView[],
  list: ListKind,
  sort: ListSort,
): Promise<{ first: string; last: string }> {
  const first = needs[0]!;
  const last = needs.at(-1)!;
  const { key } = sortOrder(sort, list);
  if (sort === 'priority' || sort === 'state' || sort === 'reference') {
    const keyOf = (each: NeedView) => {
      if (key === state.code) return each.stateCode;
      return sort === 'priority' ? each.priority : each.reference;
    };
    const cursorOfNeed = (each: NeedView) => `${keyOf(each) ?? ''}~${each.id}`;
    return { first: cursorOfNeed(first), last: cursorOfNeed(last) };
  }
  const rows = await read()
    .select({ id: need.id, key: sql<string>`${key}` })
    .from(need)
    .where(inArray(need.id, [first.id, last.id]));
  const cursorOfRow = ({ id }: NeedView) => `${rows.find((row) => row.id === id)?.key ?? ''}~${id}`;
  return { first: cursorOfRow(first), last: cursorOfRow(last) };
}

/** Up to this many needs are looked up by their ids; more are found sooner by walking the list. */
const fewIds = 5000;

/** Returns needs of the past by reference from a place on, one more than the page has. */
async function pastNeeds(
  actor: Actor,
  { revision, ids }: PastNeeds,
  at: Cursor | undefined,
  size: number,
): Promise<NeedView[]> {
  const isOfThem = ids.size <= fewIds ? inArray(need.id, [...ids]) : undefined;
  const found: NeedView[] = [];
  for (let from = at; ;) {
    const { where, orderBy } = keysetCondition(sortOrder('reference', 'approved'), from);
    const condition = { where: and(isOfThem, where), orderBy, limit: size + 1 };
    const rows = await listNeedsAt(actor, revision, condition);
    found.push(...rows.filter(({ id }) => ids.has(id)));
    if (rows.length <= size || found.length > size) return found.slice(0, size + 1);
    const { reference, id } = rows.at(-1)!;
    from = { toward: at?.toward ?? 'after', key: reference, id };
  }
}

/**
 * Returns a page of needs at a place in the list, and the places of the neighbouring pages. New
 * needs do not shift the pages.
 */
export async function pageOfNeeds(
  actor: Actor,
  { list = defaultList(actor), past, filter = {}, sort = 'changed', at, size = 50 }: ListQuery = {},
): Promise<ListPage> {
  if (filter.ids?.length === 0) return { needs: [] };
  const { where, orderBy } = keysetCondition(sortOrder(sort, list), at);
  const rows = past
    ? await pastNeeds(actor, past, at, size)
    : await listNeeds(actor, list, {
        where: and(visibleFilter(actor, list, filter), where),
        orderBy,
        limit: size + 1,
      });
  const hasMore = rows.length > size;
  const isBackwards = at?.toward === 'before';
  // Going back beyond the first page gives the whole first page.
  if (isBackwards && !hasMore) return pageOfNeeds(actor, { list, past, filter, sort, size });
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
  { list = defaultList(actor), filter = {} }: Pick<ListQuery, 'list' | 'filter'> = {},
): Promise<number> => countListedNeeds(actor, list, { where: visibleFilter(actor, list, filter) });

/** Returns the codes of the States of which the actor sees needs, ascending. */
export async function statesWithVisibleNeeds(actor: Actor): Promise<string[]> {
  // The limit keeps PostgreSQL from reading all needs at once: one of each review is enough.
  const hasVisibleNeed = sql`(select 1 from ${need} where ${need.reviewId} = ${review.id} and ${visibleNeeds(actor)} limit 1) = 1`;
  const rows = await read()
    .selectDistinct({ code: state.code })
    .from(review)
    .innerJoin(state, eq(state.id, review.stateId))
    .where(hasVisibleNeed)
    .orderBy(asc(state.code));
  return rows.map(({ code }) => code);
}

export type ListOptions = Readonly<{
  known: KnownListValues;
  vocabulary: Vocabulary;
  reviews: readonly ReviewView[];
}>;

function viewsOf(actor: Actor): readonly ListView[] {
  if (actor.role === 'reviewer') return ['queue', 'own', 'all'];
  return hasOwnWork(actor) ? ['own', 'all'] : ['all'];
}

/** Returns what the actor can choose between in the register list. */
export async function loadListChoices(actor: Actor): Promise<ListOptions> {
  const [words, states, reviews] = await Promise.all([
    vocabulary(actor),
    statesWithVisibleNeeds(actor),
    listReviews(actor),
  ]);
  const isOneState = new Set(reviews.map(({ stateId }) => stateId)).size === 1;
  return {
    known: {
      codes: vocabularyCodes(words),
      states,
      reviews: reviews.map(({ id }) => id),
      views: viewsOf(actor),
      ofOneState: isOneState,
    },
    vocabulary: words,
    reviews,
  };
}

/** Iterates over a whole list in batches. */
export async function* needsInBatches(
  actor: Actor,
  listQuery: Omit<ListQuery, 'at' | 'size'>,
  size = 500,
): AsyncGenerator<readonly NeedView[]> {
  for (let at: Cursor | undefined; ;) {
    const { needs, after } = await pageOfNeeds(actor, { ...listQuery, at, size });
    if (needs.length > 0) yield needs;
    if (!after) return;
    const split = after.lastIndexOf('~');
    at = { toward: 'after', key: after.slice(0, split) || null, id: after.slice(split + 1) };
  }
}
