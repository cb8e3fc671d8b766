import { chapterOfArticle, type Chapter } from '#lib/convention/chapters';

type NeedProvision = Readonly<{ chapter: Chapter; articles: readonly number[] }>;

/**
 * How the articles of an activity and of a need overlap: in an article, in a chapter as a whole,
 * `open` if the activity names no article, or not at all.
 */
export type ArticleOverlap = 'article' | 'chapter' | 'open' | 'apart';

/**
 * An activity without articles may answer any need. One with articles overlaps with a need that has
 * one of them or that concerns their chapter as a whole. Article numbers are unique over the
 * Convention, so chapters cannot be confused.
 */
export function articleOverlap(
  articles: readonly number[],
  { chapter, articles: needArticles }: NeedProvision,
): ArticleOverlap {
  if (articles.length === 0) return 'open';
  if (needArticles.length === 0)
    return articles.some((article) => chapterOfArticle(article) === chapter) ? 'chapter' : 'apart';
  return needArticles.some((article) => articles.includes(article)) ? 'article' : 'apart';
}
