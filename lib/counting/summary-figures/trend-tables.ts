import { regionCodes } from '#lib/convention/regions';
import type { FigureContext } from '#lib/counting/summary-figures/context';
import {
  articleHeading,
  categoryHeading,
  regionHeading,
  textHeadings,
} from '#lib/counting/summary-figures/headings';
import {
  countCell,
  totalCell,
  type SummaryTable,
} from '#lib/counting/summary-figures/summary-figure';
import { listedCategories } from '#lib/counting/summary-figures/tables';
import { inPeriod, periodName } from '#lib/counting/summary-figures/trends';
import type { CellFilter } from '#lib/counting/filter/page-query';
import type { Period } from '#lib/counting/count/trends';
import type { Heading } from '#lib/documents/figures/figure';

type Row = Readonly<{ header: Heading; cell: CellFilter; needs: (period: Period) => number }>;

/** One row for each region, category or article, one column for each year. */
function yearsTable(
  context: FigureContext,
  years: readonly Period[],
  head: string,
  rows: readonly Row[],
): Pick<SummaryTable, 'columns' | 'rows'> {
  const { t, opens } = context;
  return {
    columns: textHeadings(
      head,
      ...years.map(({ period }) => periodName(context, period)),
      t('summaries.total'),
    ),
    rows: rows.map(({ header, cell, needs }) => {
      const total = years.reduce((sum, year) => sum + needs(year), 0);
      return {
        header,
        cells: [
          ...years.map((year) =>
            countCell(needs(year), opens?.('needs', { ...cell, ...inPeriod(year) })),
          ),
          totalCell(total, opens?.('needs', cell)),
        ],
      };
    }),
  };
}

/** The needs of each year by regional group, by category and by article. */
export function trendTables(context: FigureContext, years: readonly Period[]): SummaryTable[] {
  const { t, count } = context;
  const regions = regionCodes.map((region) => ({
    header: regionHeading(context, region),
    cell: { region },
    needs: ({ byRegion }: Period) => byRegion[region],
  }));
  const categories = listedCategories(count).map(({ category }) => ({
    header: categoryHeading(context, category),
    cell: { category },
    needs: ({ byCategory }: Period) => byCategory[category],
  }));
  const articles = count.articles.map(({ article }) => ({
    header: articleHeading(context, article),
    cell: { article },
    needs: ({ byArticle }: Period) => byArticle[article] ?? 0,
  }));
  return [
    {
      id: 'years-regions',
      caption: t('seen.trends.regions'),
      ...yearsTable(context, years, t('summaries.region'), regions),
    },
    {
      id: 'years-categories',
      caption: t('seen.trends.categories'),
      ...yearsTable(context, years, t('summaries.category'), categories),
    },
    {
      id: 'years-articles',
      caption: t('seen.trends.articles'),
      note: t('summaries.articlesNote'),
      ...yearsTable(context, years, t('summaries.article'), articles),
    },
  ];
}
