import { NumberCell } from '#components/summaries/numbers';
import type { SummaryView } from '#components/summaries/summary-view';
import type { NameOf } from '#lib/counting/summary-figures/context';
import { Table } from '#components/summaries/table';
import type { CellFilter } from '#lib/counting/filter/page-query';
import type { CrossTabulation } from '#lib/counting/count/cross-tabulation';

type Axis = Readonly<{
  codes: readonly string[];
  nameOf: NameOf;
  cell: (code: string) => CellFilter;
}>;
type Props = Pick<SummaryView, 'locale' | 't' | 'opens'> &
  Readonly<{
    id: string;
    caption: string;
    head: string;
    counted: CrossTabulation;
    rows: Axis;
    columns: Axis;
  }>;

/** Two lists of codes against each other; rows without any need are left out. */
export function CrossedTable({
  locale,
  t,
  opens,
  id,
  caption,
  head,
  counted,
  rows,
  columns,
}: Props) {
  const occurring = rows.codes.filter((row) => counted.row(row) > 0);
  return (
    <Table
      id={id}
      caption={caption}
      heads={[head, ...columns.codes.map(columns.nameOf)]}
      note={t('seen.crossed.note')}
    >
      {occurring.map((row) => (
        <tr key={row}>
          <th scope="row">{rows.nameOf(row)}</th>
          {columns.codes.map((column) => (
            <NumberCell
              key={column}
              locale={locale}
              n={counted.at(row, column)}
              href={opens?.('needs', { ...rows.cell(row), ...columns.cell(column) })}
            />
          ))}
        </tr>
      ))}
    </Table>
  );
}
