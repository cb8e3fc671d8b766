import { listedNeeds } from '#lib/counting/facts/listed-needs';
import { openCommentCounts } from '#lib/needs/comments/queries';
import { translationsInto } from '#lib/needs/translations/queries';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import {
  toListQuery,
  needsListAddress,
  parseListParameters,
  type SearchParams,
} from '#lib/needs/lists/list-parameters';
import { loadListChoices, pageOfNeeds, totalOfNeeds } from '#lib/needs/lists/list-queries';
import { countToDecide, queueLastSeen, requestedWithdrawals } from '#lib/review/queue/queries';

const pageSize = 50;

/**
 * Loads the needs that match the parameters of an address, and for a reviewer's queue the requests
 * for withdrawal.
 */
export async function loadList(actor: Actor, locale: Locale, parameters: SearchParams) {
  const { known, vocabulary, reviews } = await loadListChoices(actor);
  const { parameters: query, faults } = parseListParameters(parameters, known);
  const list = toListQuery(query);
  const listed = await listedNeeds(actor, list);
  const { needs, before, after } = await pageOfNeeds(actor, {
    ...list,
    filter: { ...list.filter, ids: listed?.ids ?? list.filter?.ids },
    size: pageSize,
  });
  const isOnePage = !before && !after;
  const total = isOnePage ? needs.length : (listed?.total ?? (await totalOfNeeds(actor, list)));

  const isQueue = query.view === 'queue' && !query.status;
  const [lookedAt, withdrawals, toDecide] = isQueue
    ? await Promise.all([queueLastSeen(actor), requestedWithdrawals(actor), countToDecide(actor)])
    : [null, [], 0];
  const ids = needs.map(({ id }) => id);
  const openComments = list.list === 'own' ? await openCommentCounts(actor, ids) : undefined;
  return {
    known,
    vocabulary,
    reviews,
    query,
    faults,
    source: list.list,
    needs,
    before,
    after,
    total,
    isQueue,
    lookedAt,
    withdrawals,
    toDecide,
    openComments,
    translations: await translationsInto(actor, locale, needs),
    /** Whether the reader has needs of their own to list, besides the published ones. */
    hasTabs: known.views.length > 1,
  };
}

export type NeedsList = Awaited<ReturnType<typeof loadList>>;

/** Returns the address of the list with some of its parameters changed. */
export const listAddress = (
  locale: Locale,
  { query, known }: NeedsList,
  changes: Parameters<typeof needsListAddress>[2] = {},
): string => `/${locale}/needs${needsListAddress(query, known.views, changes)}`;
