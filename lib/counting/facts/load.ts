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
import { entityTagOf } from '#lib/http/entity-tag';
import { needsAffected, assistanceByNeed } from '#lib/needs/fulfilment/load';
import { noAssistance } from '#lib/needs/fulfilment/status';
import { globalSingleton } from '#lib/base/global-singleton';
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
      publishedNow: review.publishedOn,
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
  const toNumber = (date: string | null) => (date ? dateToNumber(date) : 0);
  return rows.map(({ cycle, completedOn, publishedOn, publishedNow, ...row }) => ({
    ...row,
    cycle: cycle as Cycle,
    completedOn: toNumber(completedOn),
    publishedOn: toNumber(publishedOn),
    publishedNow: toNumber(publishedNow),
  }));
}

/** Returns the needs that counted at a revision, each with the version that counted. */
async function needsAt(revision: number, condition?: SQL): Promise<NeedFacts[]> {
  const rows = await read()
    .select({
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
    );
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

/** Loads the facts of a revision from the database. */
export async function loadFacts(revision: number): Promise<Facts> {
  const facts = new Facts();
  facts.vocabulary = await vocabularyAt(revision);
  for (const found of await reviewsAt(revision)) facts.putReview(found);
  const assistance = await assistanceByNeed(revision);
  for (const found of await needsAt(revision))
    facts.putNeed({ ...found, assistance: assistance.get(found.id) });
  facts.revision = revision;
  return facts;
}

const batchSize = 500;
const batches = (ids: readonly string[]) =>
  Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, i) =>
    ids.slice(i * batchSize, (i + 1) * batchSize),
  );

/** Updates the facts to a revision with the changes since theirs. */
async function applyChanges(facts: Facts, revision: number) {
  const changed = await read()
    .selectDistinct({ entity: change.entity, id: change.entityId })
    .from(change)
    .where(
      and(
        gt(change.seq, facts.revision),
        lte(change.seq, revision),
        inArray(change.entity, ['need', 'review', 'vocabulary', 'match', 'assistance']),
      ),
    );
  const idsOf = (entity: string) =>
    changed.filter((row) => row.entity === entity).map(({ id }) => id);
  const batchesOf = (entity: string) => batches(idsOf(entity));
  const reviews = (
    await Promise.all(
      batchesOf('review').map((batch) => reviewsAt(revision, inArray(review.id, batch))),
    )
  ).flat();
  const needs = await Promise.all(
    batchesOf('need').map(async (batch) => ({
      batch,
      found: await needsAt(revision, inArray(needVersion.needId, batch)),
    })),
  );
  const vocabulary = changed.some(({ entity }) => entity === 'vocabulary')
    ? await vocabularyAt(revision)
    : facts.vocabulary;
  const affected = await needsAffected({
    matches: idsOf('match'),
    activities: idsOf('assistance'),
  });
  const assistance = await assistanceByNeed(revision, [
    ...new Set([...affected, ...idsOf('need')]),
  ]);
  // All updates follow the last read, so that nobody counts a state in between.
  for (const found of reviews) facts.putReview(found);
  for (const { batch, found } of needs) {
    const counted = new Set(found.map(({ id }) => id));
    for (const id of batch) if (!counted.has(id)) facts.dropNeed(id);
    for (const each of found) facts.putNeed({ ...each, assistance: assistance.get(each.id) });
  }
  for (const id of affected) facts.putAssistance(id, assistance.get(id) ?? noAssistance);
  facts.vocabulary = vocabulary;
  facts.revision = revision;
}

type FactsCache = { facts: Facts | null; refresh: Promise<Facts> | null };
const factsCache = () =>
  globalSingleton<FactsCache>('facts', () => ({ facts: null, refresh: null }));

async function refreshFacts(): Promise<Facts> {
  const cache = factsCache();
  const revision = await currentRevision();
  if (!cache.facts) cache.facts = await loadFacts(revision);
  else if (cache.facts.revision < revision) await applyChanges(cache.facts, revision);
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
  return cache.refresh;
}

const maximumPast = 4;

/**
 * Returns the facts of a past revision. The last few are cached, as they never change, save which of
 * their summaries are published now.
 */
export async function pastFacts(revision: number): Promise<Facts> {
  const past = globalSingleton(
    'past-facts',
    () => new LRUCache<number, Promise<Facts>>({ max: maximumPast }),
  );
  const cached = past.get(revision) ?? loadFacts(revision);
  past.set(revision, cached);
  cached.catch(() => past.delete(revision));
  const facts = await cached;
  facts.updatePublishedNow(await currentFacts());
  return facts;
}

/**
 * Returns a key of the summaries that are published now. The public's numbers of a past revision
 * depend on it, so entity tags and caches of responses include it.
 */
export async function publicationKey(): Promise<string> {
  const { reviews, revision } = await currentFacts();
  const cache = globalSingleton('publication-key', () => ({ revision: -1, key: '' }));
  if (cache.revision === revision) return cache.key;
  const published = reviews.filter(({ publishedOn }) => publishedOn > 0);
  const key = entityTagOf(published.map(({ id, publishedOn }) => `${id} ${publishedOn}`).sort());
  Object.assign(cache, { revision, key });
  return key;
}
