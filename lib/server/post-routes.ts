import 'server-only';
import { readFileSync } from 'node:fs';
import { escapePattern } from '#lib/text/escape';

/** A segment of a route as a regular expression: `[id]`, `[...rest]` or the text itself. */
function segmentPattern(segment: string): string {
  if (segment.startsWith('[...')) return '.+';
  return segment.startsWith('[') ? '[^/]+' : escapePattern(segment);
}

/** The addresses of a route handler, by its entry in the manifest: `/[locale]/needs/enter/route`. */
function routePattern(entry: string): RegExp {
  const segments = entry.replace(/\/route$/, '').split('/');
  const visible = segments.filter((segment) => !/^\(.*\)$/.test(segment));
  return new RegExp(`^${visible.map(segmentPattern).join('/')}$`);
}

/** Whether a path takes a POST: those of the route handlers in the build's manifest do. */
export function postRoutes(buildFolder: URL): (path: string) => boolean {
  const file = new URL('server/app-paths-manifest.json', buildFolder);
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const routes = Object.keys(manifest).filter((entry) => entry.endsWith('/route'));
  const patterns = routes.map(routePattern);
  return (path) => patterns.some((pattern) => pattern.test(path));
}
