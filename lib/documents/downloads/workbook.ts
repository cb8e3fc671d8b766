import 'server-only';
import { packWorkbook } from '#lib/files/tables/pack-workbook';
import type { FigureCell, FigureTable } from '#lib/documents/figures/figure';
import { rowCells } from '#lib/documents/figures/table';

type Labels = Readonly<{
  sheet: string;
  aboutSheet: string;
  rightToLeft: boolean;
  /** How the numbers are counted, a line each. */
  about: readonly string[];
}>;

function headCell(text: string) {
  if (text === '') return null;
  return { value: text, type: String, wrap: true, fontWeight: 'bold' as const };
}

function sheetCell(cell: FigureCell) {
  if (typeof cell === 'string')
    return cell === '' ? null : { value: cell, type: String, wrap: true };
  if ('count' in cell) return { value: cell.count, type: Number };
  return cell.percent === null ? null : { value: cell.percent / 100, type: Number, format: '0%' };
}

/**
 * A table as a workbook (XLSX): numbers as numbers, percentages as percentages, and a second sheet
 * about how they are counted.
 */
export async function tableWorkbook(
  { columns, rows }: FigureTable,
  { sheet, aboutSheet, rightToLeft, about }: Labels,
): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  return packWorkbook(
    writeWorkbook([
      {
        sheet,
        rightToLeft,
        stickyRowsCount: 1,
        columns: columns.map((_, at) => ({ width: at === 0 ? 44 : 16 })),
        data: [
          columns.map(({ text }) => headCell(text)),
          ...rows.map((row) => rowCells(row).map(sheetCell)),
        ],
      },
      {
        sheet: aboutSheet,
        rightToLeft,
        columns: [{ width: 100 }],
        data: about.map((value) => [{ value, type: String, wrap: true }]),
      },
    ]),
  );
}
