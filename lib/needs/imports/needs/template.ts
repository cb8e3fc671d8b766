import 'server-only';
import { recordEvent } from '#db/change';
import { articlesOfChapter } from '#lib/convention/articles';
import { categoryCodes } from '#lib/convention/categories';
import { chaptersOfCycle, type Cycle } from '#lib/convention/chapters';
import { locales, type Locale } from '#lib/convention/names';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { done, failed, type Outcome } from '#lib/base/errors';
import { mediaTypes } from '#lib/files/media-types';
import { formatCsvRecord } from '#lib/files/tables/csv-cells';
import { writeWorkbookInWorker } from '#lib/files/tables/parse-in-worker';
import { columnName, Labels, type CodedColumn, type Column } from '#lib/needs/imports/needs/labels';
import { refInTemplate } from '#lib/needs/imports/needs/plan';
import { reviewToImportInto } from '#lib/needs/imports/needs/previews';
import { translator } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import { needsOfReview, type NeedOfReview } from '#lib/needs/store/review-needs';
import { vocabulary, type Vocabulary } from '#lib/needs/store/queries';
import { targetGroups } from '#lib/needs/model/vocabulary';
import type { ReviewView } from '#lib/needs/reviews/queries';

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

/** Returns the cells of a need. */
function needCells(
  locale: Locale,
  labels: Labels,
  review: ReviewView,
  need: NeedOfReview,
): string[] {
  const { content } = need;
  const one = (column: CodedColumn, code: string | null) =>
    code === null ? '' : labels.cellText(column, code, locale, content.category ?? '');
  const many = (column: CodedColumn, codes: readonly string[]) =>
    codes.map((code) => one(column, code)).join('; ');
  const cells: Record<(typeof columns)[number], string> = {
    ref: refInTemplate(review, need),
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

/** Lists every value of the coded columns, in a language, with its code. */
function allowedValues(
  locale: Locale,
  labels: Labels,
  cycle: Cycle,
  { subcategories, topics, types, tags }: Vocabulary,
): string[][] {
  const t = translator(locale);
  const value = (column: CodedColumn, code: string, of = '') => [
    columnName(locale, column),
    labels.cellText(column, code, locale, of),
    code,
    of === '' ? '' : labels.cellText('category', of, locale),
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
        labels.cellText('chapter', chapter, locale),
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
type TemplateFormat = 'csv' | 'xlsx' | 'values';
type TemplateInput = Readonly<{ reviewId: string; locale: Locale; format: TemplateFormat }>;
type Template = Readonly<{
  name: string;
  locale: Locale;
  needs: readonly (readonly string[])[];
  allowed: readonly (readonly string[])[];
}>;

function csvFile(name: string, rows: readonly (readonly string[])[]): Download {
  // With the byte order mark, spreadsheets know that it is UTF-8.
  const body = Buffer.from(`\ufeff${rows.map(formatCsvRecord).join('')}`);
  return { name: `${name}.csv`, type: mediaTypes.csv, body };
}

async function workbookFile(
  actor: Actor,
  { name, locale, needs, allowed }: Template,
): Promise<Outcome<Download>> {
  const t = translator(locale);
  const body = await writeWorkbookInWorker(
    actor,
    [
      { name: t('imports.values.needs'), rows: needs, widths },
      { name: t('imports.values.title'), rows: allowed, widths: [22, 70, 28, 36] },
    ],
    directionOf(locale) === 'rtl',
  );
  if (!body) return failed({ kind: 'limited', seconds: 60 });
  return done({ name: `${name}.xlsx`, type: mediaTypes.xlsx, body });
}

/**
 * Returns the needs of a review as a file that can be sent back changed: a workbook, CSV, or CSV of
 * the allowed values.
 */
export async function needsTemplate(
  actor: Actor,
  { reviewId, locale, format }: TemplateInput,
): Promise<Outcome<Download>> {
  const found = await reviewToImportInto(actor, reviewId);
  if (!found.ok) return found;
  const review = found.value;
  const terms = await vocabulary(actor);
  const labels = new Labels(terms);
  const needs = (await needsOfReview(actor, review)).filter(({ status }) => status !== 'withdrawn');
  const recorded = await runCommand(async (tx) => {
    await recordEvent(tx, 'export', actor.accountId, {
      review: reviewId,
      format,
      needs: format === 'values' ? 0 : needs.length,
    });
    return done(true);
  });
  if (!recorded.ok) return recorded;

  const name = `${review.stateCode}-${review.cycle}`;
  const allowed = allowedValues(locale, labels, review.cycle, terms);
  if (format === 'values') return done(csvFile(`${name}-values`, allowed));
  const rows = [
    columns.map((column) => columnName(locale, column)),
    ...needs.map((need) => needCells(locale, labels, review, need)),
  ];
  return format === 'csv'
    ? done(csvFile(name, rows))
    : workbookFile(actor, { name, locale, needs: rows, allowed });
}
