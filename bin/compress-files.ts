import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { filesServed } from '#bin/files-served';

const compressible = /\.(js|css|svg|json|txt|map)$/;

/**
 * Compresses every file that pages load, as small as can be: once a build instead of once a
 * request.
 */
export function compressFiles(root: URL) {
  for (const { address, path } of filesServed(root).filter(({ path: each }) =>
    compressible.test(each),
  )) {
    const content = readFileSync(path);
    const beside = fileURLToPath(new URL(`.next/compressed${address}`, root));
    mkdirSync(dirname(beside), { recursive: true });
    for (const [ending, made] of [
      ['br', brotliCompressSync(content)],
      ['gz', gzipSync(content, { level: 9 })],
    ] as const)
      writeFileSync(join(`${beside}.${ending}`), made);
  }
}
