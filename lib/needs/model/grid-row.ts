import { chapterOfArticle } from '#lib/convention/chapters';
import { failed, done } from '#lib/base/errors';
import { listOf, textOf, type FormFields, type ReadInput } from '#lib/http/form';
import { fieldsOf, type NeedContent, type NeedFields } from '#lib/needs/model/schema';
import { normaliseText } from '#lib/text/normalise';
import { readWholeNumber, splitNumbers } from '#lib/text/written';
import { isUuid } from '#lib/text/uuid';

/** The short fields of a need as the grid sends them. Category and subcategory are one select. */
export type GridRow = Readonly<{
  id: string;
  version: number;
  coding: string;
  articles: string;
  general: boolean;
  priority: string;
  language: string;
  text: string;
}>;

const codingOf = ({
  category,
  subcategory,
}: Pick<NeedContent, 'category' | 'subcategory'>): string =>
  category || subcategory ? `${category ?? ''}/${subcategory ?? ''}` : '';

export const gridRowOf = (id: string, version: number, content: NeedContent): GridRow => ({
  id,
  version,
  coding: codingOf(content),
  articles: content.articles.join('; '),
  general: content.general,
  priority: content.priority === null ? '' : String(content.priority),
  language: content.language ?? '',
  text: content.text ?? '',
});

const splitArticles = (articles: string): string[] =>
  splitNumbers(articles).map((entry) => String(readWholeNumber(entry) ?? entry));

const comparableNumber = (text: string): string => String(readWholeNumber(text) ?? text.trim());

/** Normalises a row for comparison: different spellings of the same value are equal. */
const comparable = ({ coding, articles, general, priority, language, text }: GridRow) =>
  JSON.stringify([
    coding,
    splitArticles(articles).toSorted(),
    general,
    comparableNumber(priority),
    language,
    normaliseText(text),
  ]);

export const isRowChanged = (before: NeedContent, row: GridRow): boolean =>
  comparable(gridRowOf(row.id, row.version, before)) !== comparable(row);

/**
 * Returns the fields of the need with the values of the row. If all articles are of one chapter,
 * the chapter follows them.
 */
export function contentOfRow(before: NeedContent, row: GridRow): NeedFields {
  const [category = '', subcategory = ''] = row.coding.split('/');
  const articles = splitArticles(row.articles);
  const chapters = new Set(
    articles
      .filter((entry) => /^\d{1,2}$/.test(entry))
      .map((entry) => chapterOfArticle(Number(entry))),
  );
  const [chapter] = chapters;
  return {
    ...fieldsOf(before),
    category,
    subcategory,
    articles: [...articles, ...(row.general ? ['general'] : [])],
    priority: row.priority,
    language: row.language,
    text: row.text,
    ...(chapters.size === 1 && chapter ? { chapter } : {}),
  };
}

const maximumRows = 100;

/** Reads the rows of the form, each id once. */
export const parseGridRows = (form: FormFields): GridRow[] =>
  [...new Set(listOf(form, 'need'))]
    .filter(isUuid)
    .slice(0, maximumRows)
    .map((id) => {
      const value = (field: string) => textOf(form, `${id}.${field}`);
      return {
        id,
        version: Number(value('version')) || 0,
        coding: value('coding'),
        articles: value('articles'),
        general: value('general') !== '',
        priority: value('priority'),
        language: value('language'),
        text: value('text'),
      };
    });

export const parseGrid: ReadInput<{ reviewId: string; rows: readonly GridRow[] }> = (
  form,
  { id = '' },
) => {
  const rows = parseGridRows(form);
  return rows.some(({ version }) => version === 0)
    ? failed({ kind: 'conflict', why: 'moved' })
    : done({ reviewId: id, rows });
};
