import { columnName, columnText } from '#components/needs/need-columns';
import { createPause } from '#lib/base/pause';
import { articleTitle } from '#lib/convention/articles';
import type { Locale } from '#lib/convention/names';
import { regionName } from '#lib/convention/regions';
import { compareStateNames, stateName } from '#lib/convention/states';
import {
  answersForPage,
  completenessForPage,
  needsListForPage,
  statesForPage,
  summariesForPage,
} from '#lib/counting/summaries/page-queries';
import { needsInBatches } from '#lib/needs/lists/list-queries';
import { vocabularyWithRetiredTerms } from '#lib/needs/terms/queries';
import { dateFromNumber } from '#lib/text/dates';
import { readList, type SummaryReading } from '../read-summary';
import type { TableRows } from './table-rows';

type Reading = SummaryReading;
const row = (...cells: readonly (string | number)[]) => [cells];
const needColumns = [
  'reference',
  'state',
  'cycle',
  'chapter',
  'provision',
  'category',
  'subcategory',
  'topics',
  'types',
  'tags',
  'priority',
  'text',
] as const;
const batchSize = 150;

async function* needRows({ actor, question, view: { locale, t } }: Reading): TableRows {
  const vocabulary = await vocabularyWithRetiredTerms(actor);
  yield row(...needColumns.map((column) => columnName(t, column)));
  const pause = createPause();
  for await (const needs of needsInBatches(actor, needsListForPage(actor, question), batchSize)) {
    yield needs.map((need) =>
      needColumns.map((column) => columnText(locale, t, vocabulary, need, column)),
    );
    await pause.rest();
  }
}

/** States by name in the language. */
function byName(locale: Locale): (a: string, b: string) => number {
  const inOrder = compareStateNames(locale);
  return (a, b) => inOrder(stateName(a, locale), stateName(b, locale));
}

async function* stateRows({ actor, question, view: { locale, t } }: Reading): TableRows {
  const codes = await statesForPage(actor, question);
  yield row(t('seen.state'));
  for (const code of codes.toSorted(byName(locale))) yield row(stateName(code, locale));
}

async function* summaryRows({ actor, question, view: { locale, t } }: Reading): TableRows {
  const summaries = await summariesForPage(actor, question);
  yield row(t('seen.state'), t('seen.completedOn'), t('seen.symbol'));
  for (const { code, completedOn, symbol } of summaries.toSorted((a, b) =>
    byName(locale)(a.code, b.code),
  ))
    yield row(stateName(code, locale), dateFromNumber(completedOn), symbol ?? '');
}

async function* answerRows({ actor, question, view: { locale, t } }: Reading): TableRows {
  const answers = await answersForPage(actor, question);
  yield row(t('seen.state'), t('summaries.article'));
  for (const { code, article } of answers.toSorted(
    (a, b) => byName(locale)(a.code, b.code) || a.article - b.article,
  ))
    yield row(stateName(code, locale), `${article} · ${articleTitle(article, locale)}`);
}

async function* completenessRows({ actor, question, view }: Reading): TableRows {
  const { locale, t, count } = view;
  const articles = count.articles.map(({ article }) => article);
  yield row(
    t('summaries.region'),
    t('seen.completeness.reviewsColumn'),
    t('seen.completeness.completedColumn'),
    t('seen.completeness.answeredColumn'),
    t('seen.completeness.ofColumn'),
    ...articles.map((article) => `${article} · ${articleTitle(Number(article), locale)}`),
  );
  for (const { region, shown } of await completenessForPage(actor, question)) {
    const numbers = shown
      ? [shown.reviews, shown.completed, shown.answered, shown.of].concat(
          articles.map((article) => shown.byArticle[article] ?? 0),
        )
      : [];
    yield row(regionName(region, locale), ...numbers);
  }
}

const tables: Readonly<Record<string, (reading: Reading) => TableRows>> = {
  needs: needRows,
  states: stateRows,
  completed: summaryRows,
  answered: answerRows,
  completeness: completenessRows,
};

/** Returns the rows of a list of the summaries, or why there is none. */
export async function listRows(
  locale: Locale,
  list: string,
  query: Readonly<Record<string, string>>,
): Promise<TableRows | 'nothing' | 'faults'> {
  if (!Object.hasOwn(tables, list)) return 'nothing';
  const reading = await readList(locale, Promise.resolve(query));
  if (!reading) return 'nothing';
  return reading.question.faults.length > 0 ? 'faults' : tables[list]!(reading);
}
