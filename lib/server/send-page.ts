import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { compress, decompress, encodingFor } from '#lib/server/compression';
import { formScriptTags, type FormScripts } from '#lib/server/form-scripts';
import { noScriptPolicy, ownScriptPolicy } from '#lib/server/security-headers';
import type { BufferedPage } from '#lib/server/buffer-response';
import { needsScripts, removeScripts } from '#lib/server/page-scripts';
import type { PageStatus } from '#lib/http/page-status';
import { sendStatusPage } from '#lib/server/send-status-page';
import { hasStatusPage } from '#lib/server/status-page';

type Options = Readonly<{
  /** The headers of every answer. */
  baseHeaders: Readonly<Record<string, string>>;
  /** The status that the page itself has set. */
  pageStatus: PageStatus;
  /**
   * The script files with client components of our own; null in development, where pages are sent
   * as they are.
   */
  chunks: ReadonlySet<string> | null;
  /** The scripts for pages with forms; none in development. */
  formScripts?: FormScripts | undefined;
  /** The reader's Accept-Encoding. */
  acceptEncoding: string | undefined;
}>;

/** Pages below this size gain nothing by compression. */
const minBytesToCompress = 1000;

/** Adds the scripts of forms, and lets the policy allow them. */
function addFormScripts(html: string, response: ServerResponse, all: FormScripts | undefined) {
  if (!all) return html;
  const policy = String(response.getHeader('content-security-policy') ?? '');
  const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? [];
  const tags = formScriptTags(html, all, nonce);
  if (tags === '') return html;
  if (!nonce) response.setHeader('content-security-policy', ownScriptPolicy);
  return html.replace('</head>', () => `${tags}</head>`);
}

/** Sends a page that Next has rendered: with its status, without needless scripts, compressed. */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body: sentByNext }: BufferedPage,
  { baseHeaders: fixed, pageStatus: said, chunks, formScripts, acceptEncoding: accepted }: Options,
) {
  const type = String(response.getHeader('content-type') ?? '');
  // Next has compressed the page of a route handler already.
  const body = decompress(sentByNext, String(response.getHeader('content-encoding') ?? ''));
  response.removeHeader('content-encoding');
  // Next's own page for a failure is empty, or needs scripts to show anything.
  if (status === 500) return sendStatusPage(request, response, 500, fixed);
  if (hasStatusPage(status) && !type.startsWith('text/html')) {
    return sendStatusPage(
      request,
      response,
      status,
      fixed,
      status === 405 ? { allow: 'POST' } : {},
    );
  }
  if (said.status && status === 200) response.statusCode = said.status;

  const html = body.toString('utf8');
  const isScriptless = chunks !== null && !needsScripts(html, chunks);
  if (isScriptless) {
    response.setHeader('content-security-policy', noScriptPolicy);
    response.removeHeader('link');
  }
  const plain = isScriptless ? removeScripts(html) : html;
  const withScript = addFormScripts(plain, response, formScripts);
  const page = withScript === html ? body : Buffer.from(withScript);
  const isCompressed = chunks !== null && page.length > minBytesToCompress;
  const encoding = isCompressed ? encodingFor(accepted) : undefined;
  const sent = encoding ? compress(page, encoding) : page;
  response.setHeader('vary', 'cookie, accept-encoding');
  if (encoding) response.setHeader('content-encoding', encoding);
  // Next renders no body for HEAD, so its length is not the page's.
  if (request.method === 'HEAD') return response.end();
  response.setHeader('content-length', sent.length);
  response.end(sent);
}
