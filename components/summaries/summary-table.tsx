import { HeadingText } from '#components/summaries/heading-text';
import { NumberCell } from '#components/summaries/numbers';
import { Table } from '#components/summaries/table';
import type { Locale } from '#lib/convention/names';
import type { SummaryTable as TableData } from '#lib/counting/summary-figures/summary-figure';
import type { FigureCell, FigureRow } from '#lib/documents/figures/figure';
import { formatPercent } from '#lib/text/format';

function Cell({ locale, cell }: { locale: Locale; cell: FigureCell }) {
  if (typeof cell === 'string') return <td>{cell || null}</td>;
  if ('count' in cell)
    return <NumberCell locale={locale} n={cell.count} href={cell.href} sum={cell.sum} />;
  const text = formatPercent(locale, cell.percent);
  return (
    <td>
      {cell.href ? (
        <a className="opens" href={cell.href}>
          {text}
        </a>
      ) : (
        text
      )}
    </td>
  );
}

type RowProps = Readonly<{
  locale: Locale;
  dimension: TableData['dimension'];
  row: FigureRow;
}>;

function Row({ locale, dimension, row: { code, header, cells } }: RowProps) {
  const data = dimension && code ? { [`data-${dimension}`]: code } : {};
  return (
    <tr {...data}>
      <th scope="row">
        <HeadingText heading={header} />
      </th>
      {cells.map((cell, at) => (
        <Cell key={at} locale={locale} cell={cell} />
      ))}
    </tr>
  );
}

type Props = Readonly<{
  locale: Locale;
  table: TableData;
  /** The id of its caption, if it has none of its own. */
  labelledBy?: string;
}>;

/** A table of a summary page. Rows that add up the others are its foot. */
export function SummaryTable({ locale, table, labelledBy }: Props) {
  const { id, caption, dimension, columns, rows, note } = table;
  const rowElements = (sum: boolean) =>
    rows
      .filter((row) => (row.sum ?? false) === sum)
      .map((row, at) => <Row key={at} locale={locale} dimension={dimension} row={row} />);
  return (
    <Table
      id={id}
      caption={caption}
      labelledBy={caption ? undefined : labelledBy}
      heads={columns.map((column, at) => (
        <HeadingText key={at} heading={column} />
      ))}
      foot={rows.some(({ sum }) => sum) ? rowElements(true) : undefined}
      note={note}
    >
      {rowElements(false)}
    </Table>
  );
}
