import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { securityHeaders } from '#lib/server/security-headers';
import { cacheAddress } from '#lib/server/cache-address';
import { createPageCache } from '#lib/server/page-cache';
import type { Actor } from '#lib/base/actor';
import { sessionCookie } from '#lib/sessions/auth-cookie';
import { presetActor } from '#lib/sessions/preset-actor';
import { countForOptions } from '#lib/counting/summaries/queries';
import { raw } from '#tests/support/pages/raw-requests';

const shown = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');

/**
 * Kept pages in front of the smallest page that shows what real ones depend on: the reader's name
 * and role, and numbers of
 * the reader's scope. `rendered` counts how often it was made, and all that was known of its
 * reader.
 */
export async function startPageCacheServer(mostBytes?: number) {
  const rendered: Actor[] = [];
  const render = async (request: IncomingMessage, response: ServerResponse) => {
    const reader = presetActor();
    if (!reader) throw new Error('the page has no reader');
    rendered.push(reader);
    const { totals, revision } = await countForOptions(reader, {
      cycle: 2,
      chapters: ['II'],
      cutoff: null,
      regions: [],
    });
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<h1>${request.url}</h1><p class="who">${shown(reader.name)}</p>${reader.role} ${totals.summaries} summaries ${totals.needs} needs at ${revision}<script>ran()</script>`,
    );
  };
  const kept = createPageCache({
    render,
    chunks: new Set(),
    baseHeaders: securityHeaders(new URL('http://localhost')),
    maxBytes: mostBytes,
  });
  const server = createServer((request, response) => {
    const address = cacheAddress(request.url ?? '');
    const answer = address
      ? kept.answer(request, response, address, async () => undefined)
      : Promise.resolve(false);
    answer.then(
      (done) => done || response.writeHead(501).end(),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const read = async (actor: Actor, path = '/en/summaries') =>
    raw(url, {
      method: 'GET',
      path,
      headers: actor.sessionId
        ? { cookie: `other=1; ${(await sessionCookie(actor.sessionId)).split(';', 1)[0]}` }
        : {},
    });
  /** What a reader is told: the name, and the numbers. */
  const told = async (actor: Actor, path?: string) => {
    const { text } = await read(actor, path);
    const [, name, role, summaries, needs] =
      /<p class="who">(.*?)<\/p>(\S+) (\d+) summaries (\d+) needs/.exec(text) ?? [];
    return { name, role, summaries: Number(summaries), needs: Number(needs) };
  };
  return {
    read,
    told,
    rendered,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
