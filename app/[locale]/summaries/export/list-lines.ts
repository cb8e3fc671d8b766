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
import { byteOrderMark, csvLine } from '#lib/text/csv';
import { dateFromNumber } from '#lib/text/dates';
import { readList, type SummaryReading } from '../read-summary';

type Lines = AsyncGenerator<string>;
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

async function* needLines({ actor, question, view: { locale, t } }: SummaryReading): Lines {
  const vocabulary = await vocabularyWithRetiredTerms(actor);
  yield byteOrderMark + csvLine(needColumns.map((column) => columnName(t, column)));
  const pause = createPause();
  for await (const needs of needsInBatches(actor, needsListForPage(actor, question), batchSize)) {
    yield needs
      .map((need) =>
        csvLine(needColumns.map((column) => columnText(locale, t, vocabulary, need, column))),
      )
      .join('');
    await pause.rest();
  }
}

/** States by name in the language. */
function byName(locale: Locale): (a: string, b: string) => number {
  const inOrder = compareStateNames(locale);
  return (a, b) => inOrder(stateName(a, locale), stateName(b, locale));
}

async function* stateLines({ actor, question, view: { locale, t } }: SummaryReading): Lines {
  const codes = await statesForPage(actor, question);
  yield byteOrderMark + csvLine([t('seen.state')]);
  for (const code of codes.toSorted(byName(locale))) yield csvLine([stateName(code, locale)]);
}

async function* summaryLines({ actor, question, view: { locale, t } }: SummaryReading): Lines {
  const summaries = await summariesForPage(actor, question);
  yield byteOrderMark + csvLine([t('seen.state'), t('seen.completedOn'), t('seen.symbol')]);
  for (const { code, completedOn, symbol } of summaries.toSorted((a, b) =>
    byName(locale)(a.code, b.code),
  ))
    yield csvLine([stateName(code, locale), dateFromNumber(completedOn), symbol ?? '']);
}

async function* answerLines({ actor, question, view: { locale, t } }: SummaryReading): Lines {
  const answers = await answersForPage(actor, question);
  yield byteOrderMark + csvLine([t('seen.state'), t('summaries.article')]);
  for (const { code, article } of answers.toSorted(
    (a, b) => byName(locale)(a.code, b.code) || a.article - b.article,
  ))
    yield csvLine([stateName(code, locale), `${article} · ${articleTitle(article, locale)}`]);
}

async function* completenessLines({ actor, question, view }: SummaryReading): Lines {
  const { locale, t, count } = view;
  const articles = count.articles.map(({ article }) => article);
  yield (
    byteOrderMark +
      csvLine([
        t('summaries.region'),
        t('seen.completeness.reviewsColumn'),
        t('seen.completeness.completedColumn'),
        t('seen.completeness.answeredColumn'),
        t('seen.completeness.ofColumn'),
        ...articles.map((article) => `${article} · ${articleTitle(Number(article), locale)}`),
      ])
  );
  for (const { region, shown } of await completenessForPage(actor, question)) {
    const numbers = shown
      ? [shown.reviews, shown.completed, shown.answered, shown.of].concat(
          articles.map((article) => shown.byArticle[article] ?? 0),
        )
      : [];
    yield csvLine([regionName(region, locale), ...numbers.map(String)]);
  }
}

const lines: Readonly<Record<string, (reading: SummaryReading) => Lines>> = {
  needs: needLines,
  states: stateLines,
  completed: summaryLines,
  answered: answerLines,
  completeness: completenessLines,
};

/** Returns a list of the summaries as lines of CSV, or why there is none. */
export async function listLines(
  locale: Locale,
  list: string,
  query: Readonly<Record<string, string>>,
): Promise<Lines | 'nothing' | 'faults'> {
  if (!Object.hasOwn(lines, list)) return 'nothing';
  const reading = await readList(locale, Promise.resolve(query));
  if (!reading) return 'nothing';
  return reading.question.faults.length > 0 ? 'faults' : lines[list]!(reading);
}
