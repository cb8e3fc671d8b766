import type { FigureCell, FigureTable } from '#lib/documents/figures/figure';
import { isPercentColumn, rowCells } from '#lib/documents/figures/table';
import { byteOrderMark, csvLine } from '#lib/text/csv';

function csvText(cell: FigureCell): string {
  if (typeof cell === 'string') return cell;
  if ('count' in cell) return String(cell.count);
  return cell.percent === null ? '' : String(cell.percent);
}

/**
 * A table as CSV, with plain digits in every language. The head of a column of percentages says so,
 * and its cells have the number alone.
 */
export function tableCsv(table: FigureTable): string {
  const heads = table.columns.map(({ text }, at) =>
    isPercentColumn(table, at) ? `${text} (%)` : text,
  );
  const rows = table.rows.map((row) => csvLine(rowCells(row).map(csvText)));
  return byteOrderMark + csvLine(heads) + rows.join('');
}
