import 'server-only';
import { and, eq, ne, sql } from 'drizzle-orm';
import { read } from '#db/client';
import { need } from '#db/schema';
import { assistance } from '#db/schema/assistance';
import { match } from '#db/schema/matches';
import { entityTagOf } from '#lib/http/entity-tag';
import type { Actor } from '#lib/base/actor';
import { listHubs, type HubView } from '#lib/assistance/hubs/queries';
import { openStatus } from '#lib/assistance/activities/list-parameters';
import { activityPage } from '#lib/assistance/activities/queries';
import { themes, type Theme } from '#lib/assistance/activities/vocabulary';
import type { Region } from '#lib/convention/regions';
import { conventionState } from '#lib/convention/states';
import { dateToNumber, today } from '#lib/text/dates';
import { environment } from '#lib/base/env';
import { coversArticle } from '#lib/assistance/matches/theme-articles';
import { count } from '#lib/counting/count/count';
import type { ParameterFault } from '#lib/counting/filter/parameter-faults';
import { articlesOfKey } from '#lib/convention/provision';
import {
  lastWithdrawalFor,
  latestSeenRevision,
  seenFacts,
  seenRevisionAt,
} from '#lib/counting/facts/revisions';
import type { PageRequest } from '#lib/counting/summaries/page-queries';
import {
  parseParameters,
  parseRevision,
  collectParameters,
  parseVocabularyDate,
} from '#lib/counting/filter/parameters';
import { filterFor } from '#lib/counting/summaries/queries';
import { scopeKey } from '#lib/counting/facts/scope';
import { vocabularyForQuery } from '#lib/counting/filter/retired-terms';
import { countedNeeds } from '#lib/counting/filter/filter';
import { mostUnmet, unmetOverview, type UnmetOverview } from '#lib/counting/count/unmet';

/** The unmet needs for the filter of a page, as far as the actor sees them. */
export const unmetForPage = (
  actor: Actor,
  { parameters, facts, day }: PageRequest,
): UnmetOverview =>
  unmetOverview(facts, filterFor(actor, parameters, day), dateToNumber(parameters.cutoff ?? day));

export type MatchOverlap = Readonly<{
  region: Region;
  article: string;
  needs: readonly Readonly<{ id: string; reference: string | null }>[];
  unmet: number;
}>;

/**
 * Places where several activities answer the same need, with the unmet needs at the same place.
 * Shows the present, for the filter of a page.
 */
export async function overlapsForPage(
  actor: Actor,
  page: PageRequest,
  picture: UnmetOverview,
): Promise<MatchOverlap[]> {
  const { parameters, facts, day } = page;
  const multiplyMatched = await read()
    .select({ id: match.needId, reference: need.reference })
    .from(match)
    .innerJoin(assistance, eq(assistance.id, match.assistanceId))
    .innerJoin(need, eq(need.id, match.needId))
    .where(and(eq(match.state, 'accepted'), ne(assistance.status, 'cancelled')))
    .groupBy(match.needId, need.reference)
    .having(sql`count(*) > 1`);
  const references = new Map(multiplyMatched.map(({ id, reference }) => [id, reference]));
  const counted = countedNeeds(facts, filterFor(actor, parameters, day));
  const overlaps = new Map<
    string,
    { region: Region; article: string; needs: { id: string; reference: string | null }[] }
  >();
  for (let i = 0; i < facts.size; i += 1) {
    const id = facts.idOf(i);
    if (counted[i] === 0 || !references.has(id)) continue;
    const { region } = facts.reviews[facts.review.values[i]!]!;
    const articles = articlesOfKey(
      facts.provision.dictionary.texts[facts.provision.values[i]!]!.split(' ', 2)[1]!,
    ).map(String);
    for (const article of articles.length > 0 ? articles : ['general']) {
      const key = `${region} ${article}`;
      const place = overlaps.get(key) ?? { region, article, needs: [] };
      place.needs.push({ id, reference: references.get(id) ?? null });
      overlaps.set(key, place);
    }
  }
  const unmet = mostUnmet(picture, Infinity);
  const unmetAt = (region: Region, article: string) =>
    unmet.find((cell) => cell.region === region && cell.article === article)?.unmet ?? 0;
  return [...overlaps.values()]
    .map((place) => ({ ...place, unmet: unmetAt(place.region, place.article) }))
    .toSorted(
      (a, b) => b.unmet - a.unmet || (a.region + a.article < b.region + b.article ? -1 : 1),
    );
}

const inRegion = (hub: HubView, region: Region) =>
  hub.regions.includes(region) ||
  hub.states.some((code) => conventionState(code)?.region === region);

export type UnmetProgrammes = Readonly<{
  region: Region;
  article: string;
  unmet: number;
  hubs: readonly Readonly<{ id: string; name: string; language: string }>[];
  themes: readonly Theme[];
  activities: number;
}>;

/**
 * For the places with most unmet needs: the hubs and themes that cover region and article, and the
 * number of activities that the actor sees there.
 */
export async function programmesForUnmet(
  actor: Actor,
  picture: UnmetOverview,
  max = 10,
): Promise<UnmetProgrammes[]> {
  const places = mostUnmet(picture, max).filter(({ article }) => article !== 'general');
  if (places.length === 0) return [];
  const hubs = (await listHubs(actor)).filter(
    ({ endedOn }) => endedOn === null || endedOn > today(),
  );
  // The count is that of the list that it leads to.
  const activities: number[] = [];
  for (const { region, article } of places) {
    const open = await activityPage(actor, { status: openStatus, region, article }, 1);
    activities.push(open.total);
  }
  return places.map((place, at) => ({
    ...place,
    activities: activities[at]!,
    themes: themes.filter(
      (theme) => theme !== 'hubs-and-platforms' && coversArticle([theme], place.article),
    ),
    hubs: hubs
      .filter((hub) => inRegion(hub, place.region) && coversArticle(hub.themes, place.article))
      .map(({ id, name, language }) => ({ id, name, language })),
  }));
}

type ApiResult = Readonly<
  | { kind: 'closed' }
  | { kind: 'invalid'; faults: readonly ParameterFault[] }
  | { kind: 'same'; tag: string }
  | { kind: 'found'; tag: string; body: string }
>;

/**
 * The response of `GET /api/v1/unmet`, with the same parameters, facts and rules as the summary.
 */
export async function unmetApiResult(
  actor: Actor,
  query: URLSearchParams,
  knownTags: readonly string[],
): Promise<ApiResult> {
  if (actor.role === 'public' && !environment().open) return { kind: 'closed' };
  const { sent, faults } = collectParameters(query);
  const day = today();
  const latest = await latestSeenRevision(actor);
  const { revision: asked, faults: revisionFaults } = parseRevision(sent, latest);
  const vocabulary = parseVocabularyDate(sent, day);
  const { facts } = await seenFacts(actor, asked, vocabulary.date);
  const revision = seenRevisionAt(actor, facts.revision);
  const { revision: _asked, ...narrowing } = sent;
  const { parameters, faults: parameterFaults } = parseParameters(
    sent,
    vocabularyForQuery(facts, sent),
    day,
  );
  const allFaults = [...faults, ...revisionFaults, ...vocabulary.faults, ...parameterFaults];
  if (allFaults.length > 0) return { kind: 'invalid', faults: allFaults };
  const tag = entityTagOf(
    'unmet',
    revision,
    lastWithdrawalFor(actor),
    day,
    Object.entries(narrowing).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    scopeKey(actor),
  );
  if (knownTags.includes(tag)) return { kind: 'same', tag };
  const filter = filterFor(actor, parameters, day);
  const { totals, statuses, claims } = count(facts, filter);
  const { cells, first, since } = unmetOverview(
    facts,
    filter,
    dateToNumber(parameters.cutoff ?? day),
  );
  const { cutoff, cycle, chapters } = parameters;
  return {
    kind: 'found',
    tag,
    body: JSON.stringify({
      cutoff,
      cycle,
      chapter: chapters.join(','),
      revision,
      needs: totals.needs,
      statuses,
      claims,
      cells,
      unmetFirstPriority: first,
      unmetFor: since,
    }),
  };
}
