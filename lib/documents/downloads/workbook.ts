import 'server-only';
import type { Cell, Table } from '#lib/documents/downloads/cells';

type Said = Readonly<{
  sheet: string;
  aboutSheet: string;
  rightToLeft: boolean;
  /** How it is counted, a line each. */ about: readonly string[];
}>;

function cellOf(cell: Cell) {
  if (typeof cell === 'string')
    return cell === '' ? null : { value: cell, type: String, wrap: true };
  if ('n' in cell) return { value: cell.n, type: Number };
  return cell.percent === null ? null : { value: cell.percent / 100, type: Number, format: '0%' };
}

/**
 * A table as a workbook: numbers as numbers, percentages as such, and a second sheet that says how
 * it is counted.
 */
export async function tableWorkbook(
  { heads, rows }: Table,
  { sheet, aboutSheet, rightToLeft, about }: Said,
): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  return writeWorkbook([
    {
      sheet,
      rightToLeft,
      stickyRowsCount: 1,
      columns: heads.map((_, at) => ({ width: at === 0 ? 44 : 16 })),
      data: [
        heads.map((value) =>
          value === '' ? null : { value, type: String, wrap: true, fontWeight: 'bold' as const },
        ),
        ...rows.map((row) => row.map(cellOf)),
      ],
    },
    {
      sheet: aboutSheet,
      rightToLeft,
      columns: [{ width: 100 }],
      data: about.map((value) => [{ value, type: String, wrap: true }]),
    },
  ]).toBuffer();
}
