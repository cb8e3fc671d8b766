import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { insertRows } from '#db/bulk-rows';
import { ChangeBatch } from '#db/change-batch';
import type { Writer } from '#db/client';
import { need, needArticle, needVersion, review } from '#db/schema';
import { Refusal } from '#lib/base/errors';
import { folded } from '#lib/text/folding';
import { provisionKey } from '#lib/convention/provision';
import type { NeedContent } from '#lib/needs/model/schema';
import type { Status, Verb } from '#lib/needs/model/vocabulary';

/** A version of a need that is to be written. */
export type Written = Readonly<{
  needId: string;
  /** 1 for a need that is new, else one more than the version before it. */
  version: number;
  verb: Verb | 'enter';
  status: Status;
  content: NeedContent;
  actorId: string;
  reason?: string | null;
  reopened?: readonly string[] | null;
  /** Whether it is counted from now on, in place of an earlier one; if not said, by its approval. */
  counts?: boolean;
  /** What the row of the log says besides the version and its status. */
  noted?: Readonly<Record<string, unknown>>;
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
 * A review that was closed for counting refuses every change. Asked while the log is held, which
 * lets no closing come in between.
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

const later = sql`select later.from_seq from ${needVersion} as later where later.need_id = ${needVersion}.need_id`;

/** Ends the version before each of these needs' newest one, which begins where that ends. */
async function endVersionsBefore(tx: Writer, needIds: readonly string[]) {
  if (needIds.length === 0) return;
  await tx
    .update(needVersion)
    .set({ toSeq: sql`(${later} and later.version = ${needVersion}.version + 1)` })
    .where(
      and(
        inArray(needVersion.needId, [...needIds]),
        isNull(needVersion.toSeq),
        sql`exists (${later} and later.version > ${needVersion}.version)`,
      ),
    );
}

/** Ends the counting of whichever version of these needs counted before their newest one. */
async function endCountingBefore(tx: Writer, needIds: readonly string[]) {
  if (needIds.length === 0) return;
  await tx
    .update(needVersion)
    .set({ countedToSeq: sql`(${later} and later.to_seq is null)` })
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
 * Writes versions of needs, at most one of each need, with their rows of the log, and ends the
 * versions before them. A version that counts takes over the counting, and a withdrawn one ends it.
 * The working rows must be there. Returns the numbers of the changes, in the order of the rows.
 */
export async function writeVersions(
  tx: Writer,
  log: ChangeBatch,
  rows: readonly Written[],
): Promise<readonly number[]> {
  if (rows.length === 0) return [];
  const at = new Date().toISOString();
  const written = rows.map((row) => {
    const { needId, version, verb, status, content, noted } = row;
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

/** Writes one version, with its row of the log, and returns the number of the change. */
export async function writeVersion(tx: Writer, row: Written): Promise<number> {
  const log = await ChangeBatch.open(tx, row.actorId);
  const [seq] = await writeVersions(tx, log, [row]);
  await log.close();
  return seq!;
}
