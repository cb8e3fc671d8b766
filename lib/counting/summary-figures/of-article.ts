import { categoryName, type Category } from '#lib/convention/categories';
import { regionName, type Region } from '#lib/convention/regions';
import type { FigureContext } from '#lib/counting/summary-figures/context';
import {
  categoryHeading,
  regionColumns,
  regionHeading,
  textHeadings,
} from '#lib/counting/summary-figures/headings';
import {
  needsCells,
  needsOfCategory,
  numberedBar,
} from '#lib/counting/summary-figures/region-needs';
import { categoriesSentence, regionsSentence } from '#lib/counting/summary-figures/sentences';
import {
  bar,
  countCell,
  summaryFigure,
  totalCell,
  type SummaryFigure,
} from '#lib/counting/summary-figures/summary-figure';
import type { Count } from '#lib/counting/count/count-types';
import { regionColour } from '#lib/documents/figures/figure';
import { formatNumber } from '#lib/text/format';

type Article = Count['articles'][number];

/** The needs of an article by category and regional group. */
export function categoriesOfArticle(
  context: FigureContext,
  { article, byCategory, cells }: Article,
): SummaryFigure {
  const { locale, t, opens } = context;
  const hrefOf = (category: Category) => (region: Region) =>
    opens?.('needs', { article, category, region });
  const categories = (Object.keys(byCategory) as Category[]).map((category) => ({
    category,
    needs: byCategory[category] ?? 0,
    byRegion: needsOfCategory(cells, category),
  }));
  const rows = categories.map(({ category, needs, byRegion }) => ({
    label: categoryName(category, locale),
    bars: [numberedBar(locale, needs, byRegion, hrefOf(category))],
  }));
  return summaryFigure(context, {
    id: 'article-categories',
    file: `article-${article}-categories`,
    caption: t('figures.categoriesOfArticle', { article }),
    rules: [t('figures.oneCategoryRule'), t('figures.partsRule')],
    rows,
    max: Math.max(...categories.map(({ needs }) => needs)),
    divided: true,
    table: {
      columns: [
        { text: t('summaries.category') },
        ...regionColumns(locale),
        { text: t('summaries.needsColumn') },
      ],
      rows: categories.map(({ category, needs, byRegion }) => ({
        header: categoryHeading(context, category),
        cells: [
          ...needsCells(byRegion, hrefOf(category)),
          totalCell(needs, opens?.('needs', { article, category })),
        ],
      })),
    },
    sentence: categoriesSentence(context, categories),
  });
}

/** The needs of an article, and the States that have them, by regional group. */
export function regionsOfArticle(
  context: FigureContext,
  { article, byRegion }: Article,
): SummaryFigure {
  const { locale, t, opens } = context;
  const rows = byRegion.map(({ region, needs, states }) => ({
    label: regionName(region, locale),
    bars: [
      bar(regionColour(region), needs, formatNumber(locale, needs), {
        note: t('figures.needs', { count: needs }),
        href: opens?.('needs', { article, region }),
      }),
      bar('plain', states, formatNumber(locale, states), {
        thin: true,
        note: t('figures.states', { count: states }),
        href: opens?.('states', { article, region }),
      }),
    ],
  }));
  return summaryFigure(context, {
    id: 'article-regions',
    file: `article-${article}-regions`,
    caption: t('figures.regionsOfArticle', { article }),
    rules: [t('figures.statesRule')],
    rows,
    max: Math.max(...byRegion.map(({ needs }) => needs)),
    table: {
      columns: textHeadings(
        t('summaries.region'),
        t('summaries.needsColumn'),
        t('summaries.statesColumn'),
      ),
      rows: byRegion.map(({ region, needs, states }) => ({
        header: regionHeading(context, region),
        cells: [
          totalCell(needs, opens?.('needs', { article, region })),
          countCell(states, opens?.('states', { article, region })),
        ],
      })),
    },
    sentence: regionsSentence(context, byRegion),
  });
}
