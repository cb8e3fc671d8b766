import { categoryName, type Category } from '#lib/convention/categories';
import type { FigureContext } from '#lib/counting/figures/context';
import { articleHeading, articleText, regionColumns } from '#lib/counting/figures/headings';
import { articlesSentence } from '#lib/counting/figures/sentences';
import {
  countCell,
  regionParts,
  summaryFigure,
  type SummaryFigure,
} from '#lib/counting/figures/summary-figure';
import type { BarRow } from '#lib/documents/figures/figure';
import { formatNumber } from '#lib/text/format';

/**
 * The needs of a category by article and regional group. The note has it for capacity-building, as
 * figure 10.
 */
export function categoryByArticle(context: FigureContext, category: Category): SummaryFigure {
  const { locale, t, chapter, opens, count } = context;
  const inNote = category === 'capacity-building';
  const articles = count.articles.map(({ article, byCategory, cells }) => ({
    article,
    needs: byCategory[category] ?? 0,
    byRegion: cells.map((cell) => ({ region: cell.region, needs: cell.byCategory[category] ?? 0 })),
  }));
  const rows = articles.map(({ article, needs, byRegion }): BarRow => ({
    label: articleText(article, locale),
    bars: [
      {
        value: needs,
        text: formatNumber(locale, needs),
        parts: regionParts(byRegion, ({ region, needs: n }) => ({
          value: n,
          text: formatNumber(locale, n),
          href: opens?.('needs', { article, category, region }),
        })),
      },
    ],
  }));
  return summaryFigure(context, {
    id: 'figure-10',
    file: inNote ? undefined : `category-${category}-articles`,
    number: inNote ? 10 : undefined,
    caption: t('figures.categoryByArticle', {
      category: categoryName(category, locale),
      chapter,
    }),
    rules: [t('figures.articlesRule'), t('figures.partsRule')],
    rows,
    max: Math.max(...articles.map(({ needs }) => needs)),
    divided: true,
    table: {
      columns: [
        { text: t('summaries.article') },
        ...regionColumns(locale),
        { text: t('summaries.needsColumn') },
      ],
      note: t('summaries.articlesNote'),
      rows: articles.map(({ article, needs, byRegion }) => ({
        header: articleHeading(context, article),
        cells: [
          ...byRegion.map(({ region, needs: n }) =>
            countCell(n, opens?.('needs', { article, category, region })),
          ),
          countCell(needs, opens?.('needs', { article, category }), true),
        ],
      })),
    },
    sentence: articlesSentence(context, articles),
  });
}
