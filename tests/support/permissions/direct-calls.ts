import { NextRequest } from 'next/server';
import { isValidElement, type ReactElement, type ReactNode } from 'react';
import { actorOfRequest } from '#lib/sessions/auth-cookie';
import { currentSubmission, setPageRenderer } from '#lib/http/form-page';
import { withPageStatus, type PageStatus } from '#lib/http/page-status';
import { withPresetActor } from '#lib/sessions/preset-actor';
import { formRequest, type HttpResponse } from '#tests/support/servers/http-client';
import { readOutcome } from '#tests/support/permissions/outcomes-of-answers';

/**
 * The pages and routes, called in this process as Next calls them: without a server, and without
 * making HTML of what a page is. So everything can be tried by everybody in seconds, which over
 * HTTP takes minutes.
 */
const origin = 'http://localhost:3000';
type Params = Readonly<Record<string, string | string[]>>;
type Page = (given: {
  params: Promise<Params>;
  searchParams: Promise<Readonly<Record<string, string>>>;
}) => Promise<unknown>;
type Fields = Readonly<Record<string, string | readonly string[]>>;
type Handler = (request: NextRequest, given: { params: Promise<Params> }) => Promise<Response>;

/** What stands where an entry leaves a place open: `/[locale]/needs/[id]/page` in `/en/needs/7`. */
function paramsOf(entry: string, pathname: string): Params {
  const parts = pathname.split('/');
  return Object.fromEntries(
    entry.split('/').flatMap((part, i) => {
      const [, all, name] = /^\[(\.\.\.)?(.+)\]$/.exec(part) ?? [];
      if (name === undefined) return [];
      return [[name, all ? parts.slice(i) : parts[i]!] as const];
    }),
  );
}

/** Next itself answers for these. */
export const isCallable = (entry: string) => !/^\/(_|api\/auth\/)/.test(entry);

async function load(entry: string): Promise<Readonly<Record<string, unknown>>> {
  const end = entry.endsWith('/page') ? 'tsx' : 'ts';
  return (await import(/* @vite-ignore */ `../../../app${entry}.${end}`)) as Record<
    string,
    unknown
  >;
}

const redirectOf = (error: unknown): string | undefined => {
  const digest = String((error as { digest?: unknown }).digest);
  return digest.startsWith('NEXT_REDIRECT') ? digest : undefined;
};

type Component = ReactElement<object, (props: object) => ReactNode>;
const isOfFunction = (shown: unknown): shown is Component =>
  isValidElement(shown) && typeof shown.type === 'function';

/** What comes of a page, as matrix-pages-table.ts names it, read by whoever has this cookie. */
async function outcomeOfPage(entry: string, path: string, cookie: string): Promise<string> {
  const { pathname, searchParams } = new URL(path, origin);
  const page = (await load(entry)).default as Page;
  const reader = await actorOfRequest(cookie);
  const said: PageStatus = { status: undefined };
  const render = async () => {
    const shown = await page({
      params: Promise.resolve(paramsOf(entry, pathname)),
      searchParams: Promise.resolve(Object.fromEntries(searchParams)),
    });
    // What a page says of its status, its outermost component says.
    if (isOfFunction(shown)) shown.type(shown.props);
  };
  try {
    await withPresetActor(reader, () => withPageStatus(said, render));
  } catch (error) {
    const redirect = redirectOf(error);
    if (redirect === undefined) throw error;
    return redirect.includes('/en/accounts/sign-in?next=') ? 'sign-in' : 'redirect';
  }
  if (said.status === 404) return 'not-found';
  return said.status === 403 ? 'forbidden' : 'shown';
}

async function handled(entry: string, request: NextRequest): Promise<HttpResponse> {
  const handler = (await load(entry))[request.method] as Handler;
  const params = Promise.resolve(paramsOf(entry, request.nextUrl.pathname));
  const reader = await actorOfRequest(request.headers.get('cookie') ?? '');
  const response = await withPresetActor(reader, () => handler(request, { params }));
  const headers = Object.fromEntries(response.headers);
  return { status: response.status, headers, text: await response.text(), milliseconds: 0 };
}

/** What comes of a page or of a route that is read. */
export async function outcomeOfCall(entry: string, path: string, cookie: string): Promise<string> {
  if (entry.endsWith('/page')) return outcomeOfPage(entry, path, cookie);
  const request = new NextRequest(origin + path, { headers: { cookie } });
  return readOutcome(await handled(entry, request), true);
}

/** In place of the page that a form is answered with stands why it was refused. */
export const refusalsStandForPages = () =>
  setPageRenderer((_request, response) => {
    response.end(JSON.stringify(currentSubmission()!.failure));
  });

const forbidden: Readonly<Record<string, string>> = {
  role: 'forbidden-to-role',
  'not-yours': 'own-entry',
  'four-eyes': 'four-eyes',
  setting: 'forbidden',
};
const conflicts: Readonly<Record<string, string>> = {
  status: 'wrong-status',
  counted: 'wrong-counting',
};

/** What comes of a form, as matrix-forms-table.ts names it, sent by whoever has this cookie. */
export async function outcomeOfSending(
  entry: string,
  path: string,
  fields: Fields,
  cookie: string,
): Promise<string> {
  const { method, headers, body } = formRequest(origin, path, fields, cookie);
  const request = new NextRequest(origin + path, { method, headers, body: String(body) });
  const { status, text } = await handled(entry, request);
  const why = () => (JSON.parse(text) as { why?: string }).why ?? '';
  switch (status) {
    case 200:
      return 'done-and-shown';
    case 302:
    case 303:
      return 'done';
    case 401:
      return 'sign-in';
    case 403:
      return forbidden[why()] ?? 'status 403';
    case 404:
      return 'not-found';
    case 409:
      return conflicts[why()] ?? 'status 409';
    case 422:
      return 'invalid';
    default:
      return `status ${status}`;
  }
}
