import 'server-only';
import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client';
import { need, needArticle, review, state } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { reviewKey, type RegisterLookup } from '#lib/needs/imports/pipeline/register-lookup';
import type { NeedContent } from '#lib/needs/model/schema';
import { vocabularyCodes } from '#lib/needs/model/schema';
import { vocabulary } from '#lib/needs/store/queries';
import { refKey } from '#lib/needs/model/source-ref';
import { isPublished } from '#lib/needs/model/scope';
import type { Status } from '#lib/needs/model/vocabulary';
import { visibleReviews } from '#lib/needs/reviews/scope';

/** Loads the vocabulary, States and reviews of the register. */
export async function loadRegisterLookup(
  actor: Actor,
  from: Reader | Writer,
): Promise<RegisterLookup> {
  const codes = vocabularyCodes(await vocabulary(actor, from));
  const states = await from
    .select({ id: state.id, code: state.code, region: state.region })
    .from(state);
  const reviews = await from
    .select({
      code: state.code,
      cycle: review.cycle,
      id: review.id,
      version: review.version,
      symbol: review.symbol,
      lastNumber: review.numbered,
      completedOn: review.completedOn,
      publishedOn: review.publishedOn,
      closedAt: review.closedAt,
    })
    .from(review)
    .innerJoin(state, eq(state.id, review.stateId))
    .where(visibleReviews(actor));
  const [imported] = await from
    .select({ id: need.id })
    .from(need)
    .where(isNotNull(need.sourceRef))
    .limit(1);
  return {
    codes,
    states: new Map(states.map(({ code, ...entry }) => [code, entry])),
    reviews: new Map(
      reviews.map(({ code, cycle, closedAt, ...entry }) => [
        reviewKey(code, cycle),
        { ...entry, closed: closedAt !== null, isNumberChanged: false },
      ]),
    ),
    hasImportedNeeds: imported !== undefined,
  };
}

/** Returns how many of the summaries that the actor sees are published now. */
export async function publishedSummaries(actor: Actor, from: Reader | Writer): Promise<number> {
  const [counted] = await from
    .select({ summaries: sql`count(*)`.mapWith(Number) })
    .from(review)
    .where(and(visibleReviews(actor), isPublished()));
  return counted!.summaries;
}

/** A need of the register that an earlier import wrote. */
export type ImportedNeed = Readonly<{
  id: string;
  sourceRef: string;
  /** The State and cycle of its review, by `reviewKey`. */
  review: string;
  reference: string | null;
  status: Status;
  version: number;
  countedVersion: number | null;
  content: NeedContent;
}>;

const needColumns = {
  id: need.id,
  sourceRef: need.sourceRef,
  stateCode: state.code,
  cycle: review.cycle,
  reference: need.reference,
  status: need.status,
  version: need.version,
  countedVersion: need.countedVersion,
  chapter: need.chapter,
  general: need.general,
  category: need.category,
  subcategory: need.subcategory,
  topics: need.topics,
  types: need.types,
  tags: need.tags,
  targetGroups: need.targetGroups,
  priority: need.priority,
  text: need.text,
  language: need.language,
  quote: need.quote,
  paragraph: need.paragraph,
  page: need.page,
};

/** Imported needs by the key of their ref; refs of earlier releases may share one. */
export type ImportedNeeds = ReadonlyMap<string, readonly ImportedNeed[]>;

/** Returns the articles of these needs, in their order, by the id of the need. */
async function articlesByNeed(
  from: Reader | Writer,
  needIds: readonly string[],
): Promise<Map<string, number[]>> {
  if (needIds.length === 0) return new Map();
  const rows = await from
    .select()
    .from(needArticle)
    .where(inArray(needArticle.needId, [...needIds]));
  const byNeed = new Map<string, number[]>();
  for (const { needId, article } of rows)
    byNeed.set(needId, [...(byNeed.get(needId) ?? []), article]);
  for (const articles of byNeed.values()) articles.sort((a, b) => a - b);
  return byNeed;
}

/** Returns the needs of the register with these refs, however they are written. */
export async function importedNeeds(
  _actor: Actor,
  from: Reader | Writer,
  refs: readonly string[],
): Promise<ImportedNeeds> {
  const rows = await from
    .select(needColumns)
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(state, eq(state.id, review.stateId))
    // Only the secretariat imports. It finds the refs of discarded drafts too: no ref is used twice.
    .where(or(inArray(need.sourceRefFolded, refs.map(refKey)), inArray(need.sourceRef, [...refs])));
  const articles = await articlesByNeed(
    from,
    rows.map(({ id }) => id),
  );
  return Map.groupBy(
    rows.map((row): ImportedNeed => {
      const {
        id,
        sourceRef,
        stateCode,
        cycle,
        reference,
        status,
        version,
        countedVersion,
        ...content
      } = row;
      return {
        id,
        sourceRef: sourceRef!,
        review: reviewKey(stateCode, cycle),
        reference,
        status,
        version,
        countedVersion,
        content: { ...content, articles: articles.get(id) ?? [] },
      };
    }),
    ({ sourceRef }) => refKey(sourceRef),
  );
}
