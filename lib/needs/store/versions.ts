import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { insertRows } from '#db/bulk-rows';
import { ChangeBatch } from '#db/change-batch';
import type { Writer } from '#db/client';
import { need, needArticle, needVersion, review } from '#db/schema';
import { Refusal } from '#lib/base/errors';
import { foldText } from '#lib/text/folding';
import { provisionKey } from '#lib/convention/provision';
import type { NeedContent } from '#lib/needs/model/schema';
import { refKey } from '#lib/needs/model/source-ref';
import type { Status, Verb } from '#lib/needs/model/vocabulary';

/** A version of a need to be written. */
export type NewVersion = Readonly<{
  needId: string;
  /** 1 for a new need, else one more than the previous version. */
  version: number;
  verb: Verb | 'enter';
  status: Status;
  content: NeedContent;
  actorId: string;
  reason?: string | null;
  reopened?: readonly string[] | null;
  /**
   * Whether it counts from now on, in place of an earlier version; by default, if it is an
   * approval.
   */
  counts?: boolean;
  /** More data for the row of the change log, besides version and status. */
  logged?: Readonly<Record<string, unknown>>;
}>;

/** The folded text by which a need is searched, besides its reference. */
export const searchText = ({ text, quote }: Pick<NeedContent, 'text' | 'quote'>) =>
  foldText(`${text ?? ''} ${quote ?? ''}`);

/** The columns of the ref that a file gave to a need. */
export const sourceRefColumns = (sourceRef: string) => ({
  sourceRef,
  sourceRefFolded: refKey(sourceRef),
});

/** The content in a row, without the articles, which are in a table of their own. */
export const contentFields = (
  need: Omit<NeedContent, 'articles'>,
): Omit<NeedContent, 'articles'> => ({
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

/** The columns of the content and its search text, in the working row and in a version. */
export const contentColumns = (need: NeedContent) => ({
  ...contentFields(need),
  searchText: searchText(need),
});

export async function replaceArticles(tx: Writer, needId: string, articles: readonly number[]) {
  await tx.delete(needArticle).where(eq(needArticle.needId, needId));
  if (articles.length > 0)
    await tx.insert(needArticle).values(articles.map((article) => ({ needId, article })));
}

/**
 * Refuses every change in a review that is closed for counting. It runs while the change log is
 * locked, so that no closing can come in between.
 */
async function refuseClosed(tx: Writer, needIds: readonly string[]) {
  const [closed] = await tx
    .select({ id: review.id })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(and(inArray(need.id, [...needIds]), isNotNull(review.closedAt)))
    .limit(1);
  if (closed) throw new Refusal({ kind: 'conflict', why: 'closed' });
}

const laterVersion = sql`select later.from_seq from ${needVersion} as later where later.need_id = ${needVersion}.need_id`;

/** Ends the previous version of each of these needs where the newest one begins. */
async function endVersionsBefore(tx: Writer, needIds: readonly string[]) {
  if (needIds.length === 0) return;
  await tx
    .update(needVersion)
    .set({ toSeq: sql`(${laterVersion} and later.version = ${needVersion}.version + 1)` })
    .where(
      and(
        inArray(needVersion.needId, [...needIds]),
        isNull(needVersion.toSeq),
        sql`exists (${laterVersion} and later.version > ${needVersion}.version)`,
      ),
    );
}

/** Ends the counting of the version of these needs that counted before the newest one. */
async function endCountingBefore(tx: Writer, needIds: readonly string[]) {
  if (needIds.length === 0) return;
  await tx
    .update(needVersion)
    .set({ countedToSeq: sql`(${laterVersion} and later.to_seq is null)` })
    .where(
      and(
        inArray(needVersion.needId, [...needIds]),
        isNotNull(needVersion.toSeq),
        isNotNull(needVersion.countedFromSeq),
        isNull(needVersion.countedToSeq),
      ),
    );
}

/**
 * Writes versions of needs, at most one per need, with their rows of the change log, and ends the
 * previous versions. A version that counts replaces the one that counted, and a withdrawal ends the
 * counting. The working rows must exist. Returns the revisions, in the order of the rows.
 */
export async function writeVersions(
  tx: Writer,
  log: ChangeBatch,
  rows: readonly NewVersion[],
): Promise<readonly number[]> {
  if (rows.length === 0) return [];
  const at = new Date().toISOString();
  const written = rows.map((row) => {
    const { needId, version, verb, status, content, logged: noted } = row;
    const seq = log.add(verb, 'need', needId, { version, status, ...noted });
    const counts = row.counts ?? verb === 'approve';
    const values: typeof needVersion.$inferInsert = {
      id: randomUUID(),
      needId,
      version,
      verb,
      status,
      ...contentColumns(content),
      provision: provisionKey(content.articles, content.general),
      reason: row.reason ?? null,
      reopened: row.reopened ?? null,
      actorId: row.actorId,
      at,
      fromSeq: seq,
      countedFromSeq: counts ? seq : null,
    };
    return { seq, needId, version, endsCounting: counts || status === 'withdrawn', values };
  });
  const changed = written.filter(({ version }) => version > 1);

  await refuseClosed(
    tx,
    written.map(({ needId }) => needId),
  );
  await insertRows(
    tx,
    needVersion,
    written.map(({ values }) => values),
  );
  await endVersionsBefore(
    tx,
    changed.map(({ needId }) => needId),
  );
  await endCountingBefore(
    tx,
    changed.filter(({ endsCounting }) => endsCounting).map(({ needId }) => needId),
  );
  return written.map(({ seq }) => seq);
}

/** Writes one version with its row of the change log, and returns its revision. */
export async function writeVersion(tx: Writer, row: NewVersion): Promise<number> {
  const log = await ChangeBatch.open(tx, row.actorId);
  const [seq] = await writeVersions(tx, log, [row]);
  return seq!;
}
