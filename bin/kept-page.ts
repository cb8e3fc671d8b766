import { createHash } from 'node:crypto';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { encoded, type Encoding } from '#bin/encoding';
import { escapeMarkup } from '#lib/text/escape';

/**
 * A rendered page as it is kept: what stands before and after the one place for the reader's name.
 */
export type KeptPage = Readonly<{
  digest: string;
  /** Whether it loads the script that brings it up to date. */
  live: boolean;
  head: Buffer;
  tail: Buffer;
  /** Both compressed by themselves, so that a name can stand between them. */
  deflated: Readonly<{ head: Buffer; tail: Buffer; headSum: number }>;
  bytes: number;
  /** What was made of it once it was asked for. */
  made: Map<'br' | 'gzip', Buffer>;
}>;

/**
 * @throws Error where the name's place is not there exactly once: such a page might hold something
 * personal.
 */
export function keptPage(html: string, place: string | null): KeptPage {
  const parts = place === null ? [html, ''] : html.split(place);
  if (parts.length !== 2)
    throw new Error(`a page to be kept has ${parts.length - 1} places for the reader's name`);
  const [head, tail] = parts.map((part) => Buffer.from(part!)) as [Buffer, Buffer];
  const deflated = {
    head: deflateRawSync(head, { finishFlush: constants.Z_FULL_FLUSH }),
    tail: deflateRawSync(tail),
    headSum: crc32(head),
  };
  const bytes = head.length + tail.length + deflated.head.length + deflated.tail.length;
  return {
    digest: createHash('sha256').update(html).digest('base64url').slice(0, 22),
    live: html.includes('<script'),
    head,
    tail,
    deflated,
    bytes: 2 * bytes,
    made: new Map(),
  };
}

/** A name as React writes it, with the apostrophe by its number, so that the page is as React's. */
const escaped = (name: string) => Buffer.from(escapeMarkup(name).replaceAll("'", '&#x27;'));

const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);

/**
 * One gzip stream of both parts and, uncompressed between them, the name: nothing is compressed
 * again for a reader.
 */
function gzipped({ deflated, head, tail }: KeptPage, name: Buffer): Buffer {
  const stored = Buffer.alloc(5);
  stored.writeUInt16LE(name.length, 1);
  stored.writeUInt16LE(name.length ^ 0xffff, 3);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(tail, crc32(name, deflated.headSum)), 0);
  trailer.writeUInt32LE(head.length + name.length + tail.length, 4);
  return Buffer.concat([gzipHeader, deflated.head, stored, name, deflated.tail, trailer]);
}

/**
 * The page for a reader of this name, in this encoding; without a name it is everybody's, and made
 * once. Brotli cannot be joined.
 */
export function bodyFor(
  page: KeptPage,
  name: string,
  encoding: Encoding,
): Readonly<{ body: Buffer; encoding: Encoding }> {
  if (name !== '') {
    const filled = escaped(name);
    return encoding
      ? { body: gzipped(page, filled), encoding: 'gzip' }
      : { body: Buffer.concat([page.head, filled, page.tail]), encoding };
  }
  if (!encoding) return { body: page.head, encoding };
  const body =
    page.made.get(encoding) ??
    (encoding === 'br' ? encoded(page.head, 'br') : gzipped(page, Buffer.alloc(0)));
  page.made.set(encoding, body);
  return { body, encoding };
}
