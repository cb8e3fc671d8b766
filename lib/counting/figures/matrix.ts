import type { Category } from '#lib/convention/categories';
import { regionName, type Region } from '#lib/convention/regions';
import type { FigureContext } from '#lib/counting/figures/context';
import { categoryHeading, provisionHeading, textHeadings } from '#lib/counting/figures/headings';
import { countCell, shareCell, type SummaryFigure } from '#lib/counting/figures/summary-figure';
import type { Matrix } from '#lib/counting/summaries/numbers';

const numbersInNote: Readonly<Partial<Record<Region, string>>> = { AFR: '1', APG: '2' };

/**
 * Tables 1 and 2 of the note, and the same for the other regional groups and for all. Each need is
 * in exactly one row. It has no chart.
 */
export function matrixFigure(
  context: FigureContext,
  { region, rows, columns, total }: Matrix,
  id = 'matrix',
): SummaryFigure {
  const { locale, t, chapter, opens } = context;
  const needs = (cell: { row?: string; category?: Category } = {}) =>
    opens?.('needs', { ...(region && { region }), ...cell });
  const categories = Object.keys(columns) as Category[];
  const title = t('summaries.matrixCaption', {
    region: region ? regionName(region, locale) : t('summaries.allRegions'),
    chapter,
  });
  const number = region && numbersInNote[region];
  const caption = number ? t('figures.table', { number, caption: title }) : title;
  const provisionRows = rows.map(({ articles, cells, total: row, share }) => ({
    code: articles,
    header: provisionHeading(context, articles),
    cells: [
      ...categories.map((category) =>
        countCell(cells[category] ?? 0, needs({ row: articles, category })),
      ),
      countCell(row, needs({ row: articles }), true),
      shareCell(share),
    ],
  }));
  const totalRow = {
    header: { text: t('summaries.total') },
    cells: [
      ...categories.map((category) => countCell(columns[category] ?? 0, needs({ category }))),
      countCell(total, needs()),
      '',
    ],
    sum: true,
  };
  return {
    id,
    file: region ? `matrix-${region}` : 'matrix',
    caption,
    rule: '',
    description: '',
    chart: null,
    table: {
      id,
      caption,
      dimension: 'provision',
      columns: [
        { text: t('summaries.provision') },
        ...categories.map((category) => categoryHeading(context, category)),
        ...textHeadings(t('summaries.total'), t('summaries.share')),
      ],
      note: `${t('summaries.matrixNote')} ${t('summaries.sharesNote')}`,
      rows: [...provisionRows, totalRow],
    },
    sentence: null,
  };
}
