import { isChapter, type Chapter } from '#lib/convention/chapters';
import { done, failed, type Outcome } from '#lib/errors';
import { listOf, textOf, type ReadInput } from '#lib/form';

const mostArticles = 60;
const fault = (field: string, message: string): Outcome<never> => failed({ kind: 'invalid', errors: [{ field, message }] });

/** The articles that were ticked. */
export const articlesOf: ReadInput<{ id: string; articles: number[] }> = (form, { id = '' }) => {
  const ticked = listOf(form, 'article');
  if (ticked.length > mostArticles || !ticked.every((article) => /^\d{1,2}$/.test(article))) return fault('article', 'unknownArticle');
  return done({ id, articles: ticked.map(Number) });
};

export const articleOf: ReadInput<{ id: string; article: number }> = (form, { id = '' }) => {
  const article = textOf(form, 'article');
  return /^\d{1,2}$/.test(article) ? done({ id, article: Number(article) }) : fault('article', 'unknownArticle');
};

export const chapterOf: ReadInput<{ id: string; chapter: Chapter }> = (form, { id = '' }) => {
  const chapter = textOf(form, 'chapter');
  return isChapter(chapter) ? done({ id, chapter }) : fault('chapter', 'unknownChapter');
};

export const takingBackOf: ReadInput<{ id: string; chapter: Chapter; reason: string }> = (form, address) => {
  const chapter = chapterOf(form, address);
  return chapter.ok ? done({ ...chapter.value, reason: textOf(form, 'reason') }) : chapter;
};
