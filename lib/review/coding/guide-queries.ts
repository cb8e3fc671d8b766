import 'server-only';
import { and, asc, eq, isNull, not } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { need, review } from '#db/schema';
import { codingSettlement, guideExample, sampledNeed } from '#db/schema/coding';
import { isCodedBlind } from '#lib/needs/model/blind-sql';
import type { Actor } from '#lib/base/actor';
import type { Category } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';

export type GuideExampleView = Readonly<{
  id: string;
  settlementId: string;
  category: Category;
  subcategory: string | null;
  text: string;
  language: Locale;
  shown: boolean;
}>;

const columns = {
  id: guideExample.id,
  settlementId: guideExample.settlementId,
  category: guideExample.category,
  subcategory: guideExample.subcategory,
  text: guideExample.text,
  language: guideExample.language,
  toSeq: guideExample.toSeq,
};
const toExampleView = ({
  toSeq,
  ...row
}: Omit<GuideExampleView, 'shown'> & { toSeq: number | null }): GuideExampleView => ({
  ...row,
  shown: toSeq === null,
});

/**
 * The examples in the coding guide beside its own; everybody may read them, but for needs that they
 * still have to code themselves.
 */
export const listGuideExamples = async (actor: Actor): Promise<GuideExampleView[]> =>
  (
    await read()
      .select(columns)
      .from(guideExample)
      .innerJoin(codingSettlement, eq(codingSettlement.id, guideExample.settlementId))
      .innerJoin(sampledNeed, eq(sampledNeed.id, codingSettlement.sampledNeedId))
      .innerJoin(need, eq(need.id, sampledNeed.needId))
      .innerJoin(review, eq(review.id, need.reviewId))
      .where(and(isNull(guideExample.toSeq), not(isCodedBlind(actor))))
      .orderBy(asc(guideExample.fromSeq), asc(guideExample.id))
      .limit(500)
  ).map(toExampleView);

/** An example by id, even if it is no longer in the guide. */
export async function guideExampleById(
  _actor: Actor,
  id: string,
  from: Reader | Writer = read(),
): Promise<GuideExampleView | undefined> {
  const [row] = await from.select(columns).from(guideExample).where(eq(guideExample.id, id));
  return row && toExampleView(row);
}
