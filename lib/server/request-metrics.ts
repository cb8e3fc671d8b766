import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { patternOf, type RouteOf } from '#lib/server/access-log';
import { requestMetrics } from '#lib/operation/watching/metrics';
import { environment } from '#lib/base/env';

const methods = ['GET', 'HEAD', 'POST'];

/** Measures each request by its route, if anybody can ask for the metrics. */
export function requestMeasure(routeOf: RouteOf) {
  if (environment().metrics === null) return () => undefined;
  const { duration } = requestMetrics();
  return (request: IncomingMessage, response: ServerResponse) => {
    const since = performance.now();
    // Only what the register knows becomes a label: a client cannot make the metrics grow.
    const method = methods.find((each) => each === request.method) ?? 'other';
    const route = patternOf(routeOf, request);
    response.once('close', () => {
      const status = `${Math.floor(response.statusCode / 100)}xx`;
      duration.observe({ method, route, status }, (performance.now() - since) / 1000);
    });
  };
}
