import 'server-only';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { FileRefused } from '#lib/files/refusal';

const maxEntries = 2000;
/** The most that all parts may hold, counted while unpacking: the sizes in the file may be wrong. */
const maxTotalBytes = 128 * 1024 * 1024;
/**
 * How many times its packed size a large part may hold. Text is packed to a tenth or less, a bomb
 * to a thousandth.
 */
const maxRatio = 150;
const largePartBytes = 4 * 1024 * 1024;

type ZipParts = ReadonlyMap<string, Buffer>;

/** Unpacks the entries of a file, and counts their bytes. */
class Unpacker {
  readonly #zip: ZipFile;
  #totalBytes = 0;

  constructor(zip: ZipFile) {
    this.#zip = zip;
  }

  /** Returns the content of an entry; empty where it is not wanted. @throws FileRefused */
  async unpack(entry: Entry, isWanted: boolean): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let size = 0;
    const stream = await this.#zip.openReadStreamPromise(entry);
    for await (const piece of stream as AsyncIterable<Buffer>) {
      size += piece.length;
      this.#totalBytes += piece.length;
      const ratio = size / Math.max(1, entry.compressedSize);
      const isBomb = size > largePartBytes && ratio > maxRatio;
      if (isBomb || this.#totalBytes > maxTotalBytes) throw new FileRefused('fileTooMuch');
      if (isWanted) pieces.push(piece);
    }
    return Buffer.concat(pieces);
  }
}

/**
 * Reads the parts of a zip file that are wanted. All others are unpacked and counted as well, but
 * not kept. @throws FileRefused
 */
export async function readZipParts(
  content: Buffer,
  isWanted: (name: string) => boolean,
): Promise<ZipParts> {
  const zip = await fromBufferPromise(content, { strictFileNames: true }).catch(() => {
    throw new FileRefused('fileBroken');
  });
  if (zip.entryCount > maxEntries) throw new FileRefused('fileTooMuch');
  const unpacker = new Unpacker(zip);
  const parts = new Map<string, Buffer>();
  const names = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (entry.isEncrypted()) throw new FileRefused('fileEncrypted');
    // Of two parts with one name, another program might open the one that was not checked.
    if (names.has(name)) throw new FileRefused('fileBroken');
    names.add(name);
    if (name.endsWith('/')) continue;
    const part = await unpacker.unpack(entry, isWanted(name));
    if (isWanted(name)) parts.set(name, part);
  }
  return parts;
}
