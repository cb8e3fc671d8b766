import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageOf } from '#bin/language';
import { plainPage, type PlainStatus } from '#bin/plain-page';
import { isLocale } from '#lib/convention/names';
import { environment } from '#lib/base/env';

/**
 * Answers with a page of the server's own, and takes back what had been put into the answer before,
 * but for the fixed headers.
 */
export function answerPlainly(
  request: IncomingMessage,
  response: ServerResponse,
  status: PlainStatus,
  fixed: Readonly<Record<string, string>>,
  further: Readonly<Record<string, string>> = {},
) {
  for (const name of response.getHeaderNames()) if (!(name in fixed)) response.removeHeader(name);
  const segment = request.url?.split(/[/?]/)[1];
  const body = plainPage(
    isLocale(segment) ? segment : languageOf(request),
    status,
    environment().demonstration,
  );
  // What was sent is not read any more, so the connection cannot serve another request.
  const unread = request.method !== 'GET' && request.method !== 'HEAD';
  response.writeHead(status, {
    ...fixed,
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...further,
    ...(unread ? { connection: 'close' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
