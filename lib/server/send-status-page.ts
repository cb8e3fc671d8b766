import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { environment } from '#lib/base/env';
import { isLocale } from '#lib/convention/names';
import { problem, type ProblemKind } from '#lib/http/problem';
import { preferredLanguage } from '#lib/server/language';
import { statusPage, type StatusPageCode } from '#lib/server/status-page';
import { isApiPath } from '#lib/server/write-guards';

type Headers = Readonly<Record<string, string>>;

/** What the API says of a status, where the request has not come as far as its table. */
const problems: Readonly<Record<StatusPageCode, ProblemKind>> = {
  400: 'address',
  403: 'in-the-clear',
  405: 'method',
  411: 'length-missing',
  413: 'too-large',
  415: 'content-type',
  429: 'limited',
  500: 'failed',
  503: 'database',
};

type Sent = Readonly<{ headers: Headers; body: string }>;

/** What a status is told with: a page for people, a problem for programs. */
function contentFor(request: IncomingMessage, status: StatusPageCode, kind: ProblemKind): Sent {
  if (isApiPath(request.url ?? ''))
    return problem(request.headers['accept-language'] ?? '', status, kind);
  const segment = request.url?.split(/[/?]/)[1];
  const locale = isLocale(segment) ? segment : preferredLanguage(request);
  return {
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: statusPage(locale, status, environment().demonstration),
  };
}

/** Answers with the server's own page for a status, and drops all headers but the fixed ones. */
export function sendStatusPage(
  request: IncomingMessage,
  response: ServerResponse,
  status: StatusPageCode,
  fixed: Headers,
  further: Headers = {},
  kind: ProblemKind = problems[status],
) {
  for (const name of response.getHeaderNames()) {
    if (!(name in fixed) && !name.startsWith('ratelimit')) response.removeHeader(name);
  }
  const { headers, body } = contentFor(request, status, kind);
  // The body of a write stays unread, so the connection cannot serve another request.
  const mayHaveBody = request.method !== 'GET' && request.method !== 'HEAD';
  response.writeHead(status, {
    ...fixed,
    ...headers,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...further,
    ...(mayHaveBody ? { connection: 'close' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
