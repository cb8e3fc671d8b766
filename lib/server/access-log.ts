import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { accessLog } from '#lib/base/log';
import { securityTextPath } from '#lib/server/security-text';

/** The pattern of a path without a route: a static file, or what does not exist. */
function otherPattern(path: string): string {
  if (path === '/' || path === securityTextPath) return path;
  return path.startsWith('/_next/static/') ? '/_next/static/*' : '-';
}

/**
 * Logs each request when its answer is complete or its client has gone: the id, the route, the status
 * and the milliseconds. Never the address itself, which may contain a token or a text.
 */
export const requestLog =
  (routeOf: ((path: string) => string | undefined) | undefined, isOn: boolean) =>
  (request: IncomingMessage, response: ServerResponse, id: string) => {
    if (!isOn) return;
    const start = performance.now();
    const { method } = request;
    const [path = ''] = (request.url ?? '').split('?', 1);
    response.once('close', () =>
      accessLog.info({
        id,
        method,
        route: routeOf?.(path) ?? otherPattern(path),
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - start),
        ...(response.writableFinished ? {} : { aborted: true }),
      }),
    );
  };
