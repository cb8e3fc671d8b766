import type { FaultKey, FaultValues } from '#lib/needs/imports/fault-texts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The file cannot be read any further. What came before it has been read. */
export class Unreadable extends Error {
  readonly key: FaultKey;
  readonly values: FaultValues;
  /** Where it is not the line that was reached. */
  readonly line: number | undefined;
  constructor(key: FaultKey, values: FaultValues = {}, line?: number) {
    super(key);
    this.key = key;
    this.values = values;
    this.line = line;
  }
}

const begins = (bytes: Buffer, ...mark: readonly number[]) =>
  mark.every((byte, i) => bytes[i] === byte);

/**
 * The encoding, and how long its mark is. UTF-16 is read by its mark alone; whatever is a guess is
 * refused.
 */
function encodingOf(bytes: Buffer): [Encoding, number] {
  if (begins(bytes, 0xff, 0xfe, 0, 0) || begins(bytes, 0, 0, 0xfe, 0xff))
    throw new Unreadable('utf32');
  if (begins(bytes, 0xef, 0xbb, 0xbf)) return ['utf-8', 3];
  if (begins(bytes, 0xff, 0xfe)) return ['utf-16le', 2];
  if (begins(bytes, 0xfe, 0xff)) return ['utf-16be', 2];
  if (begins(bytes, 0x50, 0x4b, 3, 4)) throw new Unreadable('workbook');
  if (bytes.subarray(0, 4).includes(0)) throw new Unreadable('utf16WithoutMark');
  return ['utf-8', 0];
}

/** How many of the bytes are whole characters; the rest waits for the next bytes. */
function wholeLength(bytes: Buffer, encoding: Encoding): number {
  const { length } = bytes;
  if (encoding !== 'utf-8') {
    const even = length - (length % 2);
    const high =
      even > 0 && (bytes[encoding === 'utf-16le' ? even - 1 : even - 2]! & 0xfc) === 0xd8;
    return high ? even - 2 : even;
  }
  for (let back = 1; back <= 3 && back <= length; back += 1) {
    const byte = bytes[length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? length - back : length;
  }
  return length;
}

const replacement = {
  'utf-8': [0xef, 0xbf, 0xbd],
  'utf-16le': [0xfd, 0xff],
  'utf-16be': [0xff, 0xfd],
} as const;
const lengthIn = (text: string, encoding: Encoding) =>
  encoding === 'utf-8' ? Buffer.byteLength(text) : 2 * text.length;

/**
 * What stands before the first bytes that are no character: there a lenient decoder writes U+FFFD,
 * which may also stand in the file itself.
 */
function readablePart(bytes: Buffer, encoding: Encoding): string {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    const before = text.slice(0, at);
    if (!begins(bytes.subarray(lengthIn(before, encoding)), ...replacement[encoding]))
      return before;
  }
  return text;
}

/** The text of a file, piece by piece. @throws Unreadable after all that could be read. */
export async function* decoded(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let encoding: Encoding | undefined;
  let decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let waiting: Buffer = Buffer.alloc(0);
  let offset = 0;

  function* take(bytes: Buffer, last: boolean): Generator<string> {
    if (!encoding) {
      let mark = 0;
      [encoding, mark] = encodingOf(bytes);
      decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
      offset = mark;
      bytes = bytes.subarray(mark);
    }
    const whole = last ? bytes : bytes.subarray(0, wholeLength(bytes, encoding));
    waiting = bytes.subarray(whole.length);
    let text: string | undefined;
    try {
      text = decoder.decode(whole);
    } catch {
      const before = readablePart(whole, encoding);
      yield before;
      const length = lengthIn(before, encoding);
      const byte = `0x${(whole[length] ?? 0).toString(16).padStart(2, '0').toUpperCase()}`;
      throw new Unreadable(encoding === 'utf-8' ? 'notUtf8' : 'notUtf16', {
        byte,
        offset: offset + length,
      });
    }
    offset += whole.length;
    yield text;
  }

  for await (const piece of pieces) {
    const bytes = waiting.length > 0 ? Buffer.concat([waiting, piece]) : piece;
    if (!encoding && bytes.length < 4) waiting = bytes;
    else yield* take(bytes, false);
  }
  if (waiting.length > 0) yield* take(waiting, true);
}
