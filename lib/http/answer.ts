import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import inject from 'light-my-request';
import type { Failure } from '#lib/base/errors';
import type { FormFields } from '#lib/http/form';
import { processWide } from '#lib/base/process-wide';

/**
 * What a POST was answered, for the page that shows the form again: the failure, and all that was
 * typed. `kept` is a form
 * whose session had ended, after signing in again.
 */
export type Answer = Readonly<{
  failure: Failure | Readonly<{ kind: 'kept' }>;
  form: FormFields;
  /** The address that the form was sent to, and the page that it stands on. */
  sentTo: string;
  page: string;
}>;

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

const answers = processWide('answers', () => new AsyncLocalStorage<Answer>());
const handler = processWide<{ current: Handler | null }>('pages', () => ({ current: null }));

/** Tells how pages are rendered; `bin/server.ts` says it once. */
export const renderPagesBy = (render: Handler) => {
  handler.current = render;
};

/** The answer that the page now rendered is part of, if it is part of one. */
export const currentAnswer = (): Answer | undefined => answers.getStore();

const passedOn = [
  'cookie',
  'host',
  'accept-language',
  'user-agent',
  'content-security-policy',
  'x-forwarded-proto',
  'x-register-network',
];

/**
 * Answers a POST with the page that its form stands on, rendered in this process: the browser gets
 * the real status and
 * all that was typed, without a script and without anything stored.
 */
export async function answerWithPage(
  request: Request,
  answer: Answer,
  path: string,
  status: number,
  cookie?: string,
): Promise<Response> {
  const render = handler.current;
  if (!render) throw new Error('the page handler has not been set');
  const headers = Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = request.headers.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  if (cookie) headers.cookie = cookie.split(';', 1)[0]!;
  headers['x-register-path'] = path;
  // The rendering begins only when it is awaited, so the answer is bound where it begins.
  const page = await inject(
    (req, res) =>
      answers.run(answer, () =>
        render(req as unknown as IncomingMessage, res as unknown as ServerResponse),
      ),
    { method: 'GET', url: path, headers },
  );
  const body = new Uint8Array(page.rawPayload);
  const sent = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  if (cookie) sent.append('set-cookie', cookie);
  if (page.statusCode >= 300 && page.statusCode < 400 && page.headers.location) {
    sent.set('location', String(page.headers.location));
    return new Response(null, { status: 303, headers: sent });
  }
  return new Response(body, {
    status: page.statusCode >= 400 ? page.statusCode : status,
    headers: sent,
  });
}
