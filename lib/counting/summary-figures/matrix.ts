import type { Category } from '#lib/convention/categories';
import { regionName, type Region } from '#lib/convention/regions';
import type { FigureContext } from '#lib/counting/summary-figures/context';
import {
  categoryHeading,
  provisionHeading,
  textHeadings,
} from '#lib/counting/summary-figures/headings';
import {
  countCell,
  shareCell,
  totalCell,
  type SummaryFigure,
  type SummaryTable,
} from '#lib/counting/summary-figures/summary-figure';
import type { Matrix } from '#lib/counting/count/count-types';

const numbersInNote: Readonly<Partial<Record<Region, string>>> = { AFR: '1', APG: '2' };

/** The caption, with the number of the note if the note has this table. */
function matrixCaption({ locale, t, chapter }: FigureContext, region: Region | null): string {
  const caption = t('summaries.matrixCaption', {
    region: region ? regionName(region, locale) : t('summaries.allRegions'),
    chapter,
  });
  const number = region && numbersInNote[region];
  return number ? t('figures.table', { number, caption }) : caption;
}

/** Each need is in exactly one row. */
function matrixTable(
  context: FigureContext,
  { region, rows, columns, total }: Matrix,
): Pick<SummaryTable, 'columns' | 'rows'> {
  const { t, opens } = context;
  const needs = (cell: { row?: string; category?: Category } = {}) =>
    opens?.('needs', { ...(region && { region }), ...cell });
  const categories = Object.keys(columns) as Category[];
  const provisionRows = rows.map(({ articles, cells, total: row, share }) => ({
    code: articles,
    header: provisionHeading(context, articles),
    cells: [
      ...categories.map((category) =>
        countCell(cells[category] ?? 0, needs({ row: articles, category })),
      ),
      totalCell(row, needs({ row: articles })),
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
    columns: [
      { text: t('summaries.provision') },
      ...categories.map((category) => categoryHeading(context, category)),
      ...textHeadings(t('summaries.total'), t('summaries.share')),
    ],
    rows: [...provisionRows, totalRow],
  };
}

/**
 * Tables 1 and 2 of the note, and the same for the other regional groups and for all of them. They
 * have no chart.
 */
export function matrixFigure(context: FigureContext, matrix: Matrix, id = 'matrix'): SummaryFigure {
  const { t } = context;
  const caption = matrixCaption(context, matrix.region);
  return {
    id,
    file: matrix.region ? `matrix-${matrix.region}` : 'matrix',
    caption,
    rule: '',
    description: '',
    chart: null,
    table: {
      id,
      caption,
      dimension: 'provision',
      note: `${t('summaries.matrixNote')} ${t('summaries.sharesNote')}`,
      ...matrixTable(context, matrix),
    },
    sentence: null,
  };
}
