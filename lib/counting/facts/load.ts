import 'server-only';
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { read } from '#db/client';
import {
  change,
  need,
  needVersion,
  register,
  review,
  reviewVersion,
  subcategory,
  tag,
  topic,
  type,
} from '#db/schema';
import type { Category } from '#lib/convention/categories';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import { dateToNumber } from '#lib/text/dates';
import { assistanceByNeed, needsAffected, type AssistanceSoFar } from '#lib/needs/fulfilment/load';
import { noAssistance } from '#lib/needs/fulfilment/status';
import { batches } from '#lib/base/batches';
import { globalSingleton } from '#lib/base/global-singleton';
import { createPause } from '#lib/base/pause';
import { historyUpdate } from '#lib/counting/facts/load-history';
import { VisibleHistory } from '#lib/counting/facts/visible-history';
import {
  Facts,
  type CountedVocabulary,
  type NeedFacts,
  type ReviewFacts,
} from '#lib/counting/facts/facts';

/** Returns the reviews as of a revision. */
async function reviewsAt(revision: number, condition?: SQL): Promise<ReviewFacts[]> {
  const rows = await read()
    .select({
      id: review.id,
      stateId: review.stateId,
      cycle: review.cycle,
      region: reviewVersion.region,
      completedOn: reviewVersion.completedOn,
      publishedOn: reviewVersion.publishedOn,
    })
    .from(reviewVersion)
    .innerJoin(review, eq(review.id, reviewVersion.reviewId))
    .where(
      and(
        lte(reviewVersion.fromSeq, revision),
        or(isNull(reviewVersion.toSeq), gt(reviewVersion.toSeq, revision)),
        condition,
      ),
    );
  return rows.map(({ cycle, completedOn, publishedOn, ...row }) => ({
    ...row,
    cycle: cycle as Cycle,
    completedOn: completedOn ? dateToNumber(completedOn) : 0,
    publishedOn: publishedOn ? dateToNumber(publishedOn) : 0,
  }));
}

type CountedNeed = NeedFacts & Readonly<{ version: string }>;

/** Returns the needs that counted at a revision, each with the version that counted. */
async function needsAt(revision: number, condition?: SQL, most = 2000): Promise<CountedNeed[]> {
  const rows = await read()
    .select({
      version: needVersion.id,
      id: needVersion.needId,
      reviewId: need.reviewId,
      chapter: needVersion.chapter,
      provision: needVersion.provision,
      category: needVersion.category,
      subcategory: needVersion.subcategory,
      types: needVersion.types,
      tags: needVersion.tags,
      topics: needVersion.topics,
      targetGroups: needVersion.targetGroups,
      priority: needVersion.priority,
    })
    .from(needVersion)
    .innerJoin(need, eq(need.id, needVersion.needId))
    .where(
      and(
        isNotNull(needVersion.countedFromSeq),
        lte(needVersion.countedFromSeq, revision),
        or(isNull(needVersion.countedToSeq), gt(needVersion.countedToSeq, revision)),
        condition,
      ),
    )
    .orderBy(asc(needVersion.id))
    .limit(most);
  return rows.map((row) => ({
    ...row,
    chapter: row.chapter as Chapter,
    category: row.category as Category,
  }));
}

/** Returns the codes in force at a revision, in their order. */
export async function vocabularyAt(revision: number): Promise<CountedVocabulary> {
  const inForce = (table: typeof subcategory | typeof type | typeof tag | typeof topic) =>
    and(lte(table.fromSeq, revision), or(isNull(table.toSeq), gt(table.toSeq, revision)));
  const codes = async (table: typeof type | typeof tag | typeof topic) =>
    (
      await read()
        .select({ code: table.code })
        .from(table)
        .where(inForce(table))
        .orderBy(asc(table.position), asc(table.id))
    ).map(({ code }) => code);
  const subcategories = await read()
    .select({ code: subcategory.code, category: subcategory.category })
    .from(subcategory)
    .where(inForce(subcategory))
    .orderBy(asc(subcategory.position), asc(subcategory.id));
  return {
    subcategories,
    types: await codes(type),
    tags: await codes(tag),
    topics: await codes(topic),
  };
}

/** Returns the number of the last change; one look-up by key. */
export const currentRevision = async () =>
  (await read().select({ revision: register.revision }).from(register).where(eq(register.id, 1)))[0]
    ?.revision ?? 0;

const pageSize = 1000;

/** Puts all needs of a revision, page by page, so that other requests are served in between. */
async function putNeedsAt(
  facts: Facts,
  revision: number,
  assistance: ReadonlyMap<string, AssistanceSoFar>,
) {
  const pause = createPause();
  for (let last = ''; ; await pause.rest()) {
    const page = await needsAt(revision, gt(needVersion.id, last), pageSize);
    for (const found of page)
      facts.putNeed({ ...found, assistance: assistance.get(found.id) ?? noAssistance });
    if (page.length < pageSize) return;
    last = page.at(-1)!.version;
  }
}

/** Loads the facts of a revision from the database. */
export async function loadFacts(revision: number): Promise<Facts> {
  return (await loadWithAssistance(revision)).facts;
}

async function loadWithAssistance(revision: number) {
  const facts = new Facts();
  facts.vocabulary = await vocabularyAt(revision);
  for (const found of await reviewsAt(revision)) facts.putReview(found);
  const assistance = await assistanceByNeed(revision);
  await putNeedsAt(facts, revision, assistance);
  facts.revision = revision;
  return { facts, assistance };
}

/** What changed since a revision, by kind, as far as counting reads it. */
async function changesSince(since: number, revision: number) {
  const changed = await read()
    .selectDistinct({ entity: change.entity, id: change.entityId })
    .from(change)
    .where(
      and(
        gt(change.seq, since),
        lte(change.seq, revision),
        inArray(change.entity, ['need', 'review', 'vocabulary', 'match', 'assistance', 'answer']),
      ),
    );
  const idsOf = (entity: string) =>
    changed.filter((row) => row.entity === entity).map(({ id }) => id);
  return {
    reviews: idsOf('review'),
    needs: idsOf('need'),
    answers: idsOf('answer'),
    activities: idsOf('assistance'),
    matches: idsOf('match'),
    vocabulary: idsOf('vocabulary').length > 0,
  };
}

async function reviewsOf(ids: readonly string[], revision: number): Promise<ReviewFacts[]> {
  const found = await Promise.all(
    batches(ids).map((batch) => reviewsAt(revision, inArray(review.id, batch))),
  );
  return found.flat();
}

/** Returns which of these needs count at a revision, in batches that let others have a turn. */
async function needsOf(ids: readonly string[], revision: number): Promise<CountedNeed[]> {
  const pause = createPause();
  const found: CountedNeed[] = [];
  for (const batch of batches(ids)) {
    found.push(...(await needsAt(revision, inArray(needVersion.needId, batch))));
    if (pause.isDue()) await pause.rest();
  }
  return found;
}

/** Updates facts and history to a revision with the changes since theirs. */
async function applyChanges({ facts, history }: Counted, revision: number) {
  const changed = await changesSince(facts.revision, revision);
  const reviews = await reviewsOf(changed.reviews, revision);
  const needs = await needsOf(changed.needs, revision);
  const vocabulary = changed.vocabulary ? await vocabularyAt(revision) : facts.vocabulary;
  const affected = await needsAffected(changed);
  const concerned = [...new Set([...affected, ...changed.needs])];
  const assistance = await assistanceByNeed(revision, concerned);
  const updateHistory = await historyUpdate(revision, assistance, { ...changed, needs: concerned });
  // All updates follow the last read, so that nobody counts a state in between.
  for (const found of reviews) facts.putReview(found);
  const counted = new Set(needs.map(({ id }) => id));
  for (const id of changed.needs) if (!counted.has(id)) facts.dropNeed(id);
  for (const each of needs) facts.putNeed({ ...each, assistance: assistance.get(each.id) });
  for (const id of affected) facts.putAssistance(id, assistance.get(id) ?? noAssistance);
  facts.vocabulary = vocabulary;
  facts.revision = revision;
  updateHistory(history);
}

async function loadCounted(revision: number): Promise<Counted> {
  const history = new VisibleHistory();
  const { facts, assistance } = await loadWithAssistance(revision);
  (await historyUpdate(revision, assistance))(history);
  return { facts, history };
}

/** The facts of the present, and at which revisions they changed for whom. */
type Counted = Readonly<{ facts: Facts; history: VisibleHistory }>;
type FactsCache = { facts: Counted | null; refresh: Promise<Counted> | null };
const factsCache = () =>
  globalSingleton<FactsCache>('facts', () => ({ facts: null, refresh: null }));

async function refreshFacts(): Promise<Counted> {
  const cache = factsCache();
  const revision = await currentRevision();
  if (!cache.facts) cache.facts = await loadCounted(revision);
  else if (cache.facts.facts.revision < revision) await applyChanges(cache.facts, revision);
  return cache.facts;
}

/**
 * Returns the current facts, whichever process made the last change. Each caller's look-up of the
 * revision begins after the call, so that no acknowledged change is missed.
 */
export async function currentFacts(): Promise<Facts> {
  const cache = factsCache();
  while (cache.refresh) await cache.refresh.catch(() => undefined);
  cache.refresh = refreshFacts().finally(() => {
    cache.refresh = null;
  });
  return (await cache.refresh).facts;
}

/** How many needs are in memory, and as of which revision. */
export function factsInMemory(): Readonly<{ size: number; revision: number }> {
  const { size = 0, revision = 0 } = factsCache().facts?.facts ?? {};
  return { size, revision };
}

/** The history of the present as it was last read; empty before the facts were first asked for. */
export const historyAsRead = (): VisibleHistory =>
  factsCache().facts?.history ?? new VisibleHistory();

/** Returns the history up to the present revision. */
export async function currentHistory(): Promise<VisibleHistory> {
  const known = factsCache().facts;
  // Most requests come without a change, and need not wait for each other.
  if (!known || known.facts.revision < (await currentRevision())) await currentFacts();
  return historyAsRead();
}

const maximumPast = 4;

type PastFacts = Readonly<{
  kept: LRUCache<number, Promise<Facts>>;
  /** Ends when the last rebuilding that was asked for ends. */
  queue: { last: Promise<unknown> };
}>;

/**
 * Returns the facts of a past revision, which never change. The last few are cached. They are
 * rebuilt one after the other, each once for all that ask for it, so that questions about many
 * revisions hold nobody else.
 */
export async function pastFacts(revision: number): Promise<Facts> {
  const { kept, queue } = globalSingleton<PastFacts>('past-facts', () => ({
    kept: new LRUCache({ max: maximumPast }),
    queue: { last: Promise.resolve() },
  }));
  const known = kept.get(revision);
  if (known) return known;
  const facts = queue.last.then(() => loadFacts(revision));
  kept.set(revision, facts);
  queue.last = facts.catch(() => kept.delete(revision));
  return facts;
}
