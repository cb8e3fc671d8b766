import type { Chapter } from '#lib/convention/chapters';
import type { Locale, Names } from '#lib/convention/names';
import data from './articles.json' with { type: 'json' };

type Article = Readonly<{ article: number; chapter: Chapter; title: Names }>;

/** The articles of chapters II to V with their treaty titles, in treaty order. */
export const articles = data as readonly Article[];

const byNumber: ReadonlyMap<number, Article> = new Map(
  articles.map((entry) => [entry.article, entry]),
);

/** The numbers of a chapter's articles, ascending. */
export const articlesOfChapter = (chapter: Chapter): readonly number[] =>
  articles.filter((entry) => entry.chapter === chapter).map((entry) => entry.article);

/** The treaty title of an article in one language, or its bare number outside chapters II to V. */
export const articleTitle = (article: number, locale: Locale): string =>
  byNumber.get(article)?.title[locale] ?? String(article);
