import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export type FileServed = Readonly<{
  address: string;
  path: string;
  /** Its name changes with its content. */ immutable: boolean;
}>;

/**
 * The files that pages load, with the addresses at which they are served: the build's and those of
 * `public`. Nothing else is.
 */
export function filesServed(root: URL): FileServed[] {
  const under = (folder: string, at: string, immutable: boolean) => {
    const path = fileURLToPath(new URL(folder, root));
    if (!existsSync(path)) return [];
    const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    return files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return { address: at + file.slice(path.length).split(sep).join('/'), path: file, immutable };
    });
  };
  return [...under('.next/static/', '/_next/static/', true), ...under('public/', '/', false)];
}
