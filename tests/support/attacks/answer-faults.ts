import type { HttpRequest, HttpResponse } from '#tests/support/servers/http-client';
import { plantedElement } from '#tests/support/attacks/naughty-strings';

const innerWords = /SQLITE_|syntax error at|drizzle|node_modules|\bat .+\.(js|ts):\d+/;

/** Whether a request asks for something else than a page, or is answered by a file to be stored. */
function asksForData({ path, headers = {} }: HttpRequest, answer: HttpResponse): boolean {
  const disposition = String(answer.headers['content-disposition'] ?? '');
  const isFile =
    answer.status === 200 &&
    (disposition.startsWith('attachment') ||
      /^\/\w\w\/summaries\/figures\/[\w-]+\/(svg|png|csv|xlsx)\b/.test(path));
  return (
    isFile ||
    /^\/(api\/|\w\w\/(needs\/export|assistance\/export|likeness)\b)/.test(path) ||
    (headers.accept?.includes('application/json') ?? false) ||
    'rsc' in headers ||
    'next-action' in headers
  );
}

/** What is wrong with an answer; nothing where it is one of the register's own. */
export function faultOf(url: string, asked: HttpRequest, answer: HttpResponse): string | undefined {
  const { status, headers, text } = answer;
  const type = headers['content-type'] ?? '';
  if (status >= 500 && status !== 503) return 'a failure';
  if (innerWords.test(text)) return 'inner words';
  const { location } = headers;
  if (
    location !== undefined &&
    (!URL.canParse(location, url) || new URL(location, url).origin !== url)
  )
    return `leads to ${location}`;
  if (text === '' || (status >= 300 && status < 400) || asksForData(asked, answer)) {
    return undefined;
  }
  if (type !== 'text/html; charset=utf-8') return `not HTML but ${type}`;
  if (text.includes(`<${plantedElement}`)) return 'what was sent, as an element';
  return /<html lang="(ar|en|es|fr|ru|zh)"/.test(text) && text.includes('<h1')
    ? undefined
    : 'a page that does not speak';
}
