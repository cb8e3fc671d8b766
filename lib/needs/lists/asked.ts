import 'server-only';
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

/** What the address of the register list asks for. */
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

/** What is known to whoever asks. */
export type Known = Readonly<{
  codes: Codes;
  /** The codes of the States, and the ids of the reviews, that the reader can choose between. */
  states: readonly string[];
  reviews: readonly string[];
  /** The views that the reader has; the first one shows by itself where nothing is narrowed. */
  views: readonly ListView[];
  /** Whether the reader's own work is all of one State, whose priorities can be sorted by. */
  ofOneState: boolean;
}>;

/** What a view shows by itself: a queue the longest waiting first, and for how long. */
const usualSort = (view: ListView): ListSort => (view === 'queue' ? 'oldest' : 'changed');
const columnsOf = (view: ListView): readonly ListColumn[] =>
  view === 'queue' ? queueColumns : usualColumns;

const valuesOf = (query: Query, name: string): string[] =>
  [query[name] ?? []]
    .flat()
    .map((value) => value.trim())
    .filter(Boolean);

/** Reads the address; what is not known is named and left out. */
export function needsAsked(
  query: Query,
  known: Known,
): { asked: NeedsAsked; faults: AskedFault[] } {
  const faults: AskedFault[] = [];
  const fault = (name: AskedFault['name'], value: string) => {
    faults.push({ name, value: value.slice(0, 100) });
  };
  const one = <T extends string>(
    name: AskedFault['name'],
    knownValues: readonly T[],
    parameter: string = name,
  ): T | undefined => {
    const values = valuesOf(query, parameter);
    const found =
      values.length === 1 ? knownValues.find((value) => value === values[0]) : undefined;
    if (values.length > 0 && !found) fault(name, values.join(', '));
    return found;
  };

  const status = one('status', statuses);
  const chapter = one('chapter', chapterCodes);
  const inChapter = (article: string) =>
    article === 'general' ||
    (/^\d{1,2}$/.test(article) &&
      (chapter
        ? chapterOfArticle(Number(article)) === chapter
        : chapterOfArticle(Number(article)) !== undefined));
  const article = one('article', valuesOf(query, 'article').filter(inChapter));
  const category = one('category', categoryCodes);
  const subcategory = one(
    'subcategory',
    known.codes.subcategories
      .filter((term) => !category || term.category === category)
      .map(({ code }) => code),
  );
  const tag = one('tag', known.codes.tags);
  const state = one('state', known.states);
  const review = one('review', known.reviews);
  const text = one(
    'text',
    valuesOf(query, 'text').filter((value) => value.length <= longestSearch && readable(value)),
  );

  const byItself = status || review ? known.views.find((view) => view !== 'queue') : known.views[0];
  const view =
    one(
      'show',
      listViews.filter((each) => known.views.includes(each)),
    ) ??
    byItself ??
    'all';
  const oneState = Boolean(state ?? review) || (known.ofOneState && view === 'own');
  const sort =
    one(
      'sort',
      listSorts.filter((each) => each !== 'priority' || oneState),
    ) ?? usualSort(view);

  const wanted = valuesOf(query, 'column');
  for (const column of wanted)
    if (!listColumns.includes(column as ListColumn)) fault('column', column);
  const columns = listColumns.filter((column) => wanted.includes(column));

  const toward = valuesOf(query, 'after').length > 0 ? 'after' : 'before';
  const [place, ...places] = [...valuesOf(query, 'after'), ...valuesOf(query, 'before')];
  const at = place !== undefined && places.length === 0 ? cursorOf(toward, place, sort) : undefined;
  if (place !== undefined && !at) fault('place', [place, ...places].join(', '));

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
      columns: columns.length > 0 ? columns : columnsOf(view),
      at,
    },
    faults,
  };
}

/** The same question as an address, with some of it changed; the place goes, unless it is named. */
export function needsAddress(
  asked: NeedsAsked,
  views: readonly ListView[],
  changed: Partial<
    Record<ListFilter | 'show' | 'sort' | 'after' | 'before', string | undefined>
  > = {},
): string {
  const query = new URLSearchParams();
  const filters = Object.fromEntries(listFilters.map((name) => [name, asked[name]]));
  const usual = asked.columns.join() === columnsOf(asked.view).join();
  const all: Record<string, string | undefined> = {
    show: asked.view,
    ...filters,
    sort: asked.sort,
    ...changed,
  };
  const byItself = all.status || all.review ? views.find((view) => view !== 'queue') : views[0];
  if (all.sort === usualSort(all.show as ListView)) delete all.sort;
  if (all.show === byItself) delete all.show;
  for (const [name, value] of Object.entries(all)) if (value) query.append(name, value);
  if (!usual) for (const column of asked.columns) query.append('column', column);
  return query.size > 0 ? `?${query}` : '';
}

const queue = ['submitted', 'recoded'] as const satisfies readonly Status[];

/** The list that an address asks for. */
export function listOf({
  view,
  status,
  sort,
  at,
  chapter,
  article,
  category,
  subcategory,
  tag,
  state: code,
  review: reviewId,
  text,
}: NeedsAsked): ListAsked & Readonly<{ list: Listed }> {
  const statuses = status ? [status] : view === 'queue' ? queue : [];
  return {
    list: view === 'all' ? 'approved' : 'own',
    sort,
    at,
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
