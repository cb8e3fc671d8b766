import type { Category } from '#lib/convention/categories';
import { categoryCodes } from '#lib/convention/categories';
import { chapterCodes, chapterOfArticle, type Chapter } from '#lib/convention/chapters';
import { cursorOf, type Cursor } from '#lib/needs/lists/keyset';
import type { ListAsked } from '#lib/needs/lists/list-filter';
import type { Listed } from '#lib/needs/store/queries';
import { type Codes } from '#lib/needs/model/schema';
import { readable } from '#lib/text/tidy';
import {
  listColumns,
  listFilters,
  listSorts,
  listViews,
  longestSearch,
  queueColumns,
  statuses,
  usualColumns,
  type ListColumn,
  type ListFilter,
  type ListSort,
  type ListView,
  type Status,
} from '#lib/needs/model/vocabulary';

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The parameters of the register list. */
export type NeedsAsked = Readonly<{
  view: ListView;
  status?: Status;
  chapter?: Chapter;
  article?: string;
  category?: Category;
  subcategory?: string;
  tag?: string;
  state?: string;
  review?: string;
  text?: string;
  sort: ListSort;
  columns: readonly ListColumn[];
  at?: Cursor;
}>;
export type AskedFault = Readonly<{
  name: ListFilter | 'show' | 'sort' | 'column' | 'place';
  value: string;
}>;

/** The values that the reader can choose between. */
export type Known = Readonly<{
  codes: Codes;
  /** The codes of the States and the ids of the reviews. */
  states: readonly string[];
  reviews: readonly string[];
  /** The views of the reader; the first is the default where no filter is set. */
  views: readonly ListView[];
  /**
   * Whether the reader works on needs of one State only, so that priorities can be a sort order.
   */
  ofOneState: boolean;
}>;

/**
 * The defaults of a view: a queue begins with the need that has waited longest, and shows for how
 * long.
 */
const defaultSort = (view: ListView): ListSort => (view === 'queue' ? 'oldest' : 'changed');
const defaultColumnsOf = (view: ListView): readonly ListColumn[] =>
  view === 'queue' ? queueColumns : usualColumns;

const readValues = (query: Query, name: string): string[] =>
  [query[name] ?? []]
    .flat()
    .map((value) => value.trim())
    .filter(Boolean);

/** Parses the parameters; unknown values become faults and are left out. */
export function needsAsked(
  query: Query,
  known: Known,
): { asked: NeedsAsked; faults: AskedFault[] } {
  const faults: AskedFault[] = [];
  const addFault = (name: AskedFault['name'], value: string) => {
    faults.push({ name, value: value.slice(0, 100) });
  };
  const parseOne = <T extends string>(
    name: AskedFault['name'],
    knownValues: readonly T[],
    parameter: string = name,
  ): T | undefined => {
    const values = readValues(query, parameter);
    const found =
      values.length === 1 ? knownValues.find((value) => value === values[0]) : undefined;
    if (values.length > 0 && !found) addFault(name, values.join(', '));
    return found;
  };

  const status = parseOne('status', statuses);
  const chapter = parseOne('chapter', chapterCodes);
  const inChapter = (article: string) =>
    article === 'general' ||
    (/^\d{1,2}$/.test(article) &&
      (chapter
        ? chapterOfArticle(Number(article)) === chapter
        : chapterOfArticle(Number(article)) !== undefined));
  const article = parseOne('article', readValues(query, 'article').filter(inChapter));
  const category = parseOne('category', categoryCodes);
  const subcategory = parseOne(
    'subcategory',
    known.codes.subcategories
      .filter((term) => !category || term.category === category)
      .map(({ code }) => code),
  );
  const tag = parseOne('tag', known.codes.tags);
  const state = parseOne('state', known.states);
  const review = parseOne('review', known.reviews);
  const text = parseOne(
    'text',
    readValues(query, 'text').filter((value) => value.length <= longestSearch && readable(value)),
  );

  const defaultView =
    status || review ? known.views.find((view) => view !== 'queue') : known.views[0];
  const view =
    parseOne(
      'show',
      listViews.filter((each) => known.views.includes(each)),
    ) ??
    defaultView ??
    'all';
  const isOneState = Boolean(state ?? review) || (known.ofOneState && view === 'own');
  const sort =
    parseOne(
      'sort',
      listSorts.filter((each) => each !== 'priority' || isOneState),
    ) ?? defaultSort(view);

  const columnNames = readValues(query, 'column');
  for (const column of columnNames)
    if (!listColumns.includes(column as ListColumn)) addFault('column', column);
  const columns = listColumns.filter((column) => columnNames.includes(column));

  const direction = readValues(query, 'after').length > 0 ? 'after' : 'before';
  const [cursor, ...otherCursors] = [...readValues(query, 'after'), ...readValues(query, 'before')];
  const place =
    cursor !== undefined && otherCursors.length === 0
      ? cursorOf(direction, cursor, sort)
      : undefined;
  if (cursor !== undefined && !place) addFault('place', [cursor, ...otherCursors].join(', '));

  return {
    asked: {
      view,
      status,
      chapter,
      article,
      category,
      subcategory,
      tag,
      state,
      review,
      text,
      sort,
      columns: columns.length > 0 ? columns : defaultColumnsOf(view),
      at: place,
    },
    faults,
  };
}

/**
 * Returns the query string of the list with some parameters changed. The place in the list is
 * dropped unless it is among them.
 */
export function needsAddress(
  asked: NeedsAsked,
  views: readonly ListView[],
  changed: Partial<
    Record<ListFilter | 'show' | 'sort' | 'after' | 'before', string | undefined>
  > = {},
): string {
  const query = new URLSearchParams();
  const filters = Object.fromEntries(listFilters.map((name) => [name, asked[name]]));
  const isDefault = asked.columns.join() === defaultColumnsOf(asked.view).join();
  const all: Record<string, string | undefined> = {
    show: asked.view,
    ...filters,
    sort: asked.sort,
    ...changed,
  };
  const defaultView = all.status || all.review ? views.find((view) => view !== 'queue') : views[0];
  if (all.sort === defaultSort(all.show as ListView)) delete all.sort;
  if (all.show === defaultView) delete all.show;
  for (const [name, value] of Object.entries(all)) if (value) query.append(name, value);
  if (!isDefault) for (const column of asked.columns) query.append('column', column);
  return query.size > 0 ? `?${query}` : '';
}

const queueStatuses = ['submitted', 'recoded'] as const satisfies readonly Status[];

/** Converts the parameters of an address to a query of the list. */
export function listOf({
  view,
  status,
  sort,
  at: place,
  chapter,
  article,
  category,
  subcategory,
  tag,
  state: code,
  review: reviewId,
  text,
}: NeedsAsked): ListAsked & Readonly<{ list: Listed }> {
  const statuses = status ? [status] : view === 'queue' ? queueStatuses : [];
  return {
    list: view === 'all' ? 'approved' : 'own',
    sort,
    at: place,
    filter: {
      statuses,
      chapter,
      article,
      category,
      subcategory,
      tag,
      state: code,
      review: reviewId,
      text,
    },
  };
}
