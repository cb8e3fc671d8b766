import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import next from 'next';
import { refusalOfWrite } from '#bin/checks';
import { plainPage, type PlainStatus } from '#bin/plain-page';
import { postRoutes } from '#bin/routes';
import { renderPagesBy } from '#lib/answer';
import { isLocale, type Locale } from '#lib/convention/names';
import { environment } from '#lib/env';
import { log } from '#lib/log';
import { withPageStatus, type PageStatus } from '#lib/page-status';

type Respond = (request: IncomingMessage, response: ServerResponse) => unknown;

const policy = (nonce: string, development: boolean) => [
  `default-src 'self'`, `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
  `style-src 'self'${development ? ` 'unsafe-inline'` : ''}`, `img-src 'self' data:`, `object-src 'none'`, `base-uri 'none'`, `form-action 'self'`, `frame-ancestors 'none'`,
].join('; ');

const fixedHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** The language of a reader who has not chosen one by the address: the one chosen before, else the browser's. */
function languageOf({ headers }: IncomingMessage): Locale {
  const chosen = /(?:^|;\s*)language=([a-z]{2})(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  if (isLocale(chosen)) return chosen;
  const wanted = (headers['accept-language'] ?? '').slice(0, 500).split(',').map((part) => {
    const [tag = '', quality] = part.trim().split(';q=');
    return { tag: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) || 0 };
  }).sort((a, b) => b.quality - a.quality);
  return wanted.map(({ tag }) => tag).find((tag): tag is Locale => isLocale(tag)) ?? 'en';
}

function answerPlainly(request: IncomingMessage, response: ServerResponse, status: PlainStatus) {
  const segment = request.url?.split('/')[1];
  const body = plainPage(isLocale(segment) ? segment : languageOf(request), status, environment().demonstration);
  // What was sent is not read any more, so the connection cannot serve another request.
  const unread = request.method !== 'GET' && request.method !== 'HEAD';
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store', ...(unread ? { connection: 'close' } : {}) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * Sends the status that the page said, before its first byte; and where a page failed, one that speaks by itself, since
 * Next's own needs scripts to show anything.
 */
function speakFor(request: IncomingMessage, response: ServerResponse, said: PageStatus) {
  const { writeHead, write, end } = response;
  const failing = () => response.statusCode === 500 && !response.headersSent && !String(response.getHeader('content-type') ?? '').includes('json');
  const before = () => {
    if (response.headersSent) return false;
    if (response.statusCode === 200 && said.status) response.statusCode = said.status;
    if (!failing()) return false;
    Object.assign(response, { writeHead, write, end });
    for (const name of response.getHeaderNames()) if (!(name in fixedHeaders) && name !== 'content-security-policy') response.removeHeader(name);
    answerPlainly(request, response, 500);
    Object.assign(response, { write: () => true, end: () => response, writeHead: () => response });
    return true;
  };
  const guard = (original: (...args: never[]) => unknown) => (...args: never[]) => (before() ? response : Reflect.apply(original, response, args));
  Object.assign(response, {
    write: guard(write),
    end: guard(end),
    writeHead: (status: number, ...rest: unknown[]) => {
      response.statusCode = status;
      return before() ? response : Reflect.apply(writeHead, response, [response.statusCode, ...rest]);
    },
  });
}

function respondBy(render: Respond, takesPost: (path: string) => boolean, development: boolean): Respond {
  const { publicUrl } = environment();
  return (request, response) => {
    const nonce = randomBytes(16).toString('base64');
    for (const [name, value] of Object.entries(fixedHeaders)) response.setHeader(name, value);
    response.setHeader('content-security-policy', policy(nonce, development));
    if (publicUrl.protocol === 'https:') response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains; preload');

    const url = request.url ?? '/';
    const path = url.split('?', 1)[0]!;
    try {
      decodeURIComponent(url);
    } catch {
      return answerPlainly(request, response, 400);
    }
    if (!path.startsWith('/') || path.startsWith('//') || url.length > 4000) return answerPlainly(request, response, 400);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const refusal = refusalOfWrite(request, path, publicUrl, takesPost);
      if (refusal) return answerPlainly(request, response, refusal);
    }
    if (path === '/') {
      response.writeHead(307, { location: `/${languageOf(request)}`, vary: 'accept-language, cookie', 'cache-control': 'no-store' });
      return response.end();
    }
    const [, first = ''] = path.split('/');
    // What is no language is a page that does not exist, in the reader's language.
    if (!isLocale(first) && !['api', '_next', '__nextjs_font', 'register.css', 'favicon.svg'].includes(first)) request.url = `/${languageOf(request)}/unknown-page`;
    request.headers['content-security-policy'] = policy(nonce, development);
    request.headers['x-register-path'] = isLocale(first) ? url : request.url!;
    request.headers['x-register-network'] = request.socket.remoteAddress ?? '';
    const said: PageStatus = { status: undefined };
    speakFor(request, response, said);
    return withPageStatus(said, () => render(request, response));
  };
}

export type Running = Readonly<{ server: Server; stop: () => Promise<void> }>;

/** Starts the register's server and waits until it listens. */
export async function serve({ development }: { development: boolean }): Promise<Running> {
  const { host, port } = environment();
  const root = new URL('..', import.meta.url);
  const app = next({ dev: development, dir: root.pathname, hostname: host, port, quiet: true });
  await app.prepare();
  const render = app.getRequestHandler();
  renderPagesBy(render);
  const respond = respondBy(render, development ? () => true : postRoutes(new URL('.next/', root)), development);
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000, maxHeaderSize: 16_384 }, (request, response) => {
    Promise.resolve(respond(request, response)).catch((error: unknown) => {
      log.error({ err: error }, 'a request failed');
      if (!response.headersSent) answerPlainly(request, response, 500);
      else response.destroy();
    });
  });
  server.on('clientError', (_error, socket) => { if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n'); });
  if (development) server.on('upgrade', app.getUpgradeHandler());
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(port, host, resolve); });
  const stop = async () => {
    const closed = new Promise<void>((resolve) => { server.close(() => resolve()); });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
    await closed;
    await app.close();
  };
  return { server, stop };
}

