import 'server-only';
import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { FileRefused } from '#lib/files/refusal';
import { readZipParts } from '#lib/files/read-zip';
import { toTable, type Table } from '#lib/files/tables/table';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const macroType = /application\/vnd\.(ms-excel\.[^"'/]*macroEnabled|ms-office\.vbaProject)/i;
/** Links that a spreadsheet follows to fetch data; one that a person may click is not refused. */
const externalLink = /relationships\/(externalLink|connections|xmlMaps|queryTable|oleObject)["']/i;

const isMacro = (name: string) => /vbaProject|\.bin$/i.test(name) && /vba|macro/i.test(name);

/** @throws FileRefused for a part that could hide something from the checks. */
function checkEncoding(part: Buffer) {
  // A part in UTF-16 would hide from the searches below; no spreadsheet writes one.
  const isUtf16 = part[0] === 0xff || part[0] === 0xfe || part.subarray(0, 100).includes(0);
  if (isUtf16) throw new FileRefused('fileBroken');
  if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) throw new FileRefused('fileDoctype');
}

/** Returns the XML parts of a workbook after checking the whole file. @throws FileRefused */
async function checkedParts(content: Buffer): Promise<Readonly<Record<string, Buffer>>> {
  const names: string[] = [];
  const parts = await readZipParts(content, (name) => {
    names.push(name);
    return /\.(xml|rels)$/.test(name);
  });
  if (names.some(isMacro)) throw new FileRefused('fileMacros');
  if (names.some((name) => /^xl\/(externalLinks|connections)/i.test(name)))
    throw new FileRefused('fileLinks');
  for (const part of parts.values()) checkEncoding(part);
  const types = String(parts.get('[Content_Types].xml') ?? '');
  if (macroType.test(types)) throw new FileRefused('fileMacros');
  if (!types.includes(workbookType)) throw new FileRefused('fileOfOtherKind');
  for (const [name, part] of parts)
    if (name.endsWith('.rels') && externalLink.test(String(part)))
      throw new FileRefused('fileLinks');
  return Object.fromEntries(parts);
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell);
}

/**
 * Reads the first sheet of a workbook. Only checked parts are read: they are packed anew, without
 * compression. @throws FileRefused
 */
export async function readWorkbook(content: Buffer): Promise<Table> {
  const archive = zipSync(await checkedParts(content), { level: 0 });
  const rows = await readSheet(archive.buffer as ArrayBuffer, 1, { trim: false }).catch(() => {
    throw new FileRefused('fileBroken');
  });
  const width = rows[0]?.length ?? 0;
  return toTable(
    rows.map((cells, i) => {
      const padding = Array<string>(Math.max(0, width - cells.length)).fill('');
      return { line: i + 1, cells: [...cells.map(cellText), ...padding] };
    }),
  );
}
