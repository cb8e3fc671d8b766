import { categoryName, type Category } from '#lib/convention/categories';
import type { Region } from '#lib/convention/regions';
import type { FigureContext } from '#lib/counting/summary-figures/context';
import { articleHeading, articleText, regionColumns } from '#lib/counting/summary-figures/headings';
import {
  needsCells,
  needsOfCategory,
  numberedBar,
} from '#lib/counting/summary-figures/region-needs';
import { articlesSentence } from '#lib/counting/summary-figures/sentences';
import {
  summaryFigure,
  totalCell,
  type SummaryFigure,
} from '#lib/counting/summary-figures/summary-figure';

/**
 * The needs of a category by article and regional group. The note has it for capacity-building, as
 * figure 10.
 */
export function categoryByArticle(context: FigureContext, category: Category): SummaryFigure {
  const { locale, t, chapter, opens, count } = context;
  const inNote = category === 'capacity-building';
  const hrefOf = (article: string) => (region: Region) =>
    opens?.('needs', { article, category, region });
  const articles = count.articles.map(({ article, byCategory, cells }) => ({
    article,
    needs: byCategory[category] ?? 0,
    byRegion: needsOfCategory(cells, category),
  }));
  const rows = articles.map(({ article, needs, byRegion }) => ({
    label: articleText(article, locale),
    bars: [numberedBar(locale, needs, byRegion, hrefOf(article))],
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
          ...needsCells(byRegion, hrefOf(article)),
          totalCell(needs, opens?.('needs', { article, category })),
        ],
      })),
    },
    sentence: articlesSentence(context, articles),
  });
}
