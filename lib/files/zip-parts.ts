import 'server-only';
import { fromBufferPromise, type Entry } from 'yauzl';
import { FileRefused } from '#lib/files/refusal';

const mostEntries = 2000;
/**
 * What all parts may hold together, counted while they are unpacked: what a file says of its own
 * sizes is not believed.
 */
const mostBytes = 128 * 1024 * 1024;
/**
 * How many times its packed size a part may hold, once it is large. Text is packed to a tenth or
 * less, a bomb to a thousandth.
 */
const largestRatio = 150;
const largePart = 4 * 1024 * 1024;

/**
 * The parts of a zip file that are wanted, each whole. All the others are unpacked and counted as
 * well, and let go.
 */
export async function partsOf(
  content: Buffer,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(content, { strictFileNames: true }).catch(() => {
    throw new FileRefused('fileBroken');
  });
  if (zip.entryCount > mostEntries) throw new FileRefused('fileTooMuch');
  const parts = new Map<string, Buffer>();
  let total = 0;

  const unpacked = async (entry: Entry): Promise<Buffer> => {
    const kept: Buffer[] = [];
    let size = 0;
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      size += piece.length;
      total += piece.length;
      if (
        total > mostBytes ||
        (size > largePart && size > largestRatio * Math.max(1, entry.compressedSize))
      )
        throw new FileRefused('fileTooMuch');
      if (wanted(entry.fileName)) kept.push(piece);
    }
    return Buffer.concat(kept);
  };

  const names = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new FileRefused('fileEncrypted');
    // Two parts of one name would be one thing to us and another to the program that opens the
    // file.
    if (names.has(entry.fileName)) throw new FileRefused('fileBroken');
    names.add(entry.fileName);
    if (entry.fileName.endsWith('/')) continue;
    const part = await unpacked(entry);
    if (wanted(entry.fileName)) parts.set(entry.fileName, part);
  }
  return parts;
}
