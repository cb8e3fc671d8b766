import 'server-only';
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { need, needVersion } from '#db/schema';
import { codingSettlement, sampledNeed, secondCoding } from '#db/schema/coding';
import type { Actor } from '#lib/base/actor';
import { differingVariables } from '#lib/review/coding/agreement';
import { finishedCoding, firstCoding } from '#lib/review/coding/codings';
import { reviewById } from '#lib/needs/reviews/queries';

/**
 * Progress of the second codings of a review: needs coded a second time, how many agree in
 * category, and differences not settled yet.
 */
export type SecondCodingProgress = Readonly<{
  coded: number;
  sameCategory: number;
  toSettle: number;
}>;

/** The second codings of a review that are made, each with the version that was coded. */
const codedNeeds = (reviewId: string, connection: Reader | Writer) =>
  connection
    .select({
      id: sampledNeed.id,
      second: secondCoding,
      version: {
        provision: needVersion.provision,
        general: needVersion.general,
        category: needVersion.category,
        subcategory: needVersion.subcategory,
        tags: needVersion.tags,
      },
    })
    .from(need)
    .innerJoin(sampledNeed, eq(sampledNeed.needId, need.id))
    .innerJoin(secondCoding, eq(secondCoding.sampledNeedId, sampledNeed.id))
    .innerJoin(
      needVersion,
      and(eq(needVersion.needId, need.id), eq(needVersion.version, sampledNeed.version)),
    )
    .where(and(eq(need.reviewId, reviewId), isNotNull(secondCoding.codedAt)))
    .orderBy(asc(sampledNeed.id))
    .limit(2000);

async function settledAmong(
  ids: readonly string[],
  connection: Reader | Writer,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await connection
    .select({ id: codingSettlement.sampledNeedId })
    .from(codingSettlement)
    .where(inArray(codingSettlement.sampledNeedId, [...ids]));
  return new Set(rows.map(({ id }) => id));
}

/**
 * Undefined if the actor does not see the review, or is a focal point or contributor, whose own
 * coding it is about.
 */
export async function secondCodingProgress(
  actor: Actor,
  reviewId: string,
  connection: Reader | Writer = read(),
): Promise<SecondCodingProgress | undefined> {
  if (
    actor.role === 'focal-point' ||
    actor.role === 'contributor' ||
    !(await reviewById(actor, reviewId, connection))
  )
    return undefined;
  const rows = await codedNeeds(reviewId, connection);
  const byNeed = [...Map.groupBy(rows, ({ id }) => id)];
  const settled = await settledAmong(
    byNeed.map(([id]) => id),
    connection,
  );
  const compared = byNeed.map(([id, codings]) => ({
    id,
    differs: codings.flatMap(({ version, second }) =>
      differingVariables(firstCoding(version), finishedCoding(second)!),
    ),
  }));
  return {
    coded: byNeed.length,
    sameCategory: compared.filter(({ differs }) => !differs.includes('category')).length,
    toSettle: compared.filter(({ id, differs }) => differs.length > 0 && !settled.has(id)).length,
  };
}
