import 'server-only';
import { LRUCache } from 'lru-cache';
import type { Actor } from '#lib/base/actor';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';
import { dateNumber, today } from '#lib/text/dates';
import { environment } from '#lib/base/env';
import { entityTagOf } from '#lib/http/entity-tag';
import { processWide } from '#lib/base/process-wide';
import { summaryAnswer } from '#lib/counting/summaries/answer';
import { count } from '#lib/counting/summaries/count';
import type { Facts } from '#lib/counting/summaries/facts';
import type { ParameterFault } from '#lib/counting/summaries/faults';
import { noFilter, type Filter } from '#lib/counting/summaries/filter';
import { currentFacts, currentRevision, pastFacts } from '#lib/counting/summaries/load';
import type { Count } from '#lib/counting/summaries/numbers';
import {
  parametersOf,
  revisionOf,
  sentParameters,
  vocabularyOf,
  type Parameters,
} from '#lib/counting/summaries/parameters';
import { scopeOf, seesReview } from '#lib/counting/summaries/scope';
import { vocabularyFor } from '#lib/counting/summaries/still-borne';
import { factsIn, inVocabulary } from '#lib/counting/summaries/in-vocabulary';

export type Asked = Readonly<{
  cycle: Cycle;
  chapters: readonly Chapter[];
  cutoff: string | null;
  regions: readonly Region[];
  vocabulary?: string | null;
}>;

/** Returns the filter of these parameters within the actor's scope. */
export function filterFor(
  actor: Actor,
  { cutoff, from, ...filter }: Parameters,
  day: string,
): Filter {
  const now = dateNumber(day);
  return {
    ...filter,
    cutoff: Math.min(now, cutoff ? dateNumber(cutoff) : now),
    since: from ? dateNumber(from) : 0,
    sees: seesReview(actor, now, environment().open),
  };
}

const countFor = (actor: Actor, facts: Facts, options: Parameters, day: string): Count =>
  count(facts, filterFor(actor, options, day));

/** Counts the approved needs of completed summaries within the actor's scope. */
export async function summary(
  actor: Actor,
  { vocabulary = null, ...options }: Asked,
): Promise<Count> {
  return countFor(
    actor,
    await factsIn(await currentRevision(), vocabulary),
    { ...noFilter, from: null, ...options },
    today(),
  );
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
  processWide('summary-answers', () => new LRUCache<string, string>({ max: maximumCached }));
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
  const { sent, faults } = sentParameters(query);
  // At midnight a summary may begin to count without a change in the register.
  const day = today();
  const tagAt = (at: number) => entityTagOf(at, day, Object.entries(sent).sort(), scopeOf(actor));
  const latest = await currentRevision();
  const pinned = revisionOf(sent, latest);
  // The current revision named explicitly is still the current one, whose facts are in memory.
  const revision = pinned.revision === latest ? null : pinned.revision;
  if (faults.length === 0 && pinned.faults.length === 0) {
    const tag = tagAt(pinned.revision ?? latest);
    // Only an earlier response can have this tag, so the parameters are valid.
    if (readerTags.includes(tag)) return { kind: 'same', tag };
    const body = responseCache().get(tag);
    if (body !== undefined) return { kind: 'found', tag, body };
  }
  const vocabularyDate = vocabularyOf(sent, day);
  const facts = await inVocabulary(
    revision === null ? await currentFacts() : await pastFacts(revision),
    vocabularyDate.date,
  );
  const parsed = parametersOf(sent, vocabularyFor(facts, sent), day);
  const allFaults = [...faults, ...pinned.faults, ...vocabularyDate.faults, ...parsed.faults];
  if (allFaults.length > 0) return { kind: 'invalid', faults: allFaults };
  const counted = countFor(actor, facts, parsed.parameters, day);
  const tag = tagAt(counted.revision);
  const body = JSON.stringify(summaryAnswer(parsed.parameters, counted));
  responseCache().set(tag, body);
  return { kind: 'found', tag, body };
}

/**
 * Returns a function that counts within the actor's scope, for numbers shown together, each with a
 * filter of its own. The counts are of one revision as long as nothing is awaited in between.
 */
export async function counter(
  actor: Actor,
): Promise<Readonly<{ count: (options: Parameters) => Count }>> {
  const facts = await currentFacts();
  const day = today();
  return { count: (options) => countFor(actor, facts, options, day) };
}
