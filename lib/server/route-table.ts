import 'server-only';
import { readFileSync } from 'node:fs';
import { isLocale } from '#lib/convention/names';
import { escapePattern } from '#lib/text/escape';

export type RouteTable = Readonly<{
  /** Whether a path takes a POST: those of the route handlers do. */
  takesPost: (path: string) => boolean;
  /** The route that answers a path, such as `/[locale]/needs/[id]`; undefined where there is none. */
  routeOf: (path: string) => string | undefined;
}>;

/** A segment of a route as a regular expression: `[id]`, `[...rest]` or the text itself. */
function segmentPattern(segment: string): string {
  if (segment.startsWith('[...')) return '.+';
  return segment.startsWith('[') ? '[^/]+' : escapePattern(segment);
}

/** The route of an entry in the manifest: `/[locale]/needs/[id]` of `/[locale]/needs/[id]/page`. */
function routeOfEntry(entry: string): string {
  const segments = entry.replace(/\/(?:page|route)$/, '').split('/');
  return segments.filter((segment) => !/^\(.*\)$/.test(segment)).join('/');
}

/** The addresses of a route. */
export const routeMatcher = (route: string): RegExp =>
  new RegExp(`^${route.split('/').map(segmentPattern).join('/')}$`);

/**
 * Routes with fewer variable segments come first, those that take any rest last, and of these the
 * longer one first: `/api/v1/[...path]` before `/api/[...rest]`.
 */
const variability = (route: string) =>
  route.split('[').length - 1 + (route.includes('[...') ? 100 - route.split('/').length : 0);

/** Reads the routes of the build from its manifest. */
export function routeTable(buildFolder: URL): RouteTable {
  const file = new URL('server/app-paths-manifest.json', buildFolder);
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const entries = Object.keys(manifest).filter((entry) => !entry.startsWith('/_'));
  const handlers = entries.filter((entry) => entry.endsWith('/route')).map(routeOfEntry);
  const postMatchers = handlers.map(routeMatcher);
  const routes = new Set(
    entries.map(routeOfEntry).toSorted((a, b) => variability(a) - variability(b)),
  );
  const matchers = [...routes].map((route) => ({ route, matcher: routeMatcher(route) }));

  const routeOf = (path: string) => {
    const [, first = '', ...rest] = path.split('/');
    const localised = isLocale(first) ? ['', '[locale]', ...rest].join('/') : path;
    // Most addresses have no other variable segment.
    if (routes.has(localised)) return localised;
    return matchers.find(({ matcher }) => matcher.test(path))?.route;
  };
  return { takesPost: (path) => postMatchers.some((matcher) => matcher.test(path)), routeOf };
}
