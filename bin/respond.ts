import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isMalformed } from '#bin/address';
import { refusalOfWrite } from '#bin/checks';
import { scripted } from '#bin/headers';
import { holdPage } from '#bin/hold-page';
import { keptAddress } from '#bin/kept-address';
import type { keepPages } from '#bin/kept-pages';
import { languageOf } from '#bin/language';
import { mostHeaders } from '#bin/limits';
import { sendPage } from '#bin/live-page';
import { answerPlainly } from '#bin/plain-answer';
import { dropForeign } from '#bin/request-headers';
import type { staticFiles } from '#bin/static-files';
import { isLocale } from '#lib/convention/names';
import { environment } from '#lib/base/env';
import { withPageStatus, type PageStatus } from '#lib/http/page-status';

export type Respond = (request: IncomingMessage, response: ServerResponse) => unknown;
type Headers = Readonly<Record<string, string>>;

/**
 * What is known of the build; null in development, where it changes and Next serves the files
 * itself.
 */
export type Build = Readonly<{
  takesPost: (path: string) => boolean;
  chunks: ReadonlySet<string>;
  files: ReturnType<typeof staticFiles>;
  kept: ReturnType<typeof keepPages>;
}> | null;

/** What development serves beside the pages. */
const ofDevelopment = ['_next', '__nextjs_font', 'register.css', 'favicon.svg'];

/** Has Next render what it alone can: a live page, or what a route handler answers. */
function respondLive(
  request: IncomingMessage,
  response: ServerResponse,
  { render, build, fixed }: Readonly<{ render: Respond; build: Build; fixed: Headers }>,
  path: string,
) {
  const url = request.url!;
  const first = path.split('/')[1]!;
  // What is no language is a page that does not exist, in the reader's language.
  if (!isLocale(first) && first !== 'api' && !(build === null && ofDevelopment.includes(first)))
    request.url = `/${languageOf(request)}/unknown-page`;
  dropForeign(request.headers, build === null);
  const policy = scripted(randomBytes(16).toString('base64'), build === null);
  const accepted = request.headers['accept-encoding'];
  // Next compresses what route handlers send as it comes. Pages are compressed here, once they are
  // whole.
  if (request.method === 'POST' || !build?.takesPost(path))
    delete request.headers['accept-encoding'];
  response.setHeader('content-security-policy', policy);
  request.headers['content-security-policy'] = policy;
  request.headers['x-register-path'] = isLocale(first) ? url : request.url!;
  request.headers['x-register-network'] = request.socket.remoteAddress ?? '';
  const said: PageStatus = { status: undefined };
  holdPage(response, (held) =>
    sendPage(request, response, held, { fixed, said, chunks: build?.chunks ?? null, accepted }),
  );
  return withPageStatus(said, () => render(request, response));
}

/** Answers a request: refuses it, or from memory, or by Next. */
export function respondBy(render: Respond, build: Build, fixed: Headers): Respond {
  const { publicUrl } = environment();
  const takesPost = build?.takesPost ?? (() => true);
  return async (request, response) => {
    const url = request.url ?? '';
    const { host, 'x-forwarded-proto': protocol } = request.headers;
    if (
      isMalformed(url) ||
      (!host && request.httpVersion !== '1.0') ||
      request.rawHeaders.length > 2 * mostHeaders
    )
      return answerPlainly(request, response, 400, fixed);
    const [path = '', query = ''] = url.split('?', 2);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const refusal = refusalOfWrite(request, path, publicUrl, takesPost);
      if (refusal)
        return answerPlainly(
          request,
          response,
          refusal,
          fixed,
          refusal === 405 ? { allow: takesPost(path) ? 'POST' : 'GET, HEAD' } : {},
        );
    } else if (publicUrl.protocol === 'https:' && protocol === 'http') {
      // A proxy says that the reader came without https.
      response.writeHead(308, {
        ...fixed,
        location: publicUrl.origin + url,
        'cache-control': 'no-store',
      });
      return response.end();
    } else if (build) {
      if (build.files.answer(request, response, path, query)) return;
      const address = keptAddress(url);
      if (address && (await build.kept.answer(request, response, address))) return;
    }
    for (const [name, value] of Object.entries(fixed)) response.setHeader(name, value);
    if (path !== '/') return respondLive(request, response, { render, build, fixed }, path);
    response.writeHead(307, {
      location: `/${languageOf(request)}`,
      vary: 'accept-language, cookie',
      'cache-control': 'no-store',
    });
    response.end();
  };
}
