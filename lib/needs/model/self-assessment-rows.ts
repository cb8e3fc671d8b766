import { articlesOfChapter } from '#lib/convention/articles';
import {
  chapterOfArticle,
  chaptersOfCycle,
  type Chapter,
  type Cycle,
} from '#lib/convention/chapters';
import { done } from '#lib/base/errors';
import { listOf, textOf, type FormFields, type ReadInput } from '#lib/http/form';

/**
 * What the checklist says under one article. An article may have several rows, with the keys `5`,
 * `5.2` and so on.
 */
export type AssessmentRow = Readonly<{
  key: string;
  article: number;
  needed: boolean;
  category: string;
  description: string;
  provided: string;
}>;

/** The columns of a file with the answers to the checklist. */
export const assessmentColumns = ['article', 'category', 'description', 'provided'] as const;

const maximumRows = 200;
const keyPattern = /^(\d{1,2})(\.\d{1,3})?$/;

export const articlesOfCycle = (cycle: Cycle): number[] =>
  chaptersOfCycle(cycle).flatMap((chapter) => [...articlesOfChapter(chapter)]);

/** Reads the rows of the form, each key once. */
export const parseAssessmentRows = (form: FormFields): AssessmentRow[] =>
  [...new Set(listOf(form, 'row'))]
    .filter((key) => keyPattern.test(key))
    .slice(0, maximumRows)
    .map((key) => ({
      key,
      article: Number(keyPattern.exec(key)![1]),
      needed: textOf(form, `${key}.needed`) !== '',
      category: textOf(form, `${key}.category`),
      description: textOf(form, `${key}.description`),
      provided: textOf(form, `${key}.provided`),
    }));

const isFilled = ({ needed, category, description, provided }: AssessmentRow) =>
  needed || [category, description, provided].some((value) => value !== '');

/**
 * The rows of the form as submitted, and an empty row for every other article of the cycle. Articles
 * of declared chapters have a row only where something was typed into it.
 */
export function assessmentRowsToShow(
  form: FormFields,
  cycle: Cycle,
  declared: readonly Chapter[],
): AssessmentRow[] {
  const sent = parseAssessmentRows(form);
  return articlesOfCycle(cycle).flatMap((article) => {
    const rows = sent.filter((row) => row.article === article);
    if (declared.includes(chapterOfArticle(article)!)) return rows.filter(isFilled);
    return rows.length > 0
      ? rows
      : [
          {
            key: String(article),
            article,
            needed: false,
            category: '',
            description: '',
            provided: '',
          },
        ];
  });
}

/** One answer of a file, of an article for which assistance is needed. */
export type AssessmentAnswer = Readonly<{
  article: number;
  category: string;
  description: string;
  provided: string;
}>;
export function assessmentForm(
  answers: readonly AssessmentAnswer[],
  batch: string,
  language: string,
): FormFields {
  const rowsByArticle = new Map<number, number>();
  const form: Record<string, string[]> = { row: [], batch: [batch], language: [language] };
  for (const { article, category, description, provided } of answers) {
    const number = (rowsByArticle.get(article) ?? 0) + 1;
    rowsByArticle.set(article, number);
    const key = number === 1 ? String(article) : `${article}.${number}`;
    form.row!.push(key);
    Object.assign(form, {
      [`${key}.needed`]: ['1'],
      [`${key}.category`]: [category],
      [`${key}.description`]: [description],
      [`${key}.provided`]: [provided],
    });
  }
  return form;
}

export const parseAssessment: ReadInput<{
  reviewId: string;
  batch: string;
  language: string;
  rows: readonly AssessmentRow[];
}> = (form, { id = '' }) =>
  done({
    reviewId: id,
    batch: textOf(form, 'batch').slice(0, 100),
    language: textOf(form, 'language'),
    rows: parseAssessmentRows(form),
  });
