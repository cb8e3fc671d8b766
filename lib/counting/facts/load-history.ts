import 'server-only';
import { and, asc, eq, gt, inArray, isNotNull, lte } from 'drizzle-orm';
import { read } from '#db/client';
import {
  need,
  needVersion,
  review,
  reviewVersion,
  subcategory,
  tag,
  topic,
  type,
} from '#db/schema';
import { assistanceVersion } from '#db/schema/assistance';
import { articleAnswer } from '#db/schema/data-entry';
import { termChange } from '#db/schema/terms';
import { batches } from '#lib/base/batches';
import { createPause } from '#lib/base/pause';
import type { ReviewSpan, VisibleHistory } from '#lib/counting/facts/visible-history';
import type { AssistanceSoFar } from '#lib/needs/fulfilment/load';
import { publicStatuses } from '#lib/needs/fulfilment/vocabulary';
import { dateToNumber } from '#lib/text/dates';

/** The ids of what changed, by kind. */
type ChangedIds = Readonly<{
  reviews: readonly string[];
  needs: readonly string[];
  answers: readonly string[];
  activities: readonly string[];
  vocabulary: boolean;
}>;

/** Brings a history up to date, without waiting for anything. */
type Update = (history: VisibleHistory) => void;

const numberOf = (instant: string | null | undefined) =>
  instant ? dateToNumber(instant.slice(0, 10)) : 0;

/** Reads the rows of these ids in batches; all of them where there are no ids. */
async function byIds<Row>(
  ids: readonly string[] | undefined,
  find: (ids?: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  if (!ids) return find();
  const rows: Row[] = [];
  for (const batch of batches(ids)) rows.push(...(await find(batch)));
  return rows;
}

/** The versions of reviews. */
async function reviewUpdate(revision: number, ids?: readonly string[]): Promise<Update> {
  const rows = await byIds(ids, (batch) =>
    read()
      .select({
        id: review.id,
        stateId: review.stateId,
        region: reviewVersion.region,
        symbol: reviewVersion.symbol,
        completedOn: reviewVersion.completedOn,
        publishedOn: reviewVersion.publishedOn,
        at: reviewVersion.at,
        from: reviewVersion.fromSeq,
      })
      .from(reviewVersion)
      .innerJoin(review, eq(review.id, reviewVersion.reviewId))
      .where(
        and(
          lte(reviewVersion.fromSeq, revision),
          batch ? inArray(reviewVersion.reviewId, batch) : undefined,
        ),
      )
      .orderBy(asc(reviewVersion.fromSeq), asc(reviewVersion.id)),
  );
  return (history) => {
    for (const [id, versions] of Map.groupBy(rows, (row) => row.id)) {
      const spans = versions.map(
        ({ region, symbol, completedOn, publishedOn, from }, i): ReviewSpan => ({
          from,
          to: versions[i + 1]?.from ?? null,
          completedOn: numberOf(completedOn),
          publishedOn: numberOf(publishedOn),
          endedOn: numberOf(versions[i + 1]?.at),
          shown: `${region} ${symbol ?? ''}`,
        }),
      );
      history.putReview(id, versions[0]!.stateId, spans);
    }
  };
}

const countedColumns = {
  version: needVersion.id,
  id: needVersion.needId,
  reviewId: need.reviewId,
  from: needVersion.countedFromSeq,
  to: needVersion.countedToSeq,
};
const pageSize = 2000;

/** Every version that ever counted, page by page, so that others are served in between. */
async function allCounted() {
  const pause = createPause();
  const pageAfter = (last: string) =>
    read()
      .select(countedColumns)
      .from(needVersion)
      .innerJoin(need, eq(need.id, needVersion.needId))
      .where(and(gt(needVersion.id, last), isNotNull(needVersion.countedFromSeq)))
      .orderBy(asc(needVersion.id))
      .limit(pageSize);
  let page = await pageAfter('');
  const all = [...page];
  while (page.length === pageSize) {
    if (pause.isDue()) await pause.rest();
    page = await pageAfter(page.at(-1)!.version);
    all.push(...page);
  }
  return all;
}

/**
 * From when to when versions of needs counted, and when the assistance of a need changed while it
 * counted.
 */
async function needUpdate(
  assistance: ReadonlyMap<string, AssistanceSoFar>,
  ids?: readonly string[],
): Promise<Update> {
  const rows = ids
    ? await byIds(ids, (batch = []) =>
        read()
          .select(countedColumns)
          .from(needVersion)
          .innerJoin(need, eq(need.id, needVersion.needId))
          .where(and(inArray(needVersion.needId, batch), isNotNull(needVersion.countedFromSeq))),
      )
    : await allCounted();
  return (history) => {
    for (const { id, reviewId, from, to } of rows) {
      history.addOfReview(reviewId, from!);
      if (to !== null) history.addOfReview(reviewId, to);
      for (const at of assistance.get(id)?.changedAt ?? [])
        if (at >= from! && (to === null || at < to)) history.addOfReview(reviewId, at);
    }
  };
}

/** When articles were answered, by the review. */
async function answerUpdate(ids?: readonly string[]): Promise<Update> {
  const rows = await byIds(ids, (batch) =>
    read()
      .select({
        id: articleAnswer.reviewId,
        from: articleAnswer.fromSeq,
        to: articleAnswer.toSeq,
      })
      .from(articleAnswer)
      .where(batch ? inArray(articleAnswer.reviewId, batch) : undefined),
  );
  return (history) => {
    for (const { id, from, to } of rows) {
      history.addOfReview(id, from);
      if (to !== null) history.addOfReview(id, to);
    }
  };
}

/** When activities of assistance changed that everybody sees before or after the change. */
async function activityUpdate(revision: number, ids?: readonly string[]): Promise<Update> {
  const rows = await byIds(ids, (batch) =>
    read()
      .select({
        id: assistanceVersion.assistanceId,
        content: assistanceVersion.content,
        from: assistanceVersion.fromSeq,
      })
      .from(assistanceVersion)
      .where(
        and(
          lte(assistanceVersion.fromSeq, revision),
          batch ? inArray(assistanceVersion.assistanceId, batch) : undefined,
        ),
      )
      .orderBy(asc(assistanceVersion.fromSeq), asc(assistanceVersion.id)),
  );
  return (history) => {
    for (const versions of Map.groupBy(rows, ({ id }) => id).values()) {
      const isOpen = versions.map(({ content: { status } }) =>
        publicStatuses.some((open) => open === status),
      );
      versions.forEach(({ from }, i) => {
        if (isOpen[i] || isOpen[i - 1]) history.addOpen(from);
      });
    }
  };
}

/** When the vocabulary changed. */
async function vocabularyUpdate(revision: number): Promise<Update> {
  const revisions = (await read().select({ from: termChange.fromSeq }).from(termChange)).map(
    ({ from }) => from,
  );
  for (const table of [subcategory, type, tag, topic]) {
    const terms = await read().select({ from: table.fromSeq, to: table.toSeq }).from(table);
    revisions.push(...terms.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  }
  return (history) => {
    for (const each of revisions) if (each <= revision) history.addOpen(each);
  };
}

/**
 * Reads what is missing from a history up to a revision: everything, or what these changes
 * concern. What is read may be later than the revision, which does no harm: it is asked for no
 * later revision before that has been read.
 */
export async function historyUpdate(
  revision: number,
  assistance: ReadonlyMap<string, AssistanceSoFar>,
  changed?: ChangedIds,
): Promise<Update> {
  const updates = [
    await reviewUpdate(revision, changed?.reviews),
    await needUpdate(assistance, changed?.needs),
    await answerUpdate(changed?.answers),
    await activityUpdate(revision, changed?.activities),
    ...(changed && !changed.vocabulary ? [] : [await vocabularyUpdate(revision)]),
  ];
  return (history) => {
    for (const update of updates) update(history);
    history.revision = revision;
  };
}
