import { categoryName, categoryShortName } from '#lib/convention/categories';
import { regionCodes, regionName } from '#lib/convention/regions';
import type { FigureContext } from '#lib/counting/summary-figures/context';
import {
  articleHeading,
  articleText,
  categoryHeading,
} from '#lib/counting/summary-figures/headings';
import {
  bar,
  countCell,
  joinSentences,
  summaryFigure,
  totalCell,
  type SummaryFigure,
  type SummaryTable,
} from '#lib/counting/summary-figures/summary-figure';
import {
  articlesTable,
  categoriesTable,
  listedCategories,
} from '#lib/counting/summary-figures/tables';
import { regionColour, type Fill } from '#lib/documents/figures/figure';
import { formatNumber } from '#lib/text/format';

/** Charts of one kind on one scale, and one table of their numbers. */
export type FigureGroup = Readonly<{
  id: string;
  rule: string;
  figures: readonly SummaryFigure[];
  table: SummaryTable | null;
}>;

type Panel = Readonly<{
  key: string;
  /** The name of its files: those of the figure that has a page of its own. */
  file: string;
  caption: string;
  rows: readonly Readonly<{ label: string; fill: Fill; needs: number; href?: string }>[];
}>;

type Input = Readonly<{
  id: string;
  rule: string;
  panels: readonly Panel[];
  table: SummaryTable | null;
}>;

function figureGroup(context: FigureContext, { id, rule, panels, table }: Input): FigureGroup {
  const { locale, t } = context;
  const max = Math.max(0, ...panels.flatMap(({ rows }) => rows.map(({ needs }) => needs)));
  const figures = panels.map(({ key, file, caption, rows }) =>
    summaryFigure(context, {
      id: `${id}-${key}`,
      file,
      caption,
      rules: [],
      max,
      table: null,
      rows: rows.map(({ label, fill, needs, href }) => ({
        label,
        bars: [bar(fill, needs, formatNumber(locale, needs), { href })],
      })),
    }),
  );
  return { id, rule: joinSentences(context, [rule, t('seen.oneScale')]), figures, table };
}

/** The articles of every regional group. */
export function articlesOfRegions(context: FigureContext): FigureGroup {
  const { locale, t, opens, count } = context;
  const panels = regionCodes.map((region, r) => ({
    key: region,
    file: `articles-${region}`,
    caption: regionName(region, locale),
    rows: count.articles.map(({ article, byRegion }) => ({
      label: articleText(article, locale),
      fill: regionColour(region),
      needs: byRegion[r]!.needs,
      href: opens?.('needs', { article, region }),
    })),
  }));
  return figureGroup(context, {
    id: 'articles-of-regions',
    rule: t('figures.articlesRule'),
    panels,
    table: articlesTable(context),
  });
}

/** The categories of every regional group. */
export function categoriesOfRegions(context: FigureContext): FigureGroup {
  const { locale, t, opens, count } = context;
  const panels = regionCodes.map((region, r) => ({
    key: region,
    file: `categories-${region}`,
    caption: regionName(region, locale),
    rows: listedCategories(count).map(({ category, byRegion }) => ({
      label: categoryName(category, locale),
      fill: regionColour(region),
      needs: byRegion[r]!.needs,
      href: opens?.('needs', { category, region }),
    })),
  }));
  return figureGroup(context, {
    id: 'categories-of-regions',
    rule: t('figures.oneCategoryRule'),
    panels,
    table: categoriesTable(context),
  });
}

/** The regional groups of every category. */
export function regionsSideBySide(context: FigureContext): FigureGroup {
  const { locale, t, opens, count } = context;
  const panels = listedCategories(count).map(({ category, byRegion }) => ({
    key: category,
    file: `category-${category}-regions`,
    caption: categoryName(category, locale),
    rows: byRegion.map(({ region, needs }) => ({
      label: regionName(region, locale),
      fill: regionColour(region),
      needs,
      href: opens?.('needs', { category, region }),
    })),
  }));
  return figureGroup(context, {
    id: 'regions-of-categories',
    rule: t('figures.oneCategoryRule'),
    panels,
    table: null,
  });
}

/** Needs by article and category. A need counts under each of its articles. */
function articleCategoryTable(context: FigureContext): SummaryTable {
  const { t, opens, count } = context;
  const categories = listedCategories(count).map(({ category }) => category);
  return {
    id: 'article-category',
    caption: t('seen.articleCategory'),
    columns: [
      { text: t('summaries.article') },
      ...categories.map((category) => categoryHeading(context, category)),
      { text: t('summaries.needsColumn') },
    ],
    note: t('summaries.articlesNote'),
    rows: count.articles.map(({ article, needs, byCategory }) => ({
      header: articleHeading(context, article),
      cells: [
        ...categories.map((category) =>
          countCell(byCategory[category] ?? 0, opens?.('needs', { article, category })),
        ),
        totalCell(needs, opens?.('needs', { article })),
      ],
    })),
  };
}

/** The articles of every category. */
export function articlesOfCategories(context: FigureContext): FigureGroup {
  const { locale, t, opens, count } = context;
  const panels = listedCategories(count).map(({ category }) => ({
    key: category,
    file: `category-${category}-articles`,
    caption: categoryShortName(category, locale),
    rows: count.articles.map(({ article, byCategory }) => ({
      label: articleText(article, locale),
      fill: 'every' as const,
      needs: byCategory[category] ?? 0,
      href: opens?.('needs', { article, category }),
    })),
  }));
  return figureGroup(context, {
    id: 'articles-of-categories',
    rule: t('figures.articlesRule'),
    panels,
    table: articleCategoryTable(context),
  });
}
