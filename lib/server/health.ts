import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readiness } from '#lib/operation/base/readiness';

const paths = ['/healthz', '/readyz'] as const;
export const isHealthPath = (path: string): boolean => paths.some((each) => each === path);

/**
 * Answers a balancer or a supervisor: `/healthz` whether the process runs, `/readyz` whether requests
 * should come here. Nothing of the register is in the answer.
 */
export async function sendHealth(
  { method }: IncomingMessage,
  response: ServerResponse,
  path: string,
  fixed: Readonly<Record<string, string>>,
): Promise<void> {
  const why = path === '/readyz' ? await readiness() : null;
  const body = `${why ?? 'ok'}\n`;
  response.writeHead(why === null ? 200 : 503, {
    ...fixed,
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(method === 'HEAD' ? undefined : body);
}
