import { categoryName } from '#lib/convention/categories';
import { regionName } from '#lib/convention/regions';
import type { FigureContext, NameOf } from '#lib/counting/summary-figures/context';
import { regionHeading, textHeadings } from '#lib/counting/summary-figures/headings';
import { regionsSentence, sentence } from '#lib/counting/summary-figures/sentences';
import {
  bar,
  shareCell,
  summaryFigure,
  totalCell,
  type SummaryFigure,
} from '#lib/counting/summary-figures/summary-figure';
import type { Count } from '#lib/counting/count/count-types';
import { regionColour } from '#lib/documents/figures/figure';
import { formatNumber, formatPercent } from '#lib/text/format';

type Category = Count['categories'][number];

/** The subcategories of a category. A need has at most one of them. */
export function subcategories(
  context: FigureContext,
  { category, needs: all, subcategories: counted }: Category,
  nameOf: NameOf,
): SummaryFigure {
  const { locale, t, opens } = context;
  const rows = counted.map(({ subcategory, needs, share: { percent } }) => ({
    label: nameOf(subcategory),
    bars: [
      bar('every', needs, formatNumber(locale, needs), {
        note: `· ${formatPercent(locale, percent)}`,
        href: opens?.('needs', { category, subcategory }),
      }),
    ],
  }));
  const items = counted.map(({ subcategory, needs }) => ({ key: subcategory, n: needs }));
  return summaryFigure(context, {
    id: 'subcategories',
    file: `category-${category}-subcategories`,
    caption: t('figures.subcategories', { category: categoryName(category, locale) }),
    rules: [t('figures.subcategoriesRule', { count: all })],
    rows,
    max: Math.max(0, ...counted.map(({ needs }) => needs)),
    table: {
      columns: textHeadings(
        t('summaries.subcategory'),
        t('summaries.needsColumn'),
        t('summaries.share'),
      ),
      note: t('summaries.sharesNote'),
      rows: counted.map(({ subcategory, needs, share }) => ({
        header: { text: nameOf(subcategory) },
        cells: [totalCell(needs, opens?.('needs', { category, subcategory })), shareCell(share)],
      })),
    },
    sentence: sentence(context, 'subcategory', items, nameOf),
  });
}

/** The regional groups whose States have needs of a category. */
export function regionsOfCategory(
  context: FigureContext,
  { category, needs: all, byRegion }: Category,
): SummaryFigure {
  const { locale, t, opens } = context;
  const rows = byRegion.map(({ region, needs, share: { percent } }) => ({
    label: regionName(region, locale),
    bars: [
      bar(regionColour(region), needs, formatNumber(locale, needs), {
        note: `· ${formatPercent(locale, percent)}`,
        href: opens?.('needs', { category, region }),
      }),
    ],
  }));
  return summaryFigure(context, {
    id: 'category-regions',
    file: `category-${category}-regions`,
    caption: t('figures.regionsOfCategory', { category: categoryName(category, locale) }),
    rules: [t('figures.sharesOfCategoryRule', { count: all })],
    rows,
    max: Math.max(...byRegion.map(({ needs }) => needs)),
    table: {
      columns: textHeadings(
        t('summaries.region'),
        t('summaries.needsColumn'),
        t('summaries.share'),
      ),
      note: t('summaries.sharesNote'),
      rows: byRegion.map(({ region, needs, share }) => ({
        header: regionHeading(context, region),
        cells: [totalCell(needs, opens?.('needs', { category, region })), shareCell(share)],
      })),
    },
    sentence: regionsSentence(context, byRegion),
  });
}
