import 'server-only';
import { createServer } from 'node:http';
import { pageCacheUse } from '#lib/server/page-cache';
import { environment } from '#lib/base/env';
import { log } from '#lib/base/log';
import { requestMetrics } from '#lib/operation/watching/metrics';

const textOfPageCache = () =>
  [
    '# HELP register_page_cache_requests_total Pages looked for in memory',
    '# TYPE register_page_cache_requests_total counter',
    `register_page_cache_requests_total{result="hit"} ${pageCacheUse.hits}`,
    `register_page_cache_requests_total{result="miss"} ${pageCacheUse.misses}`,
    '',
  ].join('\n');

/**
 * Serves the metrics on a port of their own, which no proxy passes on. Returns its stop. Where the
 * port is not set there are none.
 */
export async function serveMetrics(): Promise<() => Promise<void>> {
  const { metrics } = environment();
  if (metrics === null) return async () => undefined;
  const { registry } = requestMetrics();
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('/metrics\n');
      return;
    }
    registry.metrics().then(
      (text) => {
        response.writeHead(200, { 'content-type': registry.contentType });
        response.end(`${text}${textOfPageCache()}`);
      },
      (error: unknown) => {
        log.error({ err: error }, 'the metrics could not be read');
        response.writeHead(500).end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(metrics.port, metrics.host, resolve);
  });
  return async () => {
    server.close();
    server.closeAllConnections();
  };
}
