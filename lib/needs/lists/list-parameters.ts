import 'server-only';
import type { Category } from '#lib/convention/categories';
import { categoryCodes } from '#lib/convention/categories';
import { chapterCodes, chapterOfArticle, type Chapter } from '#lib/convention/chapters';
import { parseCursor, type Cursor } from '#lib/needs/lists/keyset';
import type { ListQuery } from '#lib/needs/lists/list-filter';
import type { ListKind } from '#lib/needs/store/queries';
import { type Codes } from '#lib/needs/model/schema';
import { cleanPasted, isStorable } from '#lib/text/normalise';
import {
  listColumns,
  listFilters,
  listSorts,
  listViews,
  longestSearch,
  queueColumns,
  statuses,
  defaultColumns,
  type ListColumn,
  type ListFilter,
  type ListSort,
  type ListView,
  type Status,
} from '#lib/needs/model/vocabulary';
import { readCode } from '#lib/text/written';

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The parameters of the register list. */
export type ListParameters = Readonly<{
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
type ListFault = Readonly<{
  name: ListFilter | 'show' | 'sort' | 'column' | 'place';
  value: string;
}>;

/** The values that the reader can choose between. */
export type KnownListValues = Readonly<{
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
  view === 'queue' ? queueColumns : defaultColumns;

const readValues = (query: SearchParams, name: string): string[] =>
  [query[name] ?? []]
    .flat()
    .map((value) => (name === 'text' ? value.trim() : readCode(value)))
    .filter(Boolean);

type Parsing = Readonly<{
  query: SearchParams;
  addFault: (name: ListFault['name'], value: string) => void;
}>;

/** Parses a parameter of one value; an unknown value is a fault. */
function parseOne<T extends string>(
  { query, addFault }: Parsing,
  name: ListFault['name'],
  knownValues: readonly T[],
): T | undefined {
  const values = readValues(query, name);
  const found = values.length === 1 ? knownValues.find((value) => value === values[0]) : undefined;
  if (values.length > 0 && !found) addFault(name, values.join(', '));
  return found;
}

/** Whether this is an article of the chapter, or of any chapter where none is named, or `general`. */
function isArticleOf(chapter: Chapter | undefined, article: string): boolean {
  if (article === 'general') return true;
  if (!/^\d{1,2}$/.test(article)) return false;
  const own = chapterOfArticle(Number(article));
  return chapter ? own === chapter : own !== undefined;
}

function parseFilters(parsing: Parsing, known: KnownListValues): Pick<ListParameters, ListFilter> {
  const { query } = parsing;
  const status = parseOne(parsing, 'status', statuses);
  const chapter = parseOne(parsing, 'chapter', chapterCodes);
  const articles = readValues(query, 'article').filter((each) => isArticleOf(chapter, each));
  const article = parseOne(parsing, 'article', articles)?.replace(/^0(?=\d)/, '');
  const category = parseOne(parsing, 'category', categoryCodes);
  const subcategories = known.codes.subcategories
    .filter((term) => !category || term.category === category)
    .map(({ code }) => code);
  const subcategory = parseOne(parsing, 'subcategory', subcategories);
  const tag = parseOne(parsing, 'tag', known.codes.tags);
  const state = parseOne(parsing, 'state', known.states);
  const review = parseOne(parsing, 'review', known.reviews);
  const texts = readValues(query, 'text')
    .map(cleanPasted)
    .filter((value) => value.length <= longestSearch && isStorable(value));
  const text = parseOne(parsing, 'text', texts);
  return { status, chapter, article, category, subcategory, tag, state, review, text };
}

function parseColumns({ query, addFault }: Parsing): readonly ListColumn[] {
  const names = readValues(query, 'column');
  for (const name of names) if (!listColumns.includes(name as ListColumn)) addFault('column', name);
  return listColumns.filter((column) => names.includes(column));
}

/** Parses the place in the list, of which there may be one: after or before a need. */
function parsePlace({ query, addFault }: Parsing, sort: ListSort): Cursor | undefined {
  const after = readValues(query, 'after');
  const places = [...after, ...readValues(query, 'before')];
  if (places.length === 0) return undefined;
  const direction = after.length > 0 ? 'after' : 'before';
  const cursor = places.length === 1 ? parseCursor(direction, places[0]!, sort) : undefined;
  if (!cursor) addFault('place', places.join(', '));
  return cursor;
}

/** The view shown by default: a list filtered by status or review is no queue. */
const defaultViewOf = (
  { status, review }: Readonly<{ status?: string; review?: string }>,
  views: readonly ListView[],
): ListView | undefined => (status || review ? views.find((view) => view !== 'queue') : views[0]);

export type ParsedList = Readonly<{ parameters: ListParameters; faults: ListFault[] }>;

/** Parses the parameters; unknown values become faults and are left out. */
export function parseListParameters(query: SearchParams, known: KnownListValues): ParsedList {
  const faults: ListFault[] = [];
  const parsing: Parsing = {
    query,
    addFault: (name, value) => {
      faults.push({ name, value: value.slice(0, 100) });
    },
  };
  const filters = parseFilters(parsing, known);
  const views = listViews.filter((each) => known.views.includes(each));
  const view = parseOne(parsing, 'show', views) ?? defaultViewOf(filters, known.views) ?? 'all';
  const isOneState =
    Boolean(filters.state ?? filters.review) || (known.ofOneState && view === 'own');
  const sorts = listSorts.filter((each) => each !== 'priority' || isOneState);
  const sort = parseOne(parsing, 'sort', sorts) ?? defaultSort(view);
  const columns = parseColumns(parsing);
  const at = parsePlace(parsing, sort);
  return {
    parameters: {
      view,
      ...filters,
      sort,
      columns: columns.length > 0 ? columns : defaultColumnsOf(view),
      at,
    },
    faults,
  };
}

/**
 * Returns the query string of the list with some parameters changed. The place in the list is
 * dropped unless it is among them.
 */
export function needsListAddress(
  parameters: ListParameters,
  views: readonly ListView[],
  changed: Partial<
    Record<ListFilter | 'show' | 'sort' | 'after' | 'before', string | undefined>
  > = {},
): string {
  const query = new URLSearchParams();
  const filters = Object.fromEntries(listFilters.map((name) => [name, parameters[name]]));
  const isDefault = parameters.columns.join() === defaultColumnsOf(parameters.view).join();
  const all: Record<string, string | undefined> = {
    show: parameters.view,
    ...filters,
    sort: parameters.sort,
    ...changed,
  };
  if (all.sort === defaultSort(all.show as ListView)) delete all.sort;
  if (all.show === defaultViewOf(all, views)) delete all.show;
  for (const [name, value] of Object.entries(all)) if (value) query.append(name, value);
  if (!isDefault) for (const column of parameters.columns) query.append('column', column);
  return query.size > 0 ? `?${query}` : '';
}

const queueStatuses = ['submitted', 'recoded'] as const satisfies readonly Status[];

/** Converts the parameters of an address to a query of the list. */
export function toListQuery({
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
}: ListParameters): ListQuery & Readonly<{ list: ListKind }> {
  const statusesOfView = view === 'queue' ? queueStatuses : [];
  const statuses = status ? [status] : statusesOfView;
  return {
    list: view === 'all' ? 'approved' : 'own',
    sort,
    at,
    filter: {
      statuses,
      ...(view === 'queue' && !status ? { inOpenReviews: true } : {}),
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
