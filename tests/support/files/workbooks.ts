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

/** A cell of a sheet as XML, without its place: a text, or the XML itself. */
type RawCell = string | Readonly<{ xml: string }>;

/** A sheet of a workbook made by hand: its state, and its rows with their attributes. */
export type RawSheet = Readonly<{
  name: string;
  state?: 'visible' | 'hidden' | 'veryHidden';
  rows: readonly Readonly<{ attributes?: string; cells: readonly RawCell[] }>[];
  /** What it says of its columns. */
  columns?: string;
  /** Whether cells and rows say their places. */
  hasPlaces?: boolean;
}>;

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') +
  String.fromCharCode(65 + (column % 26));

function rawCell(cell: RawCell, place: string): string {
  if (typeof cell !== 'string') return cell.xml.replace('<c', `<c${place}`);
  if (cell === '' && place !== '') return '';
  return `<c${place} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

const sheetXml = ({ rows, columns, hasPlaces = true }: RawSheet) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${columns ? `<cols>${columns}</cols>` : ''}<sheetData>${rows
    .map(({ attributes = '', cells }, i) => {
      const row = hasPlaces ? ` r="${i + 1}"` : '';
      const inRow = cells.map((cell, at) =>
        rawCell(cell, hasPlaces ? ` r="${columnLetters(at)}${i + 1}"` : ''),
      );
      return `<row${row} ${attributes}>${inRow.join('')}</row>`;
    })
    .join('')}</sheetData></worksheet>`;

const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of these sheets, as other programs than ours may write it. */
export function workbookOfSheets(sheets: readonly RawSheet[]): Uint8Array {
  const relations = (list: readonly string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': relations([
      `<Relationship Id="rId1" Type="${officeTypes}/officeDocument" Target="xl/workbook.xml"/>`,
    ]),
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeTypes}"><sheets>${sheets
      .map(
        ({ name, state = 'visible' }, i) =>
          `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" state="${state}" r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${officeTypes}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      ),
    ),
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet);
  });
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}
