import type { SaidProps } from '#components/summaries/said';
import { conventionName } from '#components/summaries/filter-words';
import type { Shown } from '#components/summaries/shown';
import type { Opens } from '#lib/counting/summary-figures/context';
import { currentActor } from '#lib/sessions/auth';
import type { Actor } from '#lib/base/actor';
import { chapterOfArticle, chaptersOfCycle, type Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { environment } from '#lib/base/env';
import { translator } from '#lib/text/i18n';
import { vocabulary } from '#lib/needs/store/queries';
import { vocabularyDates, vocabularyEver } from '#lib/needs/terms/queries';
import { answerAs } from '#lib/http/page-status';
import { cellQuery, chaptersName, pageQuery, summaryQuery } from '#lib/counting/summaries/asked';
import type { ParameterFault } from '#lib/counting/summaries/faults';
import { pageNames, type ByItself, type Name } from '#lib/counting/summaries/parameters';
import { countAsked, pageAsked } from '#lib/counting/summaries/page-queries';
import type { Narrowing } from '#lib/counting/summaries/vocabulary';

export type SummaryParams<P = object> = Readonly<{
  params: Promise<{ locale: Locale } & P>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

/** What is shown where a parameter was wrong, in words. */
function errorsOf(locale: Locale, faults: readonly ParameterFault[]) {
  const t = translator(locale);
  const nameOf = (parameter: string) => t(`seen.names.${parameter as Name}`);
  return faults.map(({ parameter, value, why, valid }) => ({
    field: ['revision', 'cycle', 'row', 'with', 'since'].includes(parameter) ? '' : parameter,
    text: t(`seen.faults.${why}`, {
      name: nameOf(parameter),
      value: value.slice(0, 40),
      valid: valid.join(', '),
    }),
  }));
}

/**
 * What a summary page shows: everything from one count, as far as its reader sees it. Null where
 * the register is closed to
 * the reader. What is wrong in the address is said, with status 400, and the rest of the filter is
 * kept.
 */
export async function readSummary(
  locale: Locale,
  searchParams: SummaryParams['searchParams'],
  byItself: ByItself = {},
  names: readonly Name[] = filterNames,
) {
  const t = translator(locale);
  const actor = await currentActor();
  if (actor.role === 'public' && !environment().open) return null;
  const question = await pageAsked(actor, pageQuery(await searchParams, names), byItself);
  const { asked, faults, day } = question;
  if (faults.length > 0) answerAs(400);
  // The page itself says its region, so its links need not.
  const own = byItself.region ? { ...asked, regions: [] } : asked;
  const query = summaryQuery(own, { row: undefined, with: undefined, since: undefined });
  const opensFor = (chapters: readonly Chapter[]): Opens | undefined =>
    asked.revision === null
      ? (what, cell = {}) =>
          `/${locale}/summaries/${what}${what === 'completed' ? summaryQuery({ ...asked, ...justSummaries, chapters }, { region: cell.region ?? asked.regions.join(','), since: cell.since ?? asked.from ?? undefined, cutoff: cell.until ?? asked.cutoff ?? undefined }) : cellQuery({ ...asked, chapters, articles: asked.articles.filter(inOne(chapters)) }, cell)}`
      : undefined;
  const shown: Shown = {
    locale,
    t,
    count: countAsked(actor, question),
    chapter: chaptersName(asked.chapters),
    chapters: asked.chapters,
    query,
    without: (name: Narrowing) =>
      summaryQuery(own, {
        [name]: undefined,
        row: undefined,
        with: undefined,
        since: undefined,
        ...(name === 'category' ? { subcategory: undefined } : {}),
      }),
    // What a number counts in another vocabulary is not what a list of needs as they were coded
    // holds.
    opens: asked.vocabulary ? undefined : opensFor(asked.chapters),
  };
  const [vocabularies, termNames] = [await vocabularyDates(actor), await everyName(actor, locale)];
  const said = (
    action: string,
    fixed: readonly Name[],
    { subcategories, topics, types, tags }: Awaited<ReturnType<typeof vocabulary>>,
  ): SaidProps => {
    const option = ({ code, names }: (typeof topics)[number]) => ({
      value: code,
      label: names[locale],
    });
    const left = subcategories.filter(
      ({ category }) => asked.categories.length === 0 || asked.categories.includes(category),
    );
    return {
      locale,
      t,
      asked,
      day,
      action,
      fixed,
      chapter: shown.chapter,
      revision: shown.count.revision,
      errors: errorsOf(locale, faults),
      typed: Object.fromEntries(faults.map(({ parameter, value }) => [parameter, value])),
      nameOf: (name, code) => conventionName(locale, name, code) ?? termNames.get(code) ?? code,
      vocabularies,
      choices: {
        subcategory: left.map(option),
        topic: topics.map(option),
        type: types.map(option),
        tag: tags.map(option),
      },
      without: (...gone) =>
        action + summaryQuery(own, Object.fromEntries(gone.map((name) => [name, undefined]))),
    };
  };
  return { locale, actor, question, shown, words: await vocabulary(actor), said, opensFor };
}

/** The names of all terms, also of those that are in force no more. */
async function everyName(actor: Actor, locale: Locale): Promise<Map<string, string>> {
  const { subcategories, topics, types, tags } = await vocabularyEver(actor);
  return new Map(
    [...subcategories, ...topics, ...types, ...tags].map(({ code, names }) => [
      code,
      names[locale],
    ]),
  );
}

/**
 * What a figure is asked for; and a list behind a number, which is always of the present revision.
 */
const filterNames = pageNames.filter(
  (name) => name !== 'row' && name !== 'with' && name !== 'since',
);
const listNames = pageNames.filter((name) => name !== 'revision');

/** The same for the list behind a number, which the cell of the number narrows too. */
export const readList = (locale: Locale, searchParams: SummaryParams['searchParams']) =>
  readSummary(locale, searchParams, {}, listNames);

/** The same for a page about all chapters of a cycle, whichever of them is named. */
export async function readTogether(locale: Locale, searchParams: SummaryParams['searchParams']) {
  const query = await searchParams;
  const cycle =
    query.cycle === '1' ||
    chaptersOfCycle(1).some((chapter) =>
      [query.chapter].flat().join(',').split(',').includes(chapter),
    )
      ? 1
      : 2;
  return readSummary(
    locale,
    Promise.resolve({ ...query, chapter: chaptersOfCycle(cycle).join(',') }),
  );
}

/** Articles of another chapter are none of its addresses. */
const inOne = (chapters: readonly Chapter[]) => (article: string) =>
  article === 'general' ||
  chapters.some((chapter) => chapterOfArticle(Number(article)) === chapter);

/** Summaries are narrowed by region alone. */
const justSummaries = {
  articles: [],
  categories: [],
  subcategories: [],
  topics: [],
  types: [],
  tags: [],
  priorities: [],
  statuses: [],
  rows: [],
  besides: [],
} as const;

export type Reading = NonNullable<Awaited<ReturnType<typeof readSummary>>>;

/** The names of the codes of the vocabulary, also of those that are in force no more. */
export async function namesOf(actor: Actor, locale: Locale) {
  const { subcategories, topics, types, tags } = await vocabularyEver(actor);
  const naming = (terms: typeof topics) => {
    const names = new Map(terms.map((term) => [term.code, term.names[locale]]));
    return (code: string) => names.get(code) ?? code;
  };
  return {
    subcategory: naming(subcategories),
    topic: naming(topics),
    type: naming(types),
    tag: naming(tags),
  };
}
