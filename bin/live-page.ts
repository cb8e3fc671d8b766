import type { IncomingMessage, ServerResponse } from 'node:http';
import { decoded, encoded, encodingFor } from '#bin/encoding';
import { scriptless } from '#bin/headers';
import type { Held } from '#bin/hold-page';
import { answerPlainly } from '#bin/plain-answer';
import { plainStatuses, type PlainStatus } from '#bin/plain-page';
import { needsScripts, withoutScripts } from '#bin/scripts';
import type { PageStatus } from '#lib/http/page-status';

type Sent = Readonly<{
  fixed: Readonly<Record<string, string>>;
  said: PageStatus;
  /**
   * The files with components for the browser; null in development, where pages are sent as they
   * are.
   */
  chunks: ReadonlySet<string> | null;
  accepted: string | undefined;
}>;

const isPlain = (status: number): status is PlainStatus =>
  plainStatuses.includes(status as PlainStatus);

/**
 * Sends a page that Next has made: with the status that it said, without scripts that it does not
 * need, compressed.
 */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body: held }: Held,
  { fixed, said, chunks, accepted }: Sent,
) {
  const type = String(response.getHeader('content-type') ?? '');
  // A route that answers with a page has it compressed by Next on the way here.
  const body = decoded(held, String(response.getHeader('content-encoding') ?? ''));
  response.removeHeader('content-encoding');
  // Next's own words for a failure need scripts to show anything, or are none at all.
  if (status === 500) return answerPlainly(request, response, 500, fixed);
  if (isPlain(status) && !type.startsWith('text/html'))
    return answerPlainly(request, response, status, fixed, status === 405 ? { allow: 'POST' } : {});
  if (said.status && status === 200) response.statusCode = said.status;
  const html = body.toString('utf8');
  const plain = chunks !== null && !needsScripts(html, chunks);
  if (plain) {
    response.setHeader('content-security-policy', scriptless);
    response.removeHeader('link');
  }
  const whole = plain ? Buffer.from(withoutScripts(html)) : body;
  const encoding = chunks !== null && whole.length > 1000 ? encodingFor(accepted) : undefined;
  const sent = encoding ? encoded(whole, encoding) : whole;
  response.setHeader('vary', 'cookie, accept-encoding');
  if (encoding) response.setHeader('content-encoding', encoding);
  // The rendering for HEAD has no body, and its length would not be the page's.
  if (request.method === 'HEAD') return response.end();
  response.setHeader('content-length', sent.length);
  response.end(sent);
}
