import 'server-only';
import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { FileRefused } from '#lib/files/refusal';
import { partsOf } from '#lib/files/zip-parts';
import { tableOf, type Table } from '#lib/needs/imports/table';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const macroType = /application\/vnd\.(ms-excel\.[^"']*macroEnabled|ms-office\.vbaProject)/i;
/** Links that a spreadsheet would follow to fetch data. A link that a person may click is none. */
const externalLink = /relationships\/(externalLink|connections|xmlMaps|queryTable|oleObject)["']/i;

/**
 * The parts of a workbook that are read, after all of the file has been looked at. @throws
 * FileRefused
 */
async function checkedParts(content: Buffer): Promise<Readonly<Record<string, Buffer>>> {
  const names: string[] = [];
  const parts = await partsOf(content, (name) => {
    names.push(name);
    return /\.(xml|rels)$/.test(name);
  });
  if (names.some((name) => /vbaProject|\.bin$/i.test(name) && /vba|macro/i.test(name)))
    throw new FileRefused('fileMacros');
  if (names.some((name) => /^xl\/(externalLinks|connections)/i.test(name)))
    throw new FileRefused('fileLinks');
  for (const part of parts.values()) {
    // A part in UTF-16 would hide from what is looked for below; no spreadsheet writes one.
    if (part[0] === 0xff || part[0] === 0xfe || part.subarray(0, 100).includes(0))
      throw new FileRefused('fileBroken');
    if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY'))
      throw new FileRefused('fileDoctype');
  }
  const types = String(parts.get('[Content_Types].xml') ?? '');
  if (macroType.test(types)) throw new FileRefused('fileMacros');
  if (!types.includes(workbookType)) throw new FileRefused('fileOfOtherKind');
  for (const [name, part] of parts)
    if (name.endsWith('.rels') && externalLink.test(String(part)))
      throw new FileRefused('fileLinks');
  return Object.fromEntries(parts);
}

const written = (cell: unknown): string =>
  cell instanceof Date
    ? cell.toISOString().slice(0, 10)
    : cell === null || cell === undefined
      ? ''
      : String(cell);

/**
 * Reads the first sheet of a workbook. Only what was checked is read: it is packed anew, without
 * compression. @throws FileRefused
 */
export async function workbookTable(content: Buffer): Promise<Table> {
  const archive = zipSync(await checkedParts(content), { level: 0 });
  const rows = await readSheet(archive.buffer as ArrayBuffer, 1, { trim: false }).catch(() => {
    throw new FileRefused('fileBroken');
  });
  const width = rows[0]?.length ?? 0;
  return tableOf(
    rows.map((cells, i) => ({
      line: i + 1,
      cells: [...cells.map(written), ...Array<string>(Math.max(0, width - cells.length)).fill('')],
    })),
  );
}
