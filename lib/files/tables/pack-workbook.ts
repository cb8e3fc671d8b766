import 'server-only';
import { unzipSync } from 'fflate';
import { zipPackage } from '#lib/files/zip-package';

/**
 * The bytes of a written workbook. They depend on its content alone: the writer would put the time
 * into them, and one question would have another file each second.
 */
export const packWorkbook = async (
  written: Readonly<{ toBuffer: () => Promise<Uint8Array> }>,
): Promise<Uint8Array> => zipPackage(unzipSync(new Uint8Array(await written.toBuffer())));
