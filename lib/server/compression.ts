import 'server-only';
import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  gzipSync,
  unzipSync,
} from 'node:zlib';
import Negotiator from 'negotiator';

/** The content encodings that the register sends, the preferred one first. */
const contentEncodings = ['br', 'gzip'] as const;
export type ContentEncoding = (typeof contentEncodings)[number];

/** The encoding to send by an Accept-Encoding header; undefined: without any. */
export function encodingFor(acceptEncoding = ''): ContentEncoding | undefined {
  const negotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  const accepted = negotiator.encodings(contentEncodings);
  return contentEncodings.find((encoding) => accepted.includes(encoding));
}

/** Compresses quickly rather than well: for a body that is sent once. */
export const compress = (body: Buffer, encoding: ContentEncoding): Buffer =>
  encoding === 'br'
    ? brotliCompressSync(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 4,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      })
    : gzipSync(body, { level: 6 });

/** Undoes any content encoding that Next may have applied. */
export function decompress(body: Buffer, encoding: string): Buffer {
  if (encoding === 'br') return brotliDecompressSync(body);
  if (encoding === 'gzip' || encoding === 'deflate') return unzipSync(body);
  return body;
}
