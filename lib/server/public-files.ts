import 'server-only';
import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export type PublicFile = Readonly<{
  address: string;
  path: string;
  /** Whether its name changes with its content. */
  immutable: boolean;
}>;

function filesUnder(folder: URL, address: string, immutable: boolean): PublicFile[] {
  const root = fileURLToPath(folder);
  if (!existsSync(root)) return [];
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(root.length).split(sep).join('/');
      return { address: address + name, path, immutable };
    });
}

/** The files that the server gives out, and no others: the build's and those of `public`. */
export const publicFiles = (root: URL): PublicFile[] => [
  ...filesUnder(new URL('.next/static/', root), '/_next/static/', true),
  ...filesUnder(new URL('public/', root), '/', false),
];
