import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { read } from '#db/client';
import { review, state } from '#db/schema';
import { articleAnswer } from '#db/schema/desk';
import type { Actor } from '#lib/base/actor';
import type { Chapter } from '#lib/convention/chapters';
import { dateNumber, today } from '#lib/text/dates';
import { environment } from '#lib/base/env';
import type { NeedsFilter } from '#lib/needs/lists/list-filter';
import type { SummaryAsked } from '#lib/counting/summaries/asked';
import { needsBehind, statesBehind, summariesBehind } from '#lib/counting/summaries/behind';
import { completeness, type Completeness } from '#lib/counting/summaries/completeness';
import { countedNeeds } from '#lib/counting/summaries/counted-needs';
import { count } from '#lib/counting/summaries/count';
import { crossed, type Crossed, type SetColumn } from '#lib/counting/summaries/crossed';
import type { Facts } from '#lib/counting/summaries/facts';
import type { ParameterFault } from '#lib/counting/summaries/faults';
import { currentFacts } from '#lib/counting/summaries/load';
import type { Count } from '#lib/counting/summaries/numbers';
import {
  pageNames,
  parametersOf,
  revisionOf,
  sentParameters,
  vocabularyOf,
  type ByItself,
} from '#lib/counting/summaries/parameters';
import { filterFor } from '#lib/counting/summaries/queries';
import { factsIn } from '#lib/counting/summaries/in-vocabulary';
import { seesReview } from '#lib/counting/summaries/scope';
import { vocabularyFor } from '#lib/counting/summaries/still-borne';
import { trends, type Period, type Span } from '#lib/counting/summaries/trends';

/** The valid parameters of a page, the faults of the others, and the facts of its revision. */
export type PageAsked = Readonly<{
  asked: SummaryAsked;
  faults: readonly ParameterFault[];
  facts: Facts;
  day: string;
}>;

/** Parses the query of a page by the rules of the API, with the defaults of the page. */
export async function pageAsked(
  _actor: Actor,
  query: URLSearchParams,
  byItself: ByItself,
): Promise<PageAsked> {
  const { sent, faults } = sentParameters(query, pageNames);
  const current = await currentFacts();
  const { revision, faults: revisionFaults } = revisionOf(sent, current.revision);
  const day = today();
  const vocabularyDate = vocabularyOf(sent, day);
  const facts = await factsIn(
    revision ?? current.revision,
    vocabularyDate.date,
    revision === null || revision === current.revision,
  );
  const { parameters, faults: parameterFaults } = parametersOf(
    sent,
    vocabularyFor(facts, sent),
    day,
    byItself,
  );
  return {
    asked: { ...parameters, revision, vocabulary: vocabularyDate.date },
    faults: [...faults, ...revisionFaults, ...vocabularyDate.faults, ...parameterFaults],
    facts,
    day,
  };
}

/** Counts everything that a page shows, in one count. */
export const countAsked = (actor: Actor, { asked: parameters, facts, day }: PageAsked): Count =>
  count(facts, filterFor(actor, parameters, day));

/**
 * Up to this many needs are looked up by their ids; more are found faster by walking the list in
 * its order.
 */
const maximumIds = 5000;

/**
 * Returns the filter of the list of needs that a number counts: their ids where they are few, else
 * the same conditions in SQL.
 */
export function needsAsked(
  actor: Actor,
  { asked: parameters, facts, day }: PageAsked,
): NeedsFilter {
  const ids = needsBehind(facts, filterFor(actor, parameters, day), maximumIds);
  return ids ? { ids } : { counted: countedNeeds(parameters) };
}

/** Returns the codes of the States that a number counts, unordered: the page sorts them by name. */
export async function statesAsked(
  actor: Actor,
  { asked: parameters, facts, day }: PageAsked,
): Promise<string[]> {
  const ids = statesBehind(facts, filterFor(actor, parameters, day));
  const rows =
    ids.length > 0
      ? await read().select({ code: state.code }).from(state).where(inArray(state.id, ids))
      : [];
  return rows.map(({ code }) => code);
}

export type SummaryBehind = Readonly<{
  id: string;
  code: string;
  completedOn: number;
  symbol: string | null;
}>;

/** Returns the completed summaries that a number counts, unordered. */
export async function summariesAsked(
  actor: Actor,
  { asked: parameters, facts, day }: PageAsked,
): Promise<SummaryBehind[]> {
  const found = new Map(
    summariesBehind(facts, filterFor(actor, parameters, day)).map(({ id, completedOn }) => [
      id,
      completedOn,
    ]),
  );
  const rows =
    found.size > 0
      ? await read()
          .select({ id: review.id, code: state.code, symbol: review.symbol })
          .from(review)
          .innerJoin(state, eq(state.id, review.stateId))
          .where(inArray(review.id, [...found.keys()]))
      : [];
  return rows.map((row) => ({ ...row, completedOn: found.get(row.id)! }));
}

/**
 * Counts the completed summaries of the cycle that the actor does not see. It depends on no filter
 * or cut-off, and the needs of these summaries are not counted: differences would disclose those of
 * one State.
 */
export function unseenSummaries(actor: Actor, { asked: { cycle }, facts, day }: PageAsked): number {
  const now = dateNumber(day);
  const isVisible = seesReview(actor, now, environment().open);
  return facts.reviews.filter(
    (each) =>
      each.cycle === cycle && each.completedOn > 0 && each.completedOn <= now && !isVisible(each),
  ).length;
}

/** Counts each of these chapters by itself. */
export const chaptersAsked = (
  actor: Actor,
  { asked: parameters, facts, day }: PageAsked,
  chapters: readonly Chapter[],
): Count[] =>
  chapters.map((chapter) =>
    count(facts, filterFor(actor, { ...parameters, chapters: [chapter] }, day)),
  );

/** Cross-tabulates two lists of codes. */
export const crossedAsked = (
  actor: Actor,
  { asked: parameters, facts, day }: PageAsked,
  rows: SetColumn,
  columns: SetColumn,
): Crossed => crossed(facts, filterFor(actor, parameters, day), rows, columns);

/** Counts by period of completion. The last period ends at the cut-off. */
export function trendsAsked(
  actor: Actor,
  { asked: parameters, facts, day }: PageAsked,
  span: Span,
): Period[] {
  const end = parameters.cutoff ?? day;
  return trends(facts, filterFor(actor, parameters, day), span).map((period) =>
    period.until > end ? { ...period, until: end } : period,
  );
}

/** Returns which articles are answered in the reviews that the actor sees, by regional group. */
export async function completenessAsked(
  actor: Actor,
  { asked: parameters, facts, day }: PageAsked,
): Promise<Completeness> {
  const isVisible = seesReview(actor, dateNumber(day), environment().open);
  const visible = facts.reviews.filter(
    (each) =>
      each.cycle === parameters.cycle &&
      isVisible(each) &&
      (parameters.regions.length === 0 || parameters.regions.includes(each.region)),
  );
  const ids = visible.map(({ id }) => id);
  const signed =
    ids.length > 0
      ? await read()
          .select({ reviewId: articleAnswer.reviewId, article: articleAnswer.article })
          .from(articleAnswer)
          .where(and(inArray(articleAnswer.reviewId, ids), isNull(articleAnswer.toSeq)))
      : [];
  return completeness(
    facts,
    visible,
    parameters.chapters,
    signed,
    dateNumber(parameters.cutoff ?? day),
  );
}
