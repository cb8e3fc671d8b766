import 'server-only';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { publicFiles } from '#lib/server/public-files';

const compressible = /\.(js|css|svg|json|txt|map)$/;

/** Compresses the files that the server gives out, as well as it can: once a build. */
export function compressFiles(root: URL) {
  for (const { address, path } of publicFiles(root)) {
    if (!compressible.test(path)) continue;
    const content = readFileSync(path);
    const target = fileURLToPath(new URL(`.next/compressed${address}`, root));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.br`, brotliCompressSync(content));
    writeFileSync(`${target}.gz`, gzipSync(content, { level: 9 }));
  }
}
