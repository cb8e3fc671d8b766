import { choicesOf, filterText } from '#components/needs/list-choices';
import { ListFilters } from '#components/needs/list-filters';
import { ListForm } from '#components/needs/list-form';
import type { Locale } from '#lib/convention/names';
import {
  listFilters,
  listSorts,
  type ListFilter,
  type ListSort,
} from '#lib/needs/model/vocabulary';
import type { Translate } from '#lib/text/i18n';
import { listAddress, type NeedsList } from './load-list';

type Props = Readonly<{ locale: Locale; t: Translate; list: NeedsList }>;

/** The view as a parameter of the search form; none for the view that the list opens with. */
function viewParameter({ query, known }: NeedsList) {
  const isFirst = query.view === known.views[0] && !query.status && !query.review;
  return isFirst ? undefined : query.view;
}

/** Only the needs of one State can be sorted by priority. */
function sortsOf({ query, known }: NeedsList): ListSort[] {
  const isOfOneState = query.state || query.review || (known.ofOneState && query.view === 'own');
  return listSorts.filter((sort) => sort !== 'priority' || isOfOneState);
}

/** The form that searches, filters and arranges the list. */
export function SearchForm({ locale, t, list }: Props) {
  const { query, known, vocabulary, reviews } = list;
  const states = query.view === 'all' || !known.ofOneState ? known.states : [];
  const form = (
    <ListForm
      t={t}
      action={`/${locale}/needs`}
      query={query}
      view={viewParameter(list)}
      choices={choicesOf(locale, t, vocabulary, query, { states, reviews })}
      sorts={sortsOf(list)}
    />
  );
  if (!list.isQueue || listFilters.some((name) => query[name])) return form;
  // What waits comes first in a queue; the search is one click away.
  return (
    <details className="queue-search">
      <summary>{t('list.text')}</summary>
      {form}
    </details>
  );
}

/** The filters in force, each with a link that removes it. The tabs show the status themselves. */
export function ActiveFilters({ locale, t, list }: Props) {
  const { query, vocabulary, reviews, hasTabs } = list;
  const removable = listFilters.filter((name) => name !== 'status' || !hasTabs);
  const without = (names: readonly ListFilter[]) =>
    listAddress(locale, list, Object.fromEntries(names.map((name) => [name, undefined])));
  const active = removable.filter((name) => query[name]);
  return (
    <ListFilters
      t={t}
      filters={active.map((name) => ({
        name: t(`list.names.${name}`),
        value: filterText(locale, t, vocabulary, query, name, reviews),
        without: without([name]),
      }))}
      all={without(removable)}
    />
  );
}
