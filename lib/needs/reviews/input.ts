import { isChapter, type Chapter } from '#lib/convention/chapters';
import { done, failed, type Outcome } from '#lib/base/errors';
import { isDate } from '#lib/text/dates';
import { listOf, textOf, type ReadInput } from '#lib/http/form';
import { mostWaived } from '#lib/needs/reviews/vocabulary';

const mostArticles = 60;
const invalidField = (field: string, message: string): Outcome<never> =>
  failed({ kind: 'invalid', errors: [{ field, message }] });

/** Reads the ticked articles. */
export const parseArticles: ReadInput<{ id: string; articles: number[] }> = (form, { id = '' }) => {
  const ticked = listOf(form, 'article');
  if (ticked.length > mostArticles || !ticked.every((article) => /^\d{1,2}$/.test(article)))
    return invalidField('article', 'unknownArticle');
  return done({ id, articles: ticked.map(Number) });
};

export const parseArticle: ReadInput<{ id: string; article: number }> = (form, { id = '' }) => {
  const article = textOf(form, 'article');
  return /^\d{1,2}$/.test(article)
    ? done({ id, article: Number(article) })
    : invalidField('article', 'unknownArticle');
};

export const parseChapter: ReadInput<{ id: string; chapter: Chapter }> = (form, { id = '' }) => {
  const chapter = textOf(form, 'chapter');
  return isChapter(chapter) ? done({ id, chapter }) : invalidField('chapter', 'unknownChapter');
};

export const parseTakeBack: ReadInput<{ id: string; chapter: Chapter; reason: string }> = (
  form,
  address,
) => {
  const chapter = parseChapter(form, address);
  return chapter.ok ? done({ ...chapter.value, reason: textOf(form, 'reason') }) : chapter;
};

/**
 * Reads the ticked doubts, each as `doubt~subject`, with the reason and the date until which they
 * are waived.
 */
export const parseWaiver: ReadInput<{
  id: string;
  doubts: string[];
  reason: string;
  expiresOn: string;
}> = (form, { id = '' }) => {
  const doubts = listOf(form, 'doubt');
  const expiresOn = textOf(form, 'expiresOn').trim();
  if (doubts.length > mostWaived || doubts.some((each) => each.length > 200))
    return invalidField('doubt', 'chooseDoubts');
  if (expiresOn === '') return invalidField('expiresOn', 'waiverDate');
  if (!isDate(expiresOn)) return invalidField('expiresOn', 'noSuchDate');
  return done({ id, doubts, reason: textOf(form, 'reason'), expiresOn });
};

export const parseWaiverId: ReadInput<{ id: string; waiver: string }> = (form, { id = '' }) => {
  const waiver = textOf(form, 'waiver');
  return /^[\w-]{1,64}$/.test(waiver) ? done({ id, waiver }) : failed({ kind: 'not-found' });
};
