import 'server-only';
import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { need, needArticle, needVersion, review, state } from '#db/schema';
import { bulkNeed } from '#db/schema/decisions';
import type { Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import { likePattern } from '#lib/text/escape';
import { searchWords } from '#lib/text/folding';
import type { Cursor } from '#lib/needs/lists/keyset';
import type { ListKind } from '#lib/needs/store/queries';
import type { ListSort, Status } from '#lib/needs/model/vocabulary';

/** The filter of a list. Every part applies to the version in the list. */
export type NeedsFilter = Readonly<{
  statuses?: readonly Status[];
  chapter?: Chapter;
  /** The number of an article, or `general`. */
  article?: string;
  category?: Category;
  subcategory?: string;
  tag?: string;
  /** The code of a State. */
  state?: string;
  review?: string;
  text?: string;
  ids?: readonly string[];
  /** Leaves out the needs of reviews that are closed: nobody can decide on them. */
  inOpenReviews?: boolean;
  /** The id of a bulk decision. */
  decision?: string;
  /** The condition of a number in the summaries: the needs that it counts. */
  counted?: SQL;
}>;

/** Whether a filter would tell how a need in the list is coded. */
export const isByCoding = ({ article, category, subcategory, tag }: NeedsFilter): boolean =>
  [article, category, subcategory, tag].some((value) => value !== undefined);

/** Needs as they counted at a revision; their list is by reference. */
export type PastNeeds = Readonly<{ revision: number; ids: ReadonlySet<string> }>;

/** One of the two lists, or needs of the past, filtered and sorted, from a place on. */
export type ListQuery = Readonly<{
  list?: ListKind;
  past?: PastNeeds;
  filter?: NeedsFilter;
  sort?: ListSort;
  at?: Cursor;
  size?: number;
}>;

/** The content that a list shows: the working row has that of its version, which need not be read. */
const contentIn = (list: ListKind) => (list === 'own' ? need : needVersion);

/**
 * Every word must occur in the text, the quoted passage or the reference of the version in the
 * list.
 */
const containsWords = (list: ListKind, text: string): SQL[] =>
  searchWords(text).map(
    (word) =>
      sql`(${contentIn(list).searchText} like ${likePattern(word)} escape '!' or lower(${need.reference}) like ${likePattern(word)} escape '!')`,
  );

function statusCondition(list: ListKind, statuses: readonly Status[]): SQL {
  if (list === 'own') return inArray(need.status, [...statuses]);
  return statuses.includes('approved') ? sql`true` : sql`false`;
}

function articleCondition(list: ListKind, article: string): SQL {
  if (article === 'general') return eq(contentIn(list).general, true);
  if (list === 'own')
    return sql`exists (select 1 from ${needArticle} where ${needArticle.needId} = ${need.id} and ${needArticle.article} = ${Number(article)})`;
  return sql`';' || ${needVersion.provision} || ';' like ${`%;${article};%`}`;
}

/**
 * Returns the filter as a condition on `need`, `review` and `state`, and in the list of approved
 * needs on `needVersion`.
 */
export function filterCondition(
  list: ListKind,
  {
    statuses = [],
    chapter,
    article,
    category,
    subcategory,
    tag,
    state: code,
    review: reviewId,
    text,
    ids,
    inOpenReviews,
    decision,
    counted,
  }: NeedsFilter,
): SQL | undefined {
  const content = contentIn(list);
  return and(
    statuses.length > 0 ? statusCondition(list, statuses) : undefined,
    chapter ? eq(content.chapter, chapter) : undefined,
    article ? articleCondition(list, article) : undefined,
    category ? eq(content.category, category) : undefined,
    subcategory ? eq(content.subcategory, subcategory) : undefined,
    // A list is stored as JSON text, byte for byte the same on both engines, and no code has a
    // quotation mark.
    tag === undefined
      ? undefined
      : sql`${content.tags} like ${likePattern(JSON.stringify(tag))} escape '!'`,
    code ? eq(state.code, code) : undefined,
    reviewId ? eq(need.reviewId, reviewId) : undefined,
    text ? and(...containsWords(list, text)) : undefined,
    ids ? inArray(need.id, [...ids]) : undefined,
    inOpenReviews ? isNull(review.closedAt) : undefined,
    decision
      ? sql`exists (select 1 from ${bulkNeed} where ${bulkNeed.bulkId} = ${decision} and ${bulkNeed.needId} = ${need.id})`
      : undefined,
    counted,
  );
}
