import 'server-only';
import { FileRefused } from '#lib/files/refusal';
import { parseCsv, type Table } from '#lib/files/tables/table';

const startsWith = (content: Uint8Array, ...bytes: readonly number[]) =>
  bytes.every((byte, i) => content[i] === byte);

const isZip = (content: Uint8Array) => startsWith(content, 0x50, 0x4b, 3, 4);
const isOldOffice = (content: Uint8Array) => startsWith(content, 0xd0, 0xcf, 0x11, 0xe0);
const isPdf = (content: Uint8Array) => startsWith(content, 0x25, 0x50, 0x44, 0x46);

/**
 * Reads the table of a workbook or CSV file, told apart by content, not by name. `isKnown` knows the
 * headings, `sheet` is the name of a sheet. @throws FileRefused or UnreadableFile
 */
export async function readTable(
  content: Uint8Array,
  isKnown: (name: string) => boolean,
  sheet?: string,
): Promise<Table> {
  if (isZip(content)) {
    const { readWorkbook } = await import('#lib/files/tables/workbook');
    return readWorkbook(Buffer.from(content), { isKnown, name: sheet });
  }
  if (isOldOffice(content) || isPdf(content)) throw new FileRefused('fileOfOtherKind');
  return parseCsv(content, isKnown);
}
