import { UnreadableFile } from '#lib/files/tables/faults';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const startsWith = (bytes: Buffer, ...prefix: readonly number[]) =>
  prefix.every((byte, i) => bytes[i] === byte);

/**
 * Returns the encoding and the length of the byte order mark. UTF-16 needs its mark; an encoding
 * that could only be guessed is refused.
 */
function detectEncoding(bytes: Buffer): Readonly<{ encoding: Encoding; markLength: number }> {
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff))
    throw new UnreadableFile('utf32');
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', markLength: 3 };
  if (startsWith(bytes, 0xff, 0xfe)) return { encoding: 'utf-16le', markLength: 2 };
  if (startsWith(bytes, 0xfe, 0xff)) return { encoding: 'utf-16be', markLength: 2 };
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) throw new UnreadableFile('workbook');
  if (bytes.subarray(0, 4).includes(0)) throw new UnreadableFile('utf16WithoutMark');
  return { encoding: 'utf-8', markLength: 0 };
}

/** The number of bytes of a UTF-8 character, by its first byte. */
function utf8Length(firstByte: number): number {
  if (firstByte >= 0xf0) return 4;
  if (firstByte >= 0xe0) return 3;
  return firstByte >= 0xc0 ? 2 : 1;
}

/** Whether the last UTF-16 code unit before `end` is the first half of a surrogate pair. */
function endsInHighSurrogate(bytes: Buffer, end: number, encoding: Encoding): boolean {
  if (end === 0) return false;
  const highByte = bytes[encoding === 'utf-16le' ? end - 1 : end - 2]!;
  return (highByte & 0xfc) === 0xd8;
}

/** How many of the bytes are whole characters; the rest waits for the next bytes. */
function wholeCharactersLength(bytes: Buffer, encoding: Encoding): number {
  const { length } = bytes;
  if (encoding !== 'utf-8') {
    const even = length - (length % 2);
    return endsInHighSurrogate(bytes, even, encoding) ? even - 2 : even;
  }
  for (let back = 1; back <= 3 && back <= length; back += 1) {
    const byte = bytes[length - back]!;
    const isContinuation = (byte & 0xc0) === 0x80;
    if (isContinuation) continue;
    return utf8Length(byte) > back ? length - back : length;
  }
  return length;
}

const replacementCharacter = {
  'utf-8': [0xef, 0xbf, 0xbd],
  'utf-16le': [0xfd, 0xff],
  'utf-16be': [0xff, 0xfd],
} as const;

const byteLength = (text: string, encoding: Encoding) =>
  encoding === 'utf-8' ? Buffer.byteLength(text) : 2 * text.length;

/**
 * Returns the text before the first invalid bytes. There a lenient decoder writes U+FFFD, which may
 * also stand in the file itself.
 */
function validPrefix(bytes: Buffer, encoding: Encoding): string {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    const before = text.slice(0, at);
    const rest = bytes.subarray(byteLength(before, encoding));
    if (!startsWith(rest, ...replacementCharacter[encoding])) return before;
  }
  return text;
}

/** Decodes the bytes of one file, which come in pieces. */
class FileDecoder {
  /** Bytes of a character that is not complete yet. */
  pending: Buffer = Buffer.alloc(0);
  #encoding: Encoding | undefined;
  #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** How many bytes of the file have been decoded. */
  #offset = 0;

  get hasEncoding(): boolean {
    return this.#encoding !== undefined;
  }

  /** Yields the text of the next bytes. @throws UnreadableFile after yielding the valid part. */
  *decode(bytes: Buffer, isLast: boolean): Generator<string> {
    const { encoding, content } = this.#begin(bytes);
    const whole = isLast ? content : content.subarray(0, wholeCharactersLength(content, encoding));
    this.pending = content.subarray(whole.length);
    let text: string | undefined;
    try {
      text = this.#decoder.decode(whole);
    } catch {
      const before = validPrefix(whole, encoding);
      yield before;
      throw this.#invalidByte(whole, byteLength(before, encoding), encoding);
    }
    this.#offset += whole.length;
    yield text;
  }

  /** Detects the encoding at the first bytes, and skips the byte order mark. */
  #begin(bytes: Buffer): Readonly<{ encoding: Encoding; content: Buffer }> {
    if (this.#encoding) return { encoding: this.#encoding, content: bytes };
    const { encoding, markLength } = detectEncoding(bytes);
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    this.#offset = markLength;
    return { encoding, content: bytes.subarray(markLength) };
  }

  #invalidByte(bytes: Buffer, at: number, encoding: Encoding): UnreadableFile {
    const hex = (bytes[at] ?? 0).toString(16).padStart(2, '0').toUpperCase();
    return new UnreadableFile(encoding === 'utf-8' ? 'notUtf8' : 'notUtf16', {
      byte: `0x${hex}`,
      offset: this.#offset + at,
    });
  }
}

/** Yields the text of a file, piece by piece. @throws UnreadableFile after all that is readable. */
export async function* decodeText(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new FileDecoder();
  for await (const piece of pieces) {
    const bytes = decoder.pending.length > 0 ? Buffer.concat([decoder.pending, piece]) : piece;
    // A byte order mark has up to four bytes.
    if (!decoder.hasEncoding && bytes.length < 4) decoder.pending = bytes;
    else yield* decoder.decode(bytes, false);
  }
  if (decoder.pending.length > 0) yield* decoder.decode(decoder.pending, true);
}
