import type { Region } from '#lib/convention/regions';
import { formatNumber } from '#lib/text/format';
import { listAddress, type EditionScope } from '#lib/notes/addresses';
import { regionColour, type BarChart, type Colour } from '#lib/documents/figures/figure';
import { seriesChart } from '#lib/documents/figures/series-chart';
import type { Runs, Table } from '#lib/documents/model/document';
import type { Reading } from '#lib/notes/model/evaluate';
import { grid, type Cell, type ExhibitName, type Naming } from '#lib/notes/exhibit-grids';
import type { Exhibit, Shown } from '#lib/notes/model/vocabulary';

/** Every number of an exhibit by its row and column, to be compared with what it was. */
export const exhibitShown = (
  exhibit: Exhibit,
  reading: Reading,
  naming: Naming,
): Readonly<Record<string, Shown>> => {
  const { rows, columns } = grid(exhibit.name as ExhibitName, exhibit.in, reading, naming);
  return Object.fromEntries(
    rows.flatMap(({ code, cells }) =>
      cells.map(({ n }, at) => [`${code}.${columns[at]!.code}`, { number: n }]),
    ),
  );
};

/** The place of a regional group's colour; other series follow one another. */
const colourOf = (code: string, at: number, regions: boolean): Colour =>
  regions ? regionColour(code as Region) : (at as Colour);

export function exhibit(
  key: string,
  { name, in: narrowing }: Exhibit,
  first: string,
  reading: Reading,
  naming: Naming,
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
  } = grid(name as ExhibitName, narrowing, reading, naming);
  const shown = ({ n, list, in: own, percent: share }: Cell, value: string): Runs => {
    if (n === null) return [{ text: '–', value }];
    const text = formatNumber(naming.locale, n);
    const number = { text, value, ...(n > 0 && { href: listAddress(scope, list, own) }) };
    return share ? [number, { text: naming.t('notes.exhibits.percentSign') }] : [number];
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
    chart: seriesChart(naming.locale, {
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
