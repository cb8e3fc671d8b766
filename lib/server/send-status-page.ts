import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { environment } from '#lib/base/env';
import { isLocale } from '#lib/convention/names';
import { preferredLanguage } from '#lib/server/language';
import { statusPage, type StatusPageCode } from '#lib/server/status-page';

type Headers = Readonly<Record<string, string>>;

/** Answers with the server's own page for a status, and drops all headers but the fixed ones. */
export function sendStatusPage(
  request: IncomingMessage,
  response: ServerResponse,
  status: StatusPageCode,
  fixed: Headers,
  further: Headers = {},
) {
  for (const name of response.getHeaderNames()) {
    if (!(name in fixed)) response.removeHeader(name);
  }
  const segment = request.url?.split(/[/?]/)[1];
  const locale = isLocale(segment) ? segment : preferredLanguage(request);
  const body = statusPage(locale, status, environment().demonstration);
  // The body of a write stays unread, so the connection cannot serve another request.
  const mayHaveBody = request.method !== 'GET' && request.method !== 'HEAD';
  response.writeHead(status, {
    ...fixed,
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...further,
    ...(mayHaveBody ? { connection: 'close' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
