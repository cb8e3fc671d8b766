import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { need, needArticle, needVersion, review } from '#db/schema';
import { Refusal } from '#lib/base/errors';
import { folded } from '#lib/text/folding';
import { provisionKey } from '#lib/convention/provision';
import type { NeedContent } from '#lib/needs/model/schema';
import type { Status, Verb } from '#lib/needs/model/vocabulary';

export type Written = Readonly<{
  needId: string;
  version: number;
  verb: Verb | 'enter';
  status: Status;
  content: NeedContent;
  actorId: string;
  reason?: string | null;
  reopened?: readonly string[] | null;
  /** The earlier version whose content this one takes up again. */
  takenUp?: number;
}>;

/** The words by which a need is searched, besides its reference. */
export const searchText = ({ text, quote }: Pick<NeedContent, 'text' | 'quote'>) =>
  folded(`${text ?? ''} ${quote ?? ''}`);

/** What a row says of a need, but the articles, which stand in rows of their own. */
export const contentIn = (need: Omit<NeedContent, 'articles'>): Omit<NeedContent, 'articles'> => ({
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
});

/**
 * The columns that hold the content, and its words for search, in the working row and in a version.
 */
export const contentColumns = (need: NeedContent) => ({
  ...contentIn(need),
  searchText: searchText(need),
});

export async function replaceArticles(tx: Writer, needId: string, articles: readonly number[]) {
  await tx.delete(needArticle).where(eq(needArticle.needId, needId));
  if (articles.length > 0)
    await tx.insert(needArticle).values(articles.map((article) => ({ needId, article })));
}

/**
 * A review that was closed for counting refuses every change. Asked after the log row was written,
 * which lets no closing come in between.
 */
async function refuseClosed(tx: Writer, needId: string) {
  const [found] = await tx
    .select({ closedAt: review.closedAt })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(eq(need.id, needId));
  if (found?.closedAt) throw new Refusal({ kind: 'conflict', why: 'closed' });
}

/**
 * Writes the log row and the version that it made, and ends the version before it. An approved
 * version takes over the counting, and a withdrawn one ends it.
 */
export async function writeVersion(
  tx: Writer,
  {
    needId,
    version,
    verb,
    status,
    content,
    actorId,
    reason = null,
    reopened = null,
    takenUp,
  }: Written,
): Promise<number> {
  const provision = provisionKey(content.articles, content.general);
  const seq = await recordChange(tx, {
    actorId,
    verb,
    entity: 'need',
    entityId: needId,
    data: { version, status, ...(takenUp ? { takenUp } : {}) },
  });
  await tx
    .update(needVersion)
    .set({ toSeq: seq })
    .where(and(eq(needVersion.needId, needId), isNull(needVersion.toSeq)));
  await refuseClosed(tx, needId);
  if (verb === 'approve' || status === 'withdrawn') {
    await tx
      .update(needVersion)
      .set({ countedToSeq: seq })
      .where(
        and(
          eq(needVersion.needId, needId),
          isNotNull(needVersion.countedFromSeq),
          isNull(needVersion.countedToSeq),
        ),
      );
  }
  await tx.insert(needVersion).values({
    id: randomUUID(),
    needId,
    version,
    verb,
    status,
    ...contentColumns(content),
    provision,
    reason,
    reopened,
    actorId,
    at: new Date().toISOString(),
    fromSeq: seq,
    countedFromSeq: verb === 'approve' ? seq : null,
  });
  return seq;
}
