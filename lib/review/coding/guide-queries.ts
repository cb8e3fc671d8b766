import 'server-only';
import { asc, eq, isNull } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { guideExample } from '#db/schema/coding';
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

/** The examples in the coding guide beside its own; everybody may read them. */
export const listGuideExamples = async (_actor: Actor): Promise<GuideExampleView[]> =>
  (
    await read()
      .select(columns)
      .from(guideExample)
      .where(isNull(guideExample.toSeq))
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
