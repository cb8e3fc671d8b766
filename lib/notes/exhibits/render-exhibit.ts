import type { Region } from '#lib/convention/regions';
import { formatNumber } from '#lib/text/format';
import { listAddress, type EditionScope } from '#lib/notes/model/list-addresses';
import { regionColour, type BarChart, type Colour } from '#lib/documents/figures/figure';
import { seriesChart } from '#lib/documents/figures/series-chart';
import type { Runs, Table } from '#lib/documents/model/document';
import type { NoteCounts } from '#lib/notes/model/evaluate';
import {
  exhibitGrid,
  type ExhibitCell,
  type ExhibitName,
  type NamingContext,
} from '#lib/notes/exhibits/grids';
import type { Exhibit, EvaluatedValue } from '#lib/notes/model/vocabulary';

/** Returns every number of an exhibit by row and column, to compare with accepted numbers. */
export const evaluateExhibit = (
  exhibit: Exhibit,
  counts: NoteCounts,
  naming: NamingContext,
): Readonly<Record<string, EvaluatedValue>> => {
  const { rows, columns } = exhibitGrid(exhibit.name as ExhibitName, exhibit.in, counts, naming);
  return Object.fromEntries(
    rows.flatMap(({ code, cells }) =>
      cells.map(({ n }, at) => [`${code}.${columns[at]!.code}`, { number: n }]),
    ),
  );
};

/** The colour of a series: fixed for a regional group, else by its order. */
const colourOf = (code: string, at: number, regions: boolean): Colour =>
  regions ? regionColour(code as Region) : (at as Colour);

/** Renders an exhibit as a table and, from the same numbers, the data of a chart. */
export function renderExhibit(
  key: string,
  { name, in: filter }: Exhibit,
  first: string,
  counts: NoteCounts,
  naming: NamingContext,
  scope: EditionScope,
): Readonly<{ table: Table; chart: BarChart }> {
  const {
    columns,
    rows,
    drawn,
    kind,
    percent: percents,
    axis,
    regions = false,
  } = exhibitGrid(name as ExhibitName, filter, counts, naming);
  const shown = ({ n, list, in: own, percent: share }: ExhibitCell, value: string): Runs => {
    if (n === null) return [{ text: '–', value }];
    const text = formatNumber(naming.wording.locale, n);
    const number = { text, value, ...(n > 0 && { href: listAddress(scope, list, own) }) };
    return share ? [number, { text: naming.wording.t('notes.exhibits.percentSign') }] : [number];
  };
  return {
    table: {
      columns: [first, ...columns.map((column) => column.name)],
      rows: rows.map(({ code, header, cells, sum }) => ({
        header,
        cells: cells.map((cell, at) => shown(cell, `${key}.${code}.${columns[at]!.code}`)),
        ...(sum && { sum }),
      })),
    },
    chart: seriesChart(naming.wording.locale, {
      kind,
      percent: percents,
      axis,
      labels: rows.filter(({ sum }) => !sum).map(({ header }) => header),
      series: drawn.map((at, order) => ({
        name: columns[at]!.name,
        colour: colourOf(columns[at]!.code, order, regions),
        values: rows.filter(({ sum }) => !sum).map(({ cells }) => cells[at]!.n ?? 0),
      })),
    }),
  };
}
