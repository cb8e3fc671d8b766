import 'server-only';
import { recordEvent } from '#db/change';
import { articlesOfChapter } from '#lib/convention/articles';
import { categoryCodes } from '#lib/convention/categories';
import { chaptersOfCycle, type Cycle } from '#lib/convention/chapters';
import { locales, type Locale } from '#lib/convention/names';
import type { Actor } from '#lib/base/actor';
import { attempt } from '#lib/base/attempt';
import { done, failed, type Outcome } from '#lib/base/errors';
import { csvRecord } from '#lib/needs/imports/cells';
import { columnName, Labels, type CodedColumn, type Column } from '#lib/needs/imports/labels';
import { shownRef } from '#lib/needs/imports/plan';
import { reviewToImportInto } from '#lib/needs/imports/previews';
import { writeApart } from '#lib/needs/imports/read-apart';
import { translator } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import { needsOfReview, type NeedOfReview } from '#lib/needs/store/of-review';
import { vocabulary, type Vocabulary } from '#lib/needs/store/queries';
import { targetGroups } from '#lib/needs/model/vocabulary';
import type { ReviewSeen } from '#lib/needs/reviews/queries';

const columns = [
  'ref',
  'chapter',
  'articles',
  'category',
  'subcategory',
  'text',
  'language',
  'priority',
  'topics',
  'types',
  'tags',
  'target_groups',
  'quote',
] as const satisfies readonly Column[];
const widths: readonly number[] = [16, 12, 14, 26, 34, 60, 12, 9, 26, 26, 26, 22, 40];

/** A need as the cells of its row. */
function rowOf(locale: Locale, labels: Labels, review: ReviewSeen, need: NeedOfReview): string[] {
  const { content } = need;
  const one = (column: CodedColumn, code: string | null) =>
    code === null ? '' : labels.written(column, code, locale, content.category ?? '');
  const many = (column: CodedColumn, codes: readonly string[]) =>
    codes.map((code) => one(column, code)).join('; ');
  const cells: Record<(typeof columns)[number], string> = {
    ref: shownRef(review, need),
    chapter: one('chapter', content.chapter),
    articles: [
      ...content.articles.map(String),
      ...(content.general ? [one('articles', 'general')] : []),
    ].join('; '),
    category: one('category', content.category),
    subcategory: one('subcategory', content.subcategory),
    text: content.text ?? '',
    language: one('language', content.language),
    priority: content.priority === null ? '' : String(content.priority),
    topics: many('topics', content.topics),
    types: many('types', content.types),
    tags: many('tags', content.tags),
    target_groups: many('target_groups', content.targetGroups),
    quote: content.quote ?? '',
  };
  return columns.map((column) => cells[column]);
}

/** Every value that a coded column may hold, in a language, with its code. */
function allowedValues(
  locale: Locale,
  labels: Labels,
  cycle: Cycle,
  { subcategories, topics, types, tags }: Vocabulary,
): string[][] {
  const t = translator(locale);
  const value = (column: CodedColumn, code: string, of = '') => [
    columnName(locale, column),
    labels.written(column, code, locale, of),
    code,
    of === '' ? '' : labels.written('category', of, locale),
  ];
  const coded = (column: CodedColumn, terms: readonly Readonly<{ code: string }>[]) =>
    terms.map(({ code }) => value(column, code));
  const chapters = chaptersOfCycle(cycle);
  return [
    [
      t('imports.values.column'),
      t('imports.values.value'),
      t('imports.values.code'),
      t('imports.values.of'),
    ],
    ...chapters.map((chapter) => value('chapter', chapter)),
    ...chapters.flatMap((chapter) =>
      articlesOfChapter(chapter).map((article) => [
        columnName(locale, 'articles'),
        String(article),
        String(article),
        labels.written('chapter', chapter, locale),
      ]),
    ),
    value('articles', 'general'),
    ...categoryCodes.map((code) => value('category', code)),
    ...subcategories.map(({ code, category }) => value('subcategory', code, category)),
    ...coded('topics', topics),
    ...coded('types', types),
    ...coded('tags', tags),
    ...targetGroups.map((code) => value('target_groups', code)),
    ...locales.map((code) => value('language', code)),
  ];
}

export type Download = Readonly<{ name: string; type: string; body: Uint8Array }>;
type Asked = Readonly<{ reviewId: string; locale: Locale; format: 'csv' | 'xlsx' | 'values' }>;

/**
 * The needs of a review as a file that can be sent back changed: a workbook, CSV, or CSV of the
 * allowed values.
 */
export async function templateOf(
  actor: Actor,
  { reviewId, locale, format }: Asked,
): Promise<Outcome<Download>> {
  const found = await reviewToImportInto(actor, reviewId);
  if (!found.ok) return found;
  const review = found.value;
  const words = await vocabulary(actor);
  const labels = new Labels(words);
  const t = translator(locale);
  const needs = (await needsOfReview(actor, review)).filter(({ status }) => status !== 'withdrawn');
  const table = [
    columns.map((column) => columnName(locale, column)),
    ...needs.map((need) => rowOf(locale, labels, review, need)),
  ];
  const allowed = allowedValues(locale, labels, review.cycle, words);
  const recorded = await attempt(async (tx) => {
    await recordEvent(tx, 'exported', actor.accountId, {
      review: reviewId,
      format,
      needs: format === 'values' ? 0 : needs.length,
    });
    return done(true);
  });
  if (!recorded.ok) return recorded;

  const name = `${review.stateCode}-${review.cycle}`;
  if (format !== 'xlsx') {
    const records = (format === 'csv' ? table : allowed).map(csvRecord).join('');
    // With the mark, spreadsheets know that it is UTF-8.
    return done({
      name: `${name}${format === 'values' ? '-values' : ''}.csv`,
      type: 'text/csv; charset=utf-8',
      body: Buffer.from(`\ufeff${records}`),
    });
  }
  const body = await writeApart(
    [
      { name: t('imports.values.needs'), rows: table, widths },
      { name: t('imports.values.title'), rows: allowed, widths: [22, 70, 28, 36] },
    ],
    directionOf(locale) === 'rtl',
  );
  return body
    ? done({
        name: `${name}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        body,
      })
    : failed({ kind: 'limited', seconds: 60 });
}
