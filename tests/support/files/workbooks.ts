import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/node';

/** A workbook with these rows on its first sheet, as a spreadsheet would save it. */
export const workbookOf = async (rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
  writeWorkbook([
    { sheet: 'A', data: rows.map((cells) => cells.map((value) => ({ value, type: String }))) },
  ]).toBuffer();

/** A workbook some parts of which are put otherwise; a part that is not there is added. */
export function withParts(
  workbook: Uint8Array,
  changes: Readonly<Record<string, (text: string) => string>>,
): Uint8Array {
  const parts = unzipSync(workbook);
  for (const [name, change] of Object.entries(changes))
    parts[name] = strToU8(change(parts[name] ? strFromU8(parts[name]) : ''));
  return zipSync(parts);
}

/** A workbook whose first sheet unpacks to very much. */
export const bomb = (workbook: Uint8Array, megabytes: number): Uint8Array =>
  withParts(workbook, {
    'xl/worksheets/sheet1.xml': (text) =>
      text.replace('</sheetData>', `</sheetData>${' '.repeat(megabytes * 1024 * 1024)}`),
  });
