import 'server-only';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client';
import { need, needArticle, review, state } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { reviewKey, type Known } from '#lib/needs/imports/known';
import type { NeedContent } from '#lib/needs/model/schema';
import { codesOfVocabulary } from '#lib/needs/model/schema';
import { vocabulary } from '#lib/needs/store/queries';
import { workingNeeds } from '#lib/needs/model/scope';
import type { Status } from '#lib/needs/model/vocabulary';
import { visibleReviews } from '#lib/needs/reviews/scope';

/** The vocabulary, States and reviews of the register as they stand. */
export async function knownTo(actor: Actor, from: Reader | Writer): Promise<Known> {
  const codes = codesOfVocabulary(await vocabulary(actor, from));
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
      numbered: review.numbered,
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
    states: new Map(states.map(({ code, ...known }) => [code, known])),
    reviews: new Map(
      reviews.map(({ code, cycle, closedAt, ...known }) => [
        reviewKey(code, cycle),
        { ...known, closed: closedAt !== null, moved: false },
      ]),
    ),
    imported: imported !== undefined,
  };
}

/** A need of the register that an earlier import wrote. */
export type ImportedNeed = Readonly<{
  id: string;
  /** The State and cycle of its review, by `reviewKey`. */
  review: string;
  reference: string | null;
  status: Status;
  version: number;
  countedVersion: number | null;
  content: NeedContent;
}>;

/** The needs of the register that bear these refs, by ref. */
export async function importedNeeds(
  actor: Actor,
  from: Reader | Writer,
  refs: readonly string[],
): Promise<Map<string, ImportedNeed>> {
  const rows = await from
    .select({
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
    })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(state, eq(state.id, review.stateId))
    .where(and(inArray(need.sourceRef, [...refs]), workingNeeds(actor)));
  const articles = new Map<string, number[]>();
  if (rows.length > 0) {
    const found = await from
      .select()
      .from(needArticle)
      .where(
        inArray(
          needArticle.needId,
          rows.map(({ id }) => id),
        ),
      );
    for (const { needId, article } of found)
      articles.set(needId, [...(articles.get(needId) ?? []), article]);
  }
  return new Map(
    rows.map(
      ({
        id,
        sourceRef,
        stateCode,
        cycle,
        reference,
        status,
        version,
        countedVersion,
        ...content
      }) => [
        sourceRef!,
        {
          id,
          review: reviewKey(stateCode, cycle),
          reference,
          status,
          version,
          countedVersion,
          content: { ...content, articles: (articles.get(id) ?? []).sort((a, b) => a - b) },
        },
      ],
    ),
  );
}
