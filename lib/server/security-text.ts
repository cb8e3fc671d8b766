import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { environment, type Environment } from '#lib/base/env';
import { locales } from '#lib/convention/names';

export const securityTextPath = '/.well-known/security.txt';

const dayMilliseconds = 86_400_000;
/** RFC 9116 recommends less than a year. */
const validDays = 180;

/**
 * How to report a weakness (RFC 9116). It is written anew for each request, so that it never expires
 * by itself.
 */
export function securityText(
  { publicUrl, securityContact }: Pick<Environment, 'publicUrl' | 'securityContact'>,
  now: Date,
): string {
  const today = now.getTime() - (now.getTime() % dayMilliseconds);
  const expires = new Date(today + validDays * dayMilliseconds).toISOString();
  const isHttps = publicUrl.protocol === 'https:';
  const lines = [
    `Contact: ${securityContact}`,
    `Expires: ${expires.replace('.000Z', 'Z')}`,
    `Preferred-Languages: ${locales.join(', ')}`,
    ...(isHttps ? [`Canonical: ${publicUrl.origin}${securityTextPath}`] : []),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

export function sendSecurityText(
  request: IncomingMessage,
  response: ServerResponse,
  fixed: Readonly<Record<string, string>>,
) {
  const body = securityText(environment(), new Date());
  response.writeHead(200, {
    ...fixed,
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'public, max-age=3600',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
