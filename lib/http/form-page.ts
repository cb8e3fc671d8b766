import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import inject from 'light-my-request';
import type { Failure } from '#lib/base/errors';
import type { FormFields } from '#lib/http/form';
import { globalSingleton } from '#lib/base/global-singleton';

/**
 * The result of a POST, for the page that shows the form again: the failure and the input. The kind
 * `kept` stands for a form that was sent after its session had ended, once its sender has signed in
 * again.
 */
export type SubmittedForm = Readonly<{
  failure: Failure | Readonly<{ kind: 'kept' }>;
  form: FormFields;
  /** The address that the form was sent to, and the page with the form. */
  sentTo: string;
  page: string;
}>;

type PageRenderer = (request: IncomingMessage, response: ServerResponse) => unknown;

const currentAnswers = globalSingleton('answers', () => new AsyncLocalStorage<SubmittedForm>());
const renderer = globalSingleton<{ current: PageRenderer | null }>('pages', () => ({
  current: null,
}));

/** Sets how pages are rendered; the server does so when it starts. */
export const setPageRenderer = (render: PageRenderer) => {
  renderer.current = render;
};

/** The result that the page which is being rendered shows, if any. */
export const currentSubmission = (): SubmittedForm | undefined => currentAnswers.getStore();

/** The headers of the POST that its page is rendered with. */
const forwardedHeaders = [
  'cookie',
  'host',
  'accept-language',
  'user-agent',
  'content-security-policy',
  'x-forwarded-proto',
  'x-register-network',
];

/**
 * Answers a POST with the page of its form, rendered in this process: the browser gets the real
 * status and all of the input, without scripts and without anything stored.
 */
export async function respondWithFormPage(
  request: Request,
  answer: SubmittedForm,
  path: string,
  status: number,
  cookie?: string,
): Promise<Response> {
  const render = renderer.current;
  if (!render) throw new Error('the page handler has not been set');
  const headers: Record<string, string> = {};
  for (const name of forwardedHeaders) {
    const value = request.headers.get(name);
    if (value) headers[name] = value;
  }
  if (cookie) headers.cookie = cookie.split(';', 1)[0]!;
  headers['x-register-path'] = path;
  // The rendering begins only when it is awaited, so the result is set where it begins.
  const page = await inject(
    (req, res) =>
      currentAnswers.run(answer, () =>
        render(req as unknown as IncomingMessage, res as unknown as ServerResponse),
      ),
    { method: 'GET', url: path, headers },
  );
  const body = new Uint8Array(page.rawPayload);
  const responseHeaders = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  if (cookie) responseHeaders.append('set-cookie', cookie);
  if (page.statusCode >= 300 && page.statusCode < 400 && page.headers.location) {
    responseHeaders.set('location', String(page.headers.location));
    return new Response(null, { status: 303, headers: responseHeaders });
  }
  return new Response(body, {
    status: page.statusCode >= 400 ? page.statusCode : status,
    headers: responseHeaders,
  });
}
