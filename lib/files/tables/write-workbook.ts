import 'server-only';
import writeExcelFile from 'write-excel-file/node';
import { packWorkbook } from '#lib/files/tables/pack-workbook';
import { escapeSheetText } from '#lib/files/tables/sheet-text';

/** A sheet of a workbook; its first row holds the headings. Widths are in characters. */
export type WorkbookSheet = Readonly<{
  name: string;
  rows: readonly (readonly (string | number)[])[];
  widths: readonly number[];
}>;

function toCell(value: string | number, isHeading: boolean) {
  if (value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  const weight = isHeading ? { fontWeight: 'bold' as const } : {};
  return { value: escapeSheetText(value), type: String, wrap: true, ...weight };
}

export const writeWorkbook = (
  sheets: readonly WorkbookSheet[],
  rightToLeft: boolean,
): Promise<Uint8Array> =>
  packWorkbook(
    writeExcelFile(
      sheets.map(({ name, rows, widths }) => ({
        sheet: name,
        rightToLeft,
        stickyRowsCount: 1,
        columns: widths.map((width) => ({ width })),
        data: rows.map((cells, i) => cells.map((value) => toCell(value, i === 0))),
      })),
    ),
  );
