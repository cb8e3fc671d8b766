import type { FilterSummaryProps } from '#components/summaries/filter-summary';
import { conventionName } from '#components/summaries/filter-text';
import type { SummaryView } from '#components/summaries/summary-view';
import type { DrillDown } from '#lib/counting/summary-figures/context';
import { currentActor } from '#lib/sessions/auth';
import type { Actor } from '#lib/base/actor';
import { chapterOfArticle, chaptersOfCycle, type Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { environment } from '#lib/base/env';
import { translator } from '#lib/text/i18n';
import { vocabulary, type Vocabulary } from '#lib/needs/store/queries';
import { vocabularyDates, vocabularyWithRetiredTerms } from '#lib/needs/terms/queries';
import { setPageStatus } from '#lib/http/page-status';
import {
  cellQuery,
  chaptersName,
  pageSearchParams,
  summaryQuery,
  type CellFilter,
  type SummaryParameters,
} from '#lib/counting/filter/page-query';
import type { ParameterFault } from '#lib/counting/filter/parameter-faults';
import {
  cellParameterNames,
  pageParameterNames,
  type PageDefaults,
  type ParameterName,
} from '#lib/counting/filter/parameters';
import { countForPage, parsePageRequest } from '#lib/counting/summaries/page-queries';
import type { FilterParameter } from '#lib/counting/filter/vocabulary';

export type SummaryParams<P = object> = Readonly<{
  params: Promise<{ locale: Locale } & P>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;
type Question = Awaited<ReturnType<typeof parsePageRequest>>;

/** Parameters that have no field in the form of the filter. */
const withoutField: readonly string[] = ['revision', 'cycle', ...cellParameterNames];

/** The parameters of figures and tables; the others narrow the list of one number. */
const filterNames = pageParameterNames.filter(
  (name) => !(cellParameterNames as readonly string[]).includes(name),
);

/** The parts of a filter that a list of summaries ignores: it has only region and dates. */
const needFiltersOff = {
  articles: [],
  categories: [],
  subcategories: [],
  topics: [],
  types: [],
  tags: [],
  priorities: [],
  statuses: [],
  claims: [],
  spans: [],
  rows: [],
  besides: [],
} as const;

/** Query parameters that a link to another page leaves out. */
const withoutCell = Object.fromEntries(cellParameterNames.map((name) => [name, undefined]));

/** What is wrong with the parameters, in words. */
function errorsOf(locale: Locale, faults: readonly ParameterFault[]) {
  const t = translator(locale);
  const nameOf = (parameter: string) => t(`seen.names.${parameter as ParameterName}`);
  return faults.map(({ parameter, value, why, valid }) => ({
    field: withoutField.includes(parameter) ? '' : parameter,
    text: t(`seen.faults.${why}`, {
      name: nameOf(parameter),
      value: value.slice(0, 40),
      valid: valid.join(', '),
    }),
  }));
}

/** Whether the article belongs to one of these chapters. */
const isArticleOf = (chapters: readonly Chapter[]) => (article: string) =>
  article === 'general' ||
  chapters.some((chapter) => chapterOfArticle(Number(article)) === chapter);

function completedQuery(
  asked: SummaryParameters,
  chapters: readonly Chapter[],
  cell: CellFilter,
): string {
  return summaryQuery(
    { ...asked, ...needFiltersOff, chapters },
    {
      region: cell.region ?? asked.regions.join(','),
      since: cell.since ?? asked.from ?? undefined,
      cutoff: cell.until ?? asked.cutoff ?? undefined,
    },
  );
}

function needsQuery(
  asked: SummaryParameters,
  chapters: readonly Chapter[],
  cell: CellFilter,
): string {
  const articles = asked.articles.filter(isArticleOf(chapters));
  return cellQuery({ ...asked, chapters, articles }, cell);
}

/** Completeness is of all articles of the chapters, whatever needs the page is narrowed to. */
const answeredQuery = (
  asked: SummaryParameters,
  chapters: readonly Chapter[],
  cell: CellFilter,
): string => cellQuery({ ...asked, ...needFiltersOff, chapters }, cell);

const queryOf = {
  needs: needsQuery,
  states: needsQuery,
  completed: completedQuery,
  answered: answeredQuery,
} as const;

/**
 * Returns the addresses of the lists behind the numbers of these chapters, at the revision and in
 * the vocabulary of the page.
 */
export function drillDown(
  locale: Locale,
  asked: SummaryParameters,
  chapters: readonly Chapter[],
): DrillDown {
  return (list, cell = {}) => {
    return `/${locale}/summaries/${list}${queryOf[list](asked, chapters, cell)}`;
  };
}

/** The filter for links: a page about one region says the region in its path. */
const linkedFilter = (asked: SummaryParameters, byItself: PageDefaults): SummaryParameters =>
  byItself.region ? { ...asked, regions: [] } : asked;

/** What the figures and tables of the page share. */
function viewOf(
  actor: Actor,
  locale: Locale,
  question: Question,
  byItself: PageDefaults,
): SummaryView {
  const { parameters: asked } = question;
  const filter = linkedFilter(asked, byItself);
  return {
    locale,
    t: translator(locale),
    count: countForPage(actor, question),
    chapter: chaptersName(asked.chapters),
    chapters: asked.chapters,
    query: summaryQuery(filter, withoutCell),
    without: (name: FilterParameter) =>
      summaryQuery(filter, {
        [name]: undefined,
        ...withoutCell,
        ...(name === 'category' ? { subcategory: undefined } : {}),
      }),
    opens: drillDown(locale, asked, asked.chapters),
  };
}

/** What can be chosen from the vocabulary; subcategories only of the chosen categories. */
function termChoices(
  locale: Locale,
  { categories }: SummaryParameters,
  { subcategories, topics, types, tags }: Vocabulary,
): FilterSummaryProps['choices'] {
  const option = ({ code, names }: (typeof topics)[number]) => ({
    value: code,
    label: names[locale],
  });
  const offered = subcategories.filter(
    ({ category }) => categories.length === 0 || categories.includes(category),
  );
  return {
    subcategory: offered.map(option),
    topic: topics.map(option),
    type: types.map(option),
    tag: tags.map(option),
  };
}

/**
 * Reads what a summary page shows, everything from one count, as far as its reader may see it.
 * Returns null where the register is closed to the reader. Invalid parameters are reported with
 * status 400, and the rest of the filter applies.
 */
export async function readSummary(
  locale: Locale,
  searchParams: SummaryParams['searchParams'],
  byItself: PageDefaults = {},
  names: readonly ParameterName[] = filterNames,
) {
  const actor = await currentActor();
  if (actor.role === 'public' && !environment().open) return null;
  const question = await parsePageRequest(
    actor,
    pageSearchParams(await searchParams, names),
    byItself,
  );
  const { parameters: asked, faults, day } = question;
  if (faults.length > 0) setPageStatus(400);
  const view = viewOf(actor, locale, question, byItself);
  const vocabularies = await vocabularyDates(actor);
  const termNames = await allTermNames(actor, locale);
  const choices = termChoices(locale, asked, await vocabulary(actor));
  /** The filter as the page at this path presents it; `fixed` cannot be taken off the page. */
  const filterSummary = (
    path: string,
    fixed: readonly ParameterName[] = [],
  ): FilterSummaryProps => ({
    locale,
    t: view.t,
    asked,
    day,
    action: path,
    fixed,
    chapter: view.chapter,
    revision: view.count.revision,
    errors: errorsOf(locale, faults),
    typed: Object.fromEntries(faults.map(({ parameter, value }) => [parameter, value])),
    nameOf: (name, code) => conventionName(locale, name, code) ?? termNames.get(code) ?? code,
    vocabularies,
    choices,
    without: (...removed) => {
      const changes = Object.fromEntries(removed.map((name) => [name, undefined]));
      return path + summaryQuery(linkedFilter(asked, byItself), changes);
    },
  });
  return {
    locale,
    actor,
    question,
    view,
    filterSummary,
    opensFor: (chapters: readonly Chapter[]) => drillDown(locale, asked, chapters),
  };
}

export type SummaryReading = NonNullable<Awaited<ReturnType<typeof readSummary>>>;

/** Reads the list behind a number, which the cell of the number narrows too. */
export const readList = (locale: Locale, searchParams: SummaryParams['searchParams']) =>
  readSummary(locale, searchParams, {}, pageParameterNames);

/** Reads a page about all chapters of a cycle, whichever of them is named. */
export async function readTogether(locale: Locale, searchParams: SummaryParams['searchParams']) {
  const query = await searchParams;
  const named = [query.chapter].flat().join(',').split(',');
  const isFirst =
    query.cycle === '1' || chaptersOfCycle(1).some((chapter) => named.includes(chapter));
  const chapter = chaptersOfCycle(isFirst ? 1 : 2).join(',');
  return readSummary(locale, Promise.resolve({ ...query, chapter }));
}

/** Returns the names of all terms, also of those that are in force no more. */
async function allTermNames(actor: Actor, locale: Locale): Promise<Map<string, string>> {
  const { subcategories, topics, types, tags } = await vocabularyWithRetiredTerms(actor);
  const terms = [...subcategories, ...topics, ...types, ...tags];
  return new Map(terms.map(({ code, names }) => [code, names[locale]]));
}

export { termNamesOf as namesOf } from '#lib/needs/terms/queries';
