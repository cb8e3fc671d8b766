import type { FigureContext } from '#lib/counting/summary-figures/context';
import {
  articleHeading,
  categoryHeading,
  regionColumns,
  regionHeading,
  textHeadings,
} from '#lib/counting/summary-figures/headings';
import { needsCells } from '#lib/counting/summary-figures/region-needs';
import {
  countCell,
  shareCell,
  totalCell,
  type SummaryTable,
} from '#lib/counting/summary-figures/summary-figure';
import type { Count } from '#lib/counting/count/count-types';

/** The six categories of the note, and other assistance where it occurs. */
export const listedCategories = ({ categories }: Count): Count['categories'] =>
  categories.filter(({ category, needs }) => category !== 'other' || needs > 0);

/** Summaries, States with needs, and needs, by regional group. */
export function regionsTable(context: FigureContext): SummaryTable {
  const { t, opens, count } = context;
  const { regions, totals } = count;
  return {
    id: 'regions',
    caption: t('summaries.regionsCaption'),
    dimension: 'region',
    columns: textHeadings(
      t('summaries.region'),
      t('summaries.summariesColumn'),
      t('summaries.statesColumn'),
      t('summaries.shareOfStates'),
      t('summaries.needsColumn'),
      t('summaries.shareOfNeeds'),
    ),
    rows: [
      ...regions.map(
        ({ region, summaries, statesWithNeeds, needs, shareOfStates, shareOfNeeds }) => ({
          code: region,
          header: regionHeading(context, region),
          cells: [
            countCell(summaries, opens?.('completed', { region })),
            countCell(statesWithNeeds, opens?.('states', { region })),
            shareCell(shareOfStates),
            countCell(needs, opens?.('needs', { region })),
            shareCell(shareOfNeeds),
          ],
        }),
      ),
      {
        header: { text: t('summaries.all') },
        cells: [
          countCell(totals.summaries, opens?.('completed')),
          countCell(totals.statesWithNeeds, opens?.('states')),
          shareCell(totals.shareOfStates),
          countCell(totals.needs, opens?.('needs')),
          '',
        ],
        sum: true,
      },
    ],
  };
}

/** Each need has one category. */
export function categoriesTable(context: FigureContext): SummaryTable {
  const { locale, t, opens, count } = context;
  return {
    id: 'categories',
    caption: t('summaries.categoriesCaption'),
    dimension: 'category',
    note: t('summaries.sharesNote'),
    columns: [
      { text: t('summaries.category') },
      ...regionColumns(locale),
      ...textHeadings(
        t('summaries.needsColumn'),
        t('summaries.share'),
        t('summaries.statesColumn'),
      ),
    ],
    rows: listedCategories(count).map(({ category, needs, states, share, byRegion }) => ({
      code: category,
      header: categoryHeading(context, category),
      cells: [
        ...needsCells(byRegion, (region) => opens?.('needs', { category, region })),
        totalCell(needs, opens?.('needs', { category })),
        shareCell(share),
        countCell(states, opens?.('states', { category })),
      ],
    })),
  };
}

/** A need counts under each of its articles. */
export function articlesTable(context: FigureContext): SummaryTable {
  const { locale, t, opens, count } = context;
  return {
    id: 'articles',
    caption: t('summaries.articlesCaption'),
    dimension: 'article',
    note: t('summaries.articlesNote'),
    columns: [
      { text: t('summaries.article') },
      ...regionColumns(locale),
      ...textHeadings(t('summaries.needsColumn'), t('summaries.statesColumn')),
    ],
    rows: count.articles.map(({ article, needs, states, byRegion }) => ({
      code: article,
      header: articleHeading(context, article),
      cells: [
        ...needsCells(byRegion, (region) => opens?.('needs', { article, region })),
        totalCell(needs, opens?.('needs', { article })),
        countCell(states, opens?.('states', { article })),
      ],
    })),
  };
}
