import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { accessLog } from '#lib/base/log';
import { isHealthPath } from '#lib/server/health';
import { securityTextPath } from '#lib/server/security-text';

/** The pattern of a path without a route: a static file, or what does not exist. */
function otherPattern(path: string): string {
  if (path === '/' || path === securityTextPath || isHealthPath(path)) return path;
  return path.startsWith('/_next/static/') ? '/_next/static/*' : '-';
}

export type RouteOf = ((path: string) => string | undefined) | undefined;

/** The pattern of a request's address, which contains nothing of the address itself. */
export function patternOf(routeOf: RouteOf, { url = '' }: IncomingMessage): string {
  const [path = ''] = url.split('?', 1);
  return routeOf?.(path) ?? otherPattern(path);
}

/**
 * Logs each request when its answer is complete or its client has gone: the id, the route, the status
 * and the milliseconds. Never the address itself, which may contain a token or a text.
 */
export const requestLog =
  (routeOf: RouteOf, isOn: boolean) =>
  (request: IncomingMessage, response: ServerResponse, id: string) => {
    if (!isOn) return;
    const start = performance.now();
    const { method } = request;
    const route = patternOf(routeOf, request);
    response.once('close', () =>
      accessLog.info({
        id,
        method,
        route,
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - start),
        ...(response.writableFinished ? {} : { aborted: true }),
      }),
    );
  };
