import { readFileSync } from 'node:fs';
import { escapePattern } from '#lib/text/escape';

/** The addresses that take a POST: the route handlers in the build's manifest, and nothing else. */
export function postRoutes(buildFolder: URL): (path: string) => boolean {
  const manifest = JSON.parse(
    readFileSync(new URL('server/app-paths-manifest.json', buildFolder), 'utf8'),
  ) as Record<string, string>;
  const patterns = Object.keys(manifest)
    .filter((entry) => entry.endsWith('/route'))
    .map((entry) => {
      const path = entry
        .replace(/\/route$/, '')
        .split('/')
        .filter((segment) => !/^\(.*\)$/.test(segment))
        .map((segment) =>
          /^\[\.\.\./.test(segment) ? '.+' : /^\[/.test(segment) ? '[^/]+' : escapePattern(segment),
        )
        .join('/');
      return new RegExp(`^${path}$`);
    });
  return (path) => patterns.some((pattern) => pattern.test(path));
}
