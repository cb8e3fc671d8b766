import 'server-only';
import { LRUCache } from 'lru-cache';
import type { Actor } from '#lib/base/actor';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';
import { dateToNumber, today } from '#lib/text/dates';
import { environment } from '#lib/base/env';
import { entityTagOf } from '#lib/http/entity-tag';
import { globalSingleton } from '#lib/base/global-singleton';
import { summaryResponse } from '#lib/counting/summaries/api-response';
import { count } from '#lib/counting/count/count';
import type { Facts } from '#lib/counting/facts/facts';
import type { ParameterFault } from '#lib/counting/filter/parameter-faults';
import { noFilter, type Filter } from '#lib/counting/filter/filter';
import { currentFacts } from '#lib/counting/facts/load';
import {
  countsFor,
  countsIfPublished,
  lastWithdrawalFor,
  latestSeenRevision,
  seenFacts,
  seenRevisionAt,
} from '#lib/counting/facts/revisions';
import type { Count } from '#lib/counting/count/count-types';
import {
  parseParameters,
  parseRevision,
  collectParameters,
  parseVocabularyDate,
  type QueryParameters,
} from '#lib/counting/filter/parameters';
import { scopeKey } from '#lib/counting/facts/scope';
import { vocabularyForQuery } from '#lib/counting/filter/retired-terms';

export type CountOptions = Readonly<{
  cycle: Cycle;
  chapters: readonly Chapter[];
  cutoff: string | null;
  regions: readonly Region[];
  vocabulary?: string | null;
}>;

/** Returns the filter of these parameters within the actor's scope. */
export function filterFor(
  actor: Actor,
  { cutoff, from, publishedOnly = false, ...filter }: QueryParameters,
  day: string,
): Filter {
  const now = dateToNumber(day);
  return {
    ...filter,
    cutoff: Math.min(now, cutoff ? dateToNumber(cutoff) : now),
    since: from ? dateToNumber(from) : 0,
    sees: publishedOnly ? countsIfPublished(day) : countsFor(actor, day),
  };
}

/** Counts the present facts, with the revision of the last change that the actor sees. */
const countFor = (actor: Actor, facts: Facts, options: QueryParameters, day: string): Count => ({
  ...count(facts, filterFor(actor, options, day)),
  revision: seenRevisionAt(actor, facts.revision),
});

/** Counts the approved needs of completed summaries within the actor's scope. */
export async function countForOptions(
  actor: Actor,
  { vocabulary = null, ...options }: CountOptions,
): Promise<Count> {
  const { facts } = await seenFacts(actor, null, vocabulary);
  return countFor(actor, facts, { ...noFilter, from: null, ...options }, today());
}

type SummaryResult = Readonly<
  | { kind: 'closed' }
  | { kind: 'invalid'; faults: readonly ParameterFault[] }
  | { kind: 'same'; tag: string }
  | { kind: 'found'; tag: string; body: string }
>;

/**
 * Cached responses by entity tag. The tag covers everything on which a response depends, so none
 * can be out of date. A response has some 30 kB.
 */
const responseCache = () =>
  globalSingleton('summary-answers', () => new LRUCache<string, string>({ max: maximumCached }));
const maximumCached = 300;

/**
 * Returns the response of the summary API. Nothing is counted where the reader already has it
 * (`readerTags`, from If-None-Match) or it is in the cache.
 */
export async function summaryDocument(
  actor: Actor,
  query: URLSearchParams,
  readerTags: readonly string[],
): Promise<SummaryResult> {
  if (actor.role === 'public' && !environment().open) return { kind: 'closed' };
  const { sent, faults } = collectParameters(query);
  // At midnight a summary may begin to count without a change in the register.
  const day = today();
  const latest = await latestSeenRevision(actor);
  const pinned = parseRevision(sent, latest);
  const { revision: _asked, ...narrowing } = sent;
  // The answer at any revision is that at the last change before it which the reader sees.
  const tagAt = (revision: number) =>
    entityTagOf(
      seenRevisionAt(actor, revision),
      lastWithdrawalFor(actor),
      day,
      Object.entries(narrowing).sort(),
      scopeKey(actor),
    );
  if (faults.length === 0 && pinned.faults.length === 0) {
    const tag = tagAt(pinned.revision ?? latest);
    // Only an earlier response can have this tag, so the parameters are valid.
    if (readerTags.includes(tag)) return { kind: 'same', tag };
    const body = responseCache().get(tag);
    if (body !== undefined) return { kind: 'found', tag, body };
  }
  const vocabularyDate = parseVocabularyDate(sent, day);
  const { facts } = await seenFacts(actor, pinned.revision, vocabularyDate.date);
  const parsed = parseParameters(sent, vocabularyForQuery(facts, sent), day);
  const allFaults = [...faults, ...pinned.faults, ...vocabularyDate.faults, ...parsed.faults];
  if (allFaults.length > 0) return { kind: 'invalid', faults: allFaults };
  const counted = countFor(actor, facts, parsed.parameters, day);
  const tag = tagAt(counted.revision);
  const body = JSON.stringify(summaryResponse(parsed.parameters, counted));
  responseCache().set(tag, body);
  return { kind: 'found', tag, body };
}

/**
 * Returns a function that counts within the actor's scope, for numbers shown together, each with a
 * filter of its own. The counts are of one revision as long as nothing is awaited in between.
 */
export async function createCounter(
  actor: Actor,
): Promise<Readonly<{ count: (options: QueryParameters) => Count }>> {
  const facts = await currentFacts();
  const day = today();
  return { count: (options) => countFor(actor, facts, options, day) };
}
