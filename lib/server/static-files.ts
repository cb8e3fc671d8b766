import 'server-only';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodingFor, type ContentEncoding } from '#lib/server/compression';
import { matchesEntityTag } from '#lib/http/entity-tag';
import { publicFiles, type PublicFile } from '#lib/server/public-files';

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const extensionOf = { br: 'br', gzip: 'gz' } as const satisfies Record<ContentEncoding, string>;

type LoadedFile = Readonly<{
  /** A digest of the content. */
  version: string;
  content: Buffer;
  compressed: ReadonlyMap<ContentEncoding, Buffer>;
}>;

function loadFile({ address, path }: PublicFile, root: URL): LoadedFile {
  const content = readFileSync(path);
  const compressed = new Map<ContentEncoding, Buffer>();
  for (const encoding of ['br', 'gzip'] as const) {
    const name = `.next/compressed${address}.${extensionOf[encoding]}`;
    const compressedPath = fileURLToPath(new URL(name, root));
    if (existsSync(compressedPath)) compressed.set(encoding, readFileSync(compressedPath));
  }
  const version = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  return { version, content, compressed };
}

/**
 * Serves the build's files and those of `public` from memory, as the build has compressed them.
 * Each is read when it is first requested.
 */
export function staticFiles(root: URL, fixed: Readonly<Record<string, string>>) {
  const files = new Map(publicFiles(root).map((file) => [file.address, file]));
  const loadedFiles = new Map<string, LoadedFile>();
  const loadOnce = (file: PublicFile) => {
    const loaded = loadedFiles.get(file.address) ?? loadFile(file, root);
    loadedFiles.set(file.address, loaded);
    return loaded;
  };

  /** The address of a file of `public` that browsers may keep: it changes with the content. */
  const versioned = (address: string) => `${address}?v=${loadOnce(files.get(address)!).version}`;

  /** Answers with the file of this path; false where there is none. */
  function answer(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: string,
  ): boolean {
    const file = files.get(path);
    if (!file) return false;
    const { version, content, compressed } = loadOnce(file);
    const accepted = encodingFor(request.headers['accept-encoding']);
    const encoding = accepted && compressed.has(accepted) ? accepted : undefined;
    const body = encoding ? compressed.get(encoding)! : content;
    const tag = `"${version}${encoding ? `-${encoding}` : ''}"`;
    const mayBeKept = file.immutable || query === `v=${version}`;
    const headers = {
      ...fixed,
      etag: tag,
      vary: 'accept-encoding',
      'cache-control': mayBeKept ? 'public, max-age=31536000, immutable' : 'public, no-cache',
    };
    if (matchesEntityTag(request.headers['if-none-match'], tag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    response.writeHead(200, {
      ...headers,
      'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
      'content-length': body.length,
      ...(encoding ? { 'content-encoding': encoding } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  }

  return { answer, versioned };
}
