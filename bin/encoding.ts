import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | undefined;

/** The encoding in which the reader gets a text; undefined where only the text itself will do. */
export function encodingFor(accepted: string | undefined): Encoding {
  const takes = (name: string) => new RegExp(`(^|[\\s,])${name}\\s*(,|$|;(?!\\s*q=0(\\.0*)?\\s*(,|$)))`).test(accepted ?? '');
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined;
}

/** Quick rather than small: for what is sent once. */
export const encoded = (body: Buffer, encoding: 'br' | 'gzip'): Buffer => (encoding === 'br'
  ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
  : gzipSync(body, { level: 6 }));
