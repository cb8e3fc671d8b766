import { chapterOfArticle } from '#lib/convention/chapters';
import { failed, done } from '#lib/base/errors';
import { listOf, textOf, type FormFields, type ReadInput } from '#lib/http/form';
import { fieldsOf, type NeedContent, type NeedFields } from '#lib/needs/model/schema';
import { tidy } from '#lib/text/tidy';
import { isUuid } from '#lib/text/uuid';

/** The short fields of a need as the grid sends them; category and subcategory are one choice. */
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

export const codingOf = ({
  category,
  subcategory,
}: Pick<NeedContent, 'category' | 'subcategory'>): string =>
  category || subcategory ? `${category ?? ''}/${subcategory ?? ''}` : '';

/** What the grid shows of a need. */
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

const entries = (articles: string): string[] =>
  articles
    .split(/[;,،؛；、\s]+/)
    .filter(Boolean)
    .map((entry) => entry.replace(/^0(?=\d)/, ''));
/** A row as it is compared: what people type differently and means the same is the same. */
const comparable = ({ coding, articles, general, priority, language, text }: GridRow) =>
  JSON.stringify([
    coding,
    entries(articles).toSorted(),
    general,
    priority.trim(),
    language,
    tidy(text),
  ]);

export const changedInGrid = (seen: NeedContent, row: GridRow): boolean =>
  comparable(gridRowOf(row.id, row.version, seen)) !== comparable(row);

/**
 * The fields of the need with those of the row. The chapter follows the articles where they are of
 * one.
 */
export function contentOfRow(before: NeedContent, row: GridRow): NeedFields {
  const [category = '', subcategory = ''] = row.coding.split('/');
  const articles = entries(row.articles);
  const chapters = new Set(
    articles
      .filter((entry) => /^\d{1,2}$/.test(entry))
      .map((entry) => chapterOfArticle(Number(entry))),
  );
  const [only] = chapters;
  return {
    ...fieldsOf(before),
    category,
    subcategory,
    articles: [...articles, ...(row.general ? ['general'] : [])],
    priority: row.priority,
    language: row.language,
    text: row.text,
    ...(chapters.size === 1 && only ? { chapter: only } : {}),
  };
}

const mostRows = 100;

/** The rows that a form holds, each once. */
export const gridRowsIn = (form: FormFields): GridRow[] =>
  [...new Set(listOf(form, 'need'))]
    .filter(isUuid)
    .slice(0, mostRows)
    .map((id) => {
      const of = (field: string) => textOf(form, `${id}.${field}`);
      return {
        id,
        version: Number(of('version')) || 0,
        coding: of('coding'),
        articles: of('articles'),
        general: of('general') !== '',
        priority: of('priority'),
        language: of('language'),
        text: of('text'),
      };
    });

export const gridOf: ReadInput<{ reviewId: string; rows: readonly GridRow[] }> = (
  form,
  { id = '' },
) => {
  const rows = gridRowsIn(form);
  return rows.some(({ version }) => version === 0)
    ? failed({ kind: 'conflict', why: 'moved' })
    : done({ reviewId: id, rows });
};
