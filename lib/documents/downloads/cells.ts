import { byteOrderMark, csvLine } from '#lib/text/csv';

/**
 * A cell of a table that is taken away: words, a count, or a whole percentage (null: of an empty
 * base).
 */
export type Cell = string | Readonly<{ n: number }> | Readonly<{ percent: number | null }>;
export type Table = Readonly<{ heads: readonly string[]; rows: readonly (readonly Cell[])[] }>;

function plain(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if ('n' in cell) return String(cell.n);
  return cell.percent === null ? '' : String(cell.percent);
}

/**
 * A table as CSV: plain digits in every language; a percentage is its number, and the head of its
 * column says so.
 */
export function tableCsv({ heads, rows }: Table): string {
  const shares = heads.map((_, at) =>
    rows.some((row) => {
      const cell = row[at];
      return typeof cell === 'object' && 'percent' in cell;
    }),
  );
  return (
    byteOrderMark +
    csvLine(heads.map((head, at) => (shares[at] ? `${head} (%)` : head))) +
    rows.map((row) => csvLine(row.map(plain))).join('')
  );
}
