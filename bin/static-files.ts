import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodingFor, type Encoding } from '#bin/encoding';
import { holdsEntityTag } from '#lib/http/entity-tag';
import { filesServed, type FileServed } from '#bin/files-served';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const endings = { br: 'br', gzip: 'gz' } as const;
const digest = (content: Buffer) =>
  createHash('sha256').update(content).digest('base64url').slice(0, 16);

type Loaded = Readonly<{ version: string; bodies: ReadonlyMap<Encoding, Buffer> }>;

function load({ address, path }: FileServed, root: URL): Loaded {
  const content = readFileSync(path);
  const bodies = new Map<Encoding, Buffer>([[undefined, content]]);
  for (const encoding of ['br', 'gzip'] as const) {
    const made = fileURLToPath(new URL(`.next/compressed${address}.${endings[encoding]}`, root));
    if (existsSync(made)) bodies.set(encoding, readFileSync(made));
  }
  return { version: digest(content), bodies };
}

/**
 * Serves the build's files and those of `public` from memory, compressed by the build, each read
 * once it is first asked for.
 */
export function staticFiles(root: URL, fixed: Readonly<Record<string, string>>) {
  const files = new Map(filesServed(root).map((file) => [file.address, file]));
  const loaded = new Map<string, Loaded>();
  const loadedOf = (file: FileServed) => {
    const known = loaded.get(file.address) ?? load(file, root);
    loaded.set(file.address, known);
    return known;
  };

  /**
   * The address of a file of `public` that may be kept for good: another content has another
   * address.
   */
  const versioned = (address: string) => `${address}?v=${loadedOf(files.get(address)!).version}`;

  /** Answers if there is such a file. */
  function answer(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: string,
  ): boolean {
    const file = files.get(path);
    if (!file) return false;
    const { version, bodies } = loadedOf(file);
    const encoding = encodingFor(request.headers['accept-encoding']);
    const chosen = bodies.has(encoding) ? encoding : undefined;
    const body = bodies.get(chosen)!;
    const tag = `"${version}${chosen ? `-${chosen}` : ''}"`;
    const headers = {
      ...fixed,
      etag: tag,
      vary: 'accept-encoding',
      'cache-control':
        file.immutable || query === `v=${version}`
          ? 'public, max-age=31536000, immutable'
          : 'public, no-cache',
    };
    if (holdsEntityTag(request.headers['if-none-match'], tag)) response.writeHead(304, headers);
    else
      response.writeHead(200, {
        ...headers,
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-length': body.length,
        ...(chosen ? { 'content-encoding': chosen } : {}),
      });
    response.end(request.method === 'HEAD' || response.statusCode === 304 ? undefined : body);
    return true;
  }

  return { answer, versioned };
}
