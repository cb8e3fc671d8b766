import { chapterOfArticle, type Chapter } from '#lib/convention/chapters';

type Answered = Readonly<{ chapter: Chapter; articles: readonly number[] }>;

/**
 * Where an activity and a need meet: at an article, at a chapter as a whole, by nothing that the
 * activity names, or nowhere.
 */
export type Meeting = 'article' | 'chapter' | 'open' | 'apart';

/**
 * An activity that names no article may answer any need. One that names some meets a need that has
 * one of them, or, where the
 * need is of the chapter as a whole, one of that chapter. Article numbers are unique over the
 * Convention, so chapters cannot be mixed up.
 */
export function meeting(
  articles: readonly number[],
  { chapter, articles: own }: Answered,
): Meeting {
  if (articles.length === 0) return 'open';
  if (own.length === 0)
    return articles.some((article) => chapterOfArticle(article) === chapter) ? 'chapter' : 'apart';
  return own.some((article) => articles.includes(article)) ? 'article' : 'apart';
}

/**
 * The articles of chapters II to V that a list names, each once, ascending; what is no such article
 * is left to the caller.
 */
export const knownArticles = (articles: readonly number[]): number[] =>
  [...new Set(articles)]
    .filter((article) => chapterOfArticle(article) !== undefined)
    .sort((a, b) => a - b);
