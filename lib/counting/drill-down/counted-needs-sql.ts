import 'server-only';
import { and, eq, gte, inArray, isNotNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { needVersion, review, reviewVersion } from '#db/schema';
import { today } from '#lib/text/dates';
import { needStatusSql } from '#lib/needs/fulfilment/need-status-sql';
import type { QueryParameters } from '#lib/counting/filter/parameters';
import type { MultiValuedParameter } from '#lib/counting/filter/vocabulary';
import { likePattern } from '#lib/text/escape';

const isIn = (column: PgColumn, values: readonly (string | number)[]) =>
  values.length === 0 ? undefined : inArray(column, [...values]);
const hasArticle = (article: string): SQL =>
  article === 'general'
    ? sql`${needVersion.provision} = 'general'`
    : sql`';' || ${needVersion.provision} || ';' like ${`%;${article};%`}`;
// A list is stored as JSON text, byte for byte the same on both engines, and no code has a
// quotation mark.
const hasCode =
  (column: PgColumn) =>
  (code: string): SQL =>
    sql`${column} like ${likePattern(JSON.stringify(code))} escape '!'`;
const conditionOf: Readonly<Record<MultiValuedParameter, (code: string) => SQL>> = {
  article: hasArticle,
  type: hasCode(needVersion.types),
  tag: hasCode(needVersion.tags),
  topic: hasCode(needVersion.topics),
  target: hasCode(needVersion.targetGroups),
};
const hasAny = (of: MultiValuedParameter, codes: readonly string[]) =>
  codes.length === 0 ? undefined : or(...codes.map(conditionOf[of]));

/** Matches a matrix row: `5;6`, `general`, or, for several chapters, `general-II`. */
function rowCondition(row: string): SQL {
  const [provision = '', chapter] = row.split('-', 2);
  return chapter
    ? sql`(${needVersion.provision} = ${provision} and ${needVersion.chapter} = ${chapter})`
    : sql`${needVersion.provision} = ${provision}`;
}

/**
 * The condition of the needs that a number of the summaries counts, within the actor's scope.
 * `compileFilter` and `countedReviews` are the same rules; tests hold them equal.
 */
export function countedNeedsCondition({
  cycle,
  chapters,
  cutoff,
  from,
  publishedOnly = false,
  regions,
  categories,
  subcategories,
  articles,
  types,
  tags,
  topics,
  priorities,
  statuses,
  rows,
  besides,
}: QueryParameters): SQL | undefined {
  const now = today();
  const inRegion = sql`exists (select 1 from ${reviewVersion} where ${reviewVersion.reviewId} = ${review.id} and ${reviewVersion.toSeq} is null and ${isIn(reviewVersion.region, regions) ?? sql`true`})`;
  return and(
    eq(review.cycle, cycle),
    isNotNull(review.completedOn),
    lte(review.completedOn, cutoff && cutoff < now ? cutoff : now),
    from ? gte(review.completedOn, from) : undefined,
    publishedOnly ? and(isNotNull(review.publishedOn), lte(review.publishedOn, now)) : undefined,
    regions.length > 0 ? inRegion : undefined,
    isIn(needVersion.chapter, chapters),
    isIn(needVersion.category, categories),
    isIn(needVersion.subcategory, subcategories),
    isIn(needVersion.priority, priorities.map(Number)),
    statuses.length > 0 ? inArray(needStatusSql, [...statuses]) : undefined,
    hasAny('article', articles),
    hasAny('type', types),
    hasAny('tag', tags),
    hasAny('topic', topics),
    rows.length > 0 ? or(...rows.map(rowCondition)) : undefined,
    ...besides.map(({ of, code }) => conditionOf[of](code)),
  );
}
