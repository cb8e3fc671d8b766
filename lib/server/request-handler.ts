import 'server-only';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isMalformedUrl } from '#lib/server/validate-url';
import { apiRefusalStatus, isApiPath, writeRefusalStatus } from '#lib/server/write-guards';
import { noncePolicy } from '#lib/server/security-headers';
import { bufferPage } from '#lib/server/buffer-response';
import { cacheAddress } from '#lib/server/cache-address';
import type { createPageCache } from '#lib/server/page-cache';
import { maxHeaderCount } from '#lib/server/server-limits';
import type { FormScripts } from '#lib/server/form-scripts';
import { sendPage } from '#lib/server/send-page';
import { dropInternalHeaders } from '#lib/server/request-headers';
import { securityTextPath, sendSecurityText } from '#lib/server/security-text';
import {
  createRequestLimits,
  type Admit,
  networkOfRequest,
  type Refusal,
} from '#lib/server/request-limits';
import type { RouteTable } from '#lib/server/route-table';
import type { staticFiles } from '#lib/server/static-files';
import { isHealthPath, sendHealth } from '#lib/server/health';
import { knownDamage } from '#db/damage';
import { environment } from '#lib/base/env';
import { log } from '#lib/base/log';
import { isLocale } from '#lib/convention/names';
import { withPageStatus, type PageStatus } from '#lib/http/page-status';
import { recordRefusal } from '#lib/people/audit/commands';
import { endTokensInAddress, hasToken } from '#lib/sessions/api-tokens';
import { actorOfRequest } from '#lib/sessions/auth-cookie';
import { preferredLanguage } from '#lib/server/language';
import { sendStatusPage } from '#lib/server/send-status-page';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => unknown;
type Headers = Readonly<Record<string, string>>;

/** What the edge uses of the build; null in development, where Next serves the files itself. */
export type BuildOutput = Readonly<{
  routes: RouteTable;
  chunks: ReadonlySet<string>;
  formScripts: FormScripts;
  files: ReturnType<typeof staticFiles>;
  pages: ReturnType<typeof createPageCache>;
}> | null;

/** First segments of the paths that Next serves in development beside the pages. */
const developmentSegments = ['_next', '__nextjs_font', 'register.css', 'favicon.svg'];

const isReading = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD';

/** Whether Next has a page or a route handler below this first segment of a path. */
function isKnownSegment(segment: string, build: BuildOutput): boolean {
  if (isLocale(segment) || segment === 'api') return true;
  return build === null && developmentSegments.includes(segment);
}

/** Passes a request on to Next: for a page, or for what a route handler answers. */
function passToNext(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  {
    render,
    build,
    fixed,
  }: Readonly<{ render: RequestHandler; build: BuildOutput; fixed: Headers }>,
) {
  const url = request.url!;
  const segment = path.split('/')[1]!;
  // An unknown first segment is a page that does not exist, in the reader's language.
  if (!isKnownSegment(segment, build)) request.url = `/${preferredLanguage(request)}/unknown-page`;

  dropInternalHeaders(request.headers, build === null);
  const accepted = request.headers['accept-encoding'];
  // Next compresses what route handlers send as it comes. Pages are compressed here, once they are
  // complete.
  if (!isReading(request) || !build?.routes.takesPost(path)) {
    delete request.headers['accept-encoding'];
  }
  const policy = noncePolicy(randomBytes(16).toString('base64'), build === null);
  response.setHeader('content-security-policy', policy);
  request.headers['content-security-policy'] = policy;
  request.headers['x-register-path'] = isLocale(segment) ? url : request.url!;
  request.headers['x-register-network'] = networkOfRequest(request);

  const pageStatus: PageStatus = { status: undefined };
  bufferPage(response, (page) => {
    // Where a form was refused, its route has recorded that.
    if (pageStatus.status === 403 && isReading(request)) recordRefusedPage(request, path);
    sendPage(request, response, page, {
      baseHeaders: fixed,
      pageStatus,
      chunks: build?.chunks ?? null,
      formScripts: build?.formScripts,
      acceptEncoding: accepted,
    });
  });
  return withPageStatus(pageStatus, () => render(request, response));
}

/** Records that somebody asked for a page that their role may not see. The page does not wait for it. */
function recordRefusedPage({ headers }: IncomingMessage, path: string) {
  const record = async () => recordRefusal(await actorOfRequest(headers.cookie), path);
  record().catch((error: unknown) => log.error({ err: error }, 'a refusal was not recorded'));
}

/** Whether the request is refused with 400, whatever it is for. */
function isBadRequest(request: IncomingMessage): boolean {
  if (isMalformedUrl(request.url ?? '')) return true;
  if (!request.headers.host && request.httpVersion !== '1.0') return true;
  return request.rawHeaders.length > 2 * maxHeaderCount;
}

/** Answers a program with what is wrong, before its language is known (RFC 9457). */
function sendProblem(response: ServerResponse, status: number, title: string, headers: Headers) {
  const type = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  const body = JSON.stringify({ title, status, error: title });
  response.writeHead(status, { ...headers, ...type }).end(body);
}

/** Refuses a write of a program; false where it may go on. Others than these have no operation. */
function refuseApiWrite(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  fixed: Headers,
): boolean {
  const status = apiRefusalStatus(request, path);
  if (!status) return false;
  const title = status === 411 ? 'The length of the body is needed.' : 'The body is too large.';
  sendProblem(response, status, title, fixed);
  return true;
}

const apiMethods = ['POST', 'PATCH'];

/** Whether it is a write of a program with a method that some operation has. */
const isApiWrite = ({ method = '' }: IncomingMessage, path: string) =>
  isApiPath(path) && apiMethods.includes(method);

/** Answers a request that has to wait: the API as JSON, all others with a page. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, seconds }: Refusal,
  fixed: Headers,
) {
  const retry = { 'retry-after': String(seconds) };
  if (!isApiPath(request.url!)) return sendStatusPage(request, response, status, fixed, retry);
  const error = `Too many requests. Try again in ${seconds} seconds.`;
  sendProblem(response, status, error, { ...fixed, ...retry });
}

function redirect(response: ServerResponse, status: 307 | 308, headers: Headers) {
  response.writeHead(status, { ...headers, 'cache-control': 'no-store' }).end();
}

/** Makes the request handler: it refuses a request, answers from memory or passes it to Next. */
export function requestHandler(
  render: RequestHandler,
  build: BuildOutput,
  fixed: Headers,
): RequestHandler {
  const { publicUrl } = environment();
  const limitsOf = createRequestLimits();
  const takesPost = build?.routes.takesPost ?? (() => true);

  /** Refuses a write; false where it may go on. */
  function refuseWrite(request: IncomingMessage, response: ServerResponse, path: string): boolean {
    if (isApiWrite(request, path)) return refuseApiWrite(request, response, path, fixed);
    const status = writeRefusalStatus(request, path, publicUrl, takesPost);
    if (!status) return false;
    const allowed = takesPost(path) ? 'POST' : 'GET, HEAD';
    sendStatusPage(request, response, status, fixed, status === 405 ? { allow: allowed } : {});
    return true;
  }

  /** Answers a read with a static file or a cached page; false where there is none. */
  async function answerFromMemory(
    request: IncomingMessage,
    response: ServerResponse,
    { path, query, admit }: Readonly<{ path: string; query: string; admit: Admit }>,
  ): Promise<boolean> {
    if (!build) return false;
    if (build.files.answer(request, response, path, query)) return true;
    const address = cacheAddress(request.url!);
    return address !== undefined && build.pages.answer(request, response, address, admit);
  }

  return async (request, response) => {
    if (isBadRequest(request)) return sendStatusPage(request, response, 400, fixed);
    const url = request.url!;
    const [path = '', query = ''] = url.split('?', 2);
    // Whatever it asks for: it stays in the histories and logs of others.
    if (!isApiPath(path) && hasToken(url) && (await endTokensInAddress(url)))
      return sendStatusPage(request, response, 400, fixed);
    if (isReading(request) && isHealthPath(path)) return sendHealth(request, response, path, fixed);
    // What is not stored as it should be is not answered from; static files are another thing.
    if (knownDamage() === 'structure') {
      if (isReading(request) && build?.files.answer(request, response, path, query)) return;
      return sendStatusPage(request, response, 503, fixed);
    }
    const admit = limitsOf(request, response, { route: build?.routes.routeOf(path), query });
    const isInTheClear =
      publicUrl.protocol === 'https:' && request.headers['x-forwarded-proto'] === 'http';
    if (!isReading(request)) {
      if (isInTheClear && isApiPath(path)) return sendStatusPage(request, response, 403, fixed);
      if (refuseWrite(request, response, path)) return;
    } else if (isInTheClear) {
      // By this header a proxy reports that the reader came without https. A program must not learn to
      // send its requests in the clear.
      if (path.startsWith('/api/')) return sendStatusPage(request, response, 403, fixed);
      return redirect(response, 308, { ...fixed, location: publicUrl.origin + url });
    } else if (path === securityTextPath) return sendSecurityText(request, response, fixed);
    else if (await answerFromMemory(request, response, { path, query, admit })) return;

    const refusal = build && path !== '/' ? await admit() : undefined;
    if (refusal) return refuse(request, response, refusal, fixed);
    for (const [name, value] of Object.entries(fixed)) response.setHeader(name, value);
    if (path !== '/') return passToNext(request, response, path, { render, build, fixed });
    redirect(response, 307, {
      location: `/${preferredLanguage(request)}`,
      vary: 'accept-language, cookie',
    });
  };
}
