import { categoryName } from '#lib/convention/categories';
import { regionName, type Region } from '#lib/convention/regions';
import type { FigureContext } from '#lib/counting/summary-figures/context';
import {
  categoryHeading,
  regionColumns,
  textHeadings,
} from '#lib/counting/summary-figures/headings';
import { needsParts } from '#lib/counting/summary-figures/region-needs';
import {
  categoriesSentence,
  leadsSentence,
  regionSentence,
} from '#lib/counting/summary-figures/sentences';
import {
  countCell,
  regionParts,
  shareCell,
  shareLength,
  summaryFigure,
  totalCell,
  type SummaryFigure,
} from '#lib/counting/summary-figures/summary-figure';
import { categoriesTable, listedCategories } from '#lib/counting/summary-figures/tables';
import type { Count } from '#lib/counting/count/count-types';
import { regionColour, type BarRow, type Part } from '#lib/documents/figures/figure';
import { formatNumber, formatPercent } from '#lib/text/format';

type Category = Count['categories'][number];

const categoryRows = (
  { locale, count }: FigureContext,
  parts: (counted: Category) => readonly Part[],
): BarRow[] =>
  listedCategories(count).map((counted) => ({
    label: categoryName(counted.category, locale),
    bars: [
      {
        value: counted.needs,
        parts: parts(counted),
        text: formatNumber(locale, counted.needs),
        note: `· ${formatPercent(locale, counted.share.percent)}`,
      },
    ],
  }));

const maxNeeds = ({ categories }: Count) => Math.max(...categories.map(({ needs }) => needs));

/** Figure 3: needs by category. */
export function needsByCategory(context: FigureContext): SummaryFigure {
  const { t, count, opens } = context;
  return summaryFigure(context, {
    id: 'figure-3',
    number: 3,
    caption: t('figures.needsByCategory'),
    rules: [t('figures.categoriesRule', { count: count.totals.needs })],
    rows: categoryRows(context, ({ category, byRegion }) =>
      needsParts(byRegion, (region) => opens?.('needs', { category, region })),
    ),
    max: maxNeeds(count),
    divided: true,
    table: categoriesTable(context),
    sentence: categoriesSentence(context, count.categories),
  });
}

/** Figure 7: of the needs of each category, the shares of the regional groups. */
export function regionsOfCategories(context: FigureContext): SummaryFigure {
  const { locale, t, count, opens } = context;
  const rows = listedCategories(count).map(({ category, needs, byRegion }): BarRow => ({
    label: categoryName(category, locale),
    bars: [
      {
        value: needs === 0 ? 0 : 100,
        backdrop: needs === 0,
        text: '',
        note: t('figures.ofNeeds', { count: needs }),
        parts: regionParts(byRegion, ({ region, share }) => ({
          value: shareLength(share),
          text: formatPercent(locale, share.percent),
          href: opens?.('needs', { category, region }),
        })),
      },
    ],
  }));
  return summaryFigure(context, {
    id: 'figure-7',
    number: 7,
    caption: t('figures.regionsOfCategories'),
    rules: [t('figures.regionsOfCategoriesRule'), t('figures.partsRule')],
    rows,
    max: 100,
    percent: true,
    divided: true,
    table: {
      columns: [
        { text: t('summaries.category') },
        ...regionColumns(locale),
        { text: t('summaries.needsColumn') },
      ],
      note: t('summaries.sharesNote'),
      rows: listedCategories(count).map(({ category, needs, byRegion }) => ({
        header: categoryHeading(context, category),
        cells: [
          ...byRegion.map(({ region, share }) =>
            shareCell(share, opens?.('needs', { category, region })),
          ),
          totalCell(needs, opens?.('needs', { category })),
        ],
      })),
    },
    sentence: leadsSentence(context),
  });
}

/** The categories of one regional group. The count has this group alone. */
export function categoriesOfRegion(context: FigureContext, region: Region): SummaryFigure {
  const { locale, t, count, opens } = context;
  return summaryFigure(context, {
    id: `categories-${region}`,
    caption: t('figures.categoriesOfRegion', { region: regionName(region, locale) }),
    rules: [t('figures.categoriesRule', { count: count.totals.needs })],
    rows: categoryRows(context, ({ category, needs }) => [
      {
        fill: regionColour(region),
        value: needs,
        href: opens?.('needs', { category, region }),
      },
    ]),
    max: maxNeeds(count),
    table: {
      columns: textHeadings(
        t('summaries.category'),
        t('summaries.needsColumn'),
        t('summaries.share'),
        t('summaries.statesColumn'),
      ),
      note: t('summaries.sharesNote'),
      rows: listedCategories(count).map(({ category, needs, share, states }) => ({
        header: categoryHeading(context, category),
        cells: [
          totalCell(needs, opens?.('needs', { category, region })),
          shareCell(share),
          countCell(states, opens?.('states', { category, region })),
        ],
      })),
    },
    sentence: regionSentence(context, region, () => categoriesSentence(context, count.categories)),
  });
}
