import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  gzipSync,
  unzipSync,
} from 'node:zlib';

export type Encoding = 'br' | 'gzip' | undefined;

/** A name in Accept-Encoding, unless it stands there with a weight of nothing. */
const named = (name: string) =>
  new RegExp(`(^|[\\s,])${name}\\s*(,|$|;(?!\\s*q=0(\\.0*)?\\s*(,|$)))`);
const [brotli, gzip] = [named('br'), named('gzip')];

/** The encoding in which the reader gets a text; undefined where only the text itself will do. */
export const encodingFor = (accepted = ''): Encoding =>
  brotli.test(accepted) ? 'br' : gzip.test(accepted) ? 'gzip' : undefined;

/** Quick rather than small: for what is sent once. */
export const encoded = (body: Buffer, encoding: 'br' | 'gzip'): Buffer =>
  encoding === 'br'
    ? brotliCompressSync(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 4,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      })
    : gzipSync(body, { level: 6 });

/** A text as it was before it was encoded by any of the ways that Next knows. */
export const decoded = (body: Buffer, encoding: string): Buffer =>
  encoding === 'br'
    ? brotliDecompressSync(body)
    : ['gzip', 'deflate'].includes(encoding)
      ? unzipSync(body)
      : body;
