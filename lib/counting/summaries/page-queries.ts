import 'server-only';
import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import { read } from '#db/client';
import { review, reviewVersion, state } from '#db/schema';
import { articleAnswer } from '#db/schema/data-entry';
import type { Actor } from '#lib/base/actor';
import { articlesOfChapter } from '#lib/convention/articles';
import type { Chapter } from '#lib/convention/chapters';
import { dateToNumber, today } from '#lib/text/dates';
import type { ListQuery } from '#lib/needs/lists/list-filter';
import type { SummaryParameters } from '#lib/counting/filter/page-query';
import {
  countedNeedIds,
  countedStateIds,
  countedSummaries,
} from '#lib/counting/drill-down/counted';
import {
  answeredArticles,
  completeness,
  isRegionShown,
  type Completeness,
} from '#lib/counting/count/completeness';
import { countedNeedsCondition } from '#lib/counting/drill-down/counted-needs-sql';
import { count } from '#lib/counting/count/count';
import {
  crossTabulate,
  type CrossTabulation,
  type SetColumn,
} from '#lib/counting/count/cross-tabulation';
import type { Facts } from '#lib/counting/facts/facts';
import type { ParameterFault } from '#lib/counting/filter/parameter-faults';
import type { Count } from '#lib/counting/count/count-types';
import {
  pageParameterNames,
  parseParameters,
  parseRevision,
  collectParameters,
  parseVocabularyDate,
  type PageDefaults,
} from '#lib/counting/filter/parameters';
import { filterFor } from '#lib/counting/summaries/queries';
import {
  latestSeenRevision,
  countsFor,
  seenFacts,
  seenRevisionAt,
} from '#lib/counting/facts/revisions';
import { vocabularyForQuery } from '#lib/counting/filter/retired-terms';
import { trends, type Period, type PeriodLength } from '#lib/counting/count/trends';

/** The valid parameters of a page, the faults of the others, and the facts of its revision. */
export type PageRequest = Readonly<{
  parameters: SummaryParameters;
  faults: readonly ParameterFault[];
  facts: Facts;
  day: string;
}>;

/** Parses the query of a page by the rules of the API, with the defaults of the page. */
export async function parsePageRequest(
  actor: Actor,
  query: URLSearchParams,
  byItself: PageDefaults,
): Promise<PageRequest> {
  const { sent, faults } = collectParameters(query, pageParameterNames);
  const latest = await latestSeenRevision(actor);
  const { revision: asked, faults: revisionFaults } = parseRevision(sent, latest);
  const day = today();
  const vocabularyDate = parseVocabularyDate(sent, day);
  const { facts, revision } = await seenFacts(actor, asked, vocabularyDate.date);
  const { parameters, faults: parameterFaults } = parseParameters(
    sent,
    vocabularyForQuery(facts, sent),
    day,
    byItself,
  );
  return {
    parameters: {
      ...parameters,
      revision: asked === null ? null : revision,
      vocabulary: vocabularyDate.date,
    },
    faults: [...faults, ...revisionFaults, ...vocabularyDate.faults, ...parameterFaults],
    facts,
    day,
  };
}

/**
 * Counts everything that a page shows, in one count. Its revision is that of the last change that
 * the actor sees.
 */
export const countForPage = (actor: Actor, { parameters, facts, day }: PageRequest): Count => ({
  ...count(facts, filterFor(actor, parameters, day)),
  revision: parameters.revision ?? seenRevisionAt(actor, facts.revision),
});

/**
 * Up to this many needs are looked up by their ids; more are found faster by walking the list in
 * its order.
 */
const maximumIds = 5000;

/** Whether SQL has the same conditions: of the present, in its vocabulary. */
const isListedBySql = ({ revision, vocabulary, claims, spans }: SummaryParameters): boolean =>
  revision === null && !vocabulary && !claims?.length && !spans?.length;

/**
 * Returns the list of the needs that a number counts, by reference. Of a past revision or another
 * vocabulary it is the needs themselves, as they counted. Of the present it is their ids where they
 * are few, else the same conditions in SQL.
 */
export function needsListForPage(
  actor: Actor,
  { parameters, facts, day }: PageRequest,
): Pick<ListQuery, 'list' | 'past' | 'filter' | 'sort'> {
  const filter = filterFor(actor, parameters, day);
  const list = { list: 'approved', sort: 'reference' } as const;
  if (!isListedBySql(parameters)) {
    const ids = new Set(countedNeedIds(facts, filter));
    return { ...list, past: { revision: facts.revision, ids } };
  }
  const ids = countedNeedIds(facts, filter, maximumIds);
  return { ...list, filter: ids ? { ids } : { counted: countedNeedsCondition(parameters) } };
}

/** Returns the codes of the States that a number counts, unordered: the page sorts them by name. */
export async function statesForPage(
  actor: Actor,
  { parameters, facts, day }: PageRequest,
): Promise<string[]> {
  const ids = countedStateIds(facts, filterFor(actor, parameters, day));
  return [...(await codesOfStates(ids)).values()];
}

/** Returns the codes of States by their ids. */
async function codesOfStates(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await read()
    .select({ id: state.id, code: state.code })
    .from(state)
    .where(inArray(state.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** Whether a row was in force at a revision. */
const isInForce = (
  { fromSeq, toSeq }: typeof reviewVersion | typeof articleAnswer,
  revision: number,
) => and(lte(fromSeq, revision), or(isNull(toSeq), gt(toSeq, revision)));

export type CountedSummary = Readonly<{
  id: string;
  code: string;
  completedOn: number;
  symbol: string | null;
}>;

/** Returns the completed summaries that a number counts, unordered. */
export async function summariesForPage(
  actor: Actor,
  { parameters, facts, day }: PageRequest,
): Promise<CountedSummary[]> {
  const { revision } = facts;
  const found = new Map(
    countedSummaries(facts, filterFor(actor, parameters, day)).map(({ id, completedOn }) => [
      id,
      completedOn,
    ]),
  );
  const rows =
    found.size > 0
      ? await read()
          .select({ id: review.id, code: state.code, symbol: reviewVersion.symbol })
          .from(review)
          .innerJoin(state, eq(state.id, review.stateId))
          .innerJoin(reviewVersion, eq(reviewVersion.reviewId, review.id))
          .where(and(inArray(review.id, [...found.keys()]), isInForce(reviewVersion, revision)))
      : [];
  return rows.map((row) => ({ ...row, completedOn: found.get(row.id)! }));
}

/** Counts each of these chapters by itself. */
export const countsByChapter = (
  actor: Actor,
  { parameters, facts, day }: PageRequest,
  chapters: readonly Chapter[],
): Count[] =>
  chapters.map((chapter) =>
    count(facts, filterFor(actor, { ...parameters, chapters: [chapter] }, day)),
  );

/** Cross-tabulates two lists of codes. */
export const crossTabulationForPage = (
  actor: Actor,
  { parameters, facts, day }: PageRequest,
  rows: SetColumn,
  columns: SetColumn,
): CrossTabulation => crossTabulate(facts, filterFor(actor, parameters, day), rows, columns);

/** Counts by period of completion. The last period ends at the cut-off. */
export function trendsForPage(
  actor: Actor,
  { parameters, facts, day }: PageRequest,
  span: PeriodLength,
): Period[] {
  const end = parameters.cutoff ?? day;
  return trends(facts, filterFor(actor, parameters, day), span).map((period) =>
    period.until > end ? { ...period, until: end } : period,
  );
}

/** Returns the reviews that the actor sees, and their signed answers that there is no need. */
async function reviewsAndAnswers(actor: Actor, { parameters, facts, day }: PageRequest) {
  const isVisible = countsFor(actor, day);
  const reviews = facts.reviews.filter(
    (each) =>
      each.cycle === parameters.cycle &&
      isVisible(each) &&
      (parameters.regions.length === 0 || parameters.regions.includes(each.region)),
  );
  const ids = reviews.map(({ id }) => id);
  const signed =
    ids.length > 0
      ? await read()
          .select({ reviewId: articleAnswer.reviewId, article: articleAnswer.article })
          .from(articleAnswer)
          .where(
            and(inArray(articleAnswer.reviewId, ids), isInForce(articleAnswer, facts.revision)),
          )
      : [];
  return { reviews, signed };
}

/** Returns which articles are answered in the reviews that the actor sees, by regional group. */
export async function completenessForPage(
  actor: Actor,
  request: PageRequest,
): Promise<Completeness> {
  const { parameters, facts, day } = request;
  const { reviews, signed } = await reviewsAndAnswers(actor, request);
  const until = dateToNumber(parameters.cutoff ?? day);
  return completeness(facts, reviews, parameters.chapters, signed, until);
}

/**
 * Returns the answered articles that the completeness counts, with the codes of their States,
 * unordered.
 */
export async function answersForPage(
  actor: Actor,
  request: PageRequest,
): Promise<Readonly<{ code: string; article: number }>[]> {
  const { parameters, facts } = request;
  const { reviews, signed } = await reviewsAndAnswers(actor, request);
  const answers = answeredArticles(facts, reviews, signed);
  const asked = parameters.chapters
    .flatMap((chapter) => articlesOfChapter(chapter))
    .filter(
      (article) =>
        parameters.articles.length === 0 || parameters.articles.includes(String(article)),
    );
  const found = reviews
    .filter(({ region }) => isRegionShown(reviews, region))
    .flatMap(({ id, stateId }) =>
      asked
        .filter((article) => answers.get(id)!.has(article))
        .map((article) => ({ stateId, article })),
    );
  const codes = await codesOfStates(found.map(({ stateId }) => stateId));
  return found.map(({ stateId, article }) => ({ code: codes.get(stateId)!, article }));
}
