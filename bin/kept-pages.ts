import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import inject from 'light-my-request';
import { LRUCache } from 'lru-cache';
import { encodingFor } from '#bin/encoding';
import { holdsEntityTag } from '#lib/http/entity-tag';
import { ownScript } from '#bin/headers';
import type { KeptAddress } from '#bin/kept-address';
import { bodyFor, keptPage, type KeptPage } from '#bin/kept-page';
import { needsScripts, withoutScripts } from '#bin/scripts';
import { actorOfRequest } from '#lib/sessions/auth-cookie';
import { actor, type Actor } from '#lib/base/actor';
import { withPageStatus, type PageStatus } from '#lib/http/page-status';
import { readAs } from '#lib/sessions/reader';
import { currentRevision } from '#lib/counting/summaries/load';
import { scopeOf } from '#lib/counting/summaries/scope';

type Render = (request: IncomingMessage, response: ServerResponse) => unknown;
type Given = Readonly<{
  render: Render;
  chunks: ReadonlySet<string>;
  fixed: Readonly<Record<string, string>>;
  /** The address of the script that brings an open page up to date. */ script?: string;
  mostBytes?: number;
}>;

/**
 * Keeps whole pages that many read, by revision, day, role, scope and address, and answers from
 * them. The revision is looked
 * up for each request. A page is rendered for a reader without a name, account or session, so it
 * holds nothing personal; the
 * name is put into its one place when it is sent.
 */
export function keepPages({ render, chunks, fixed, script, mostBytes = 32_000_000 }: Given) {
  const kept = new LRUCache<string, KeptPage>({
    maxSize: mostBytes,
    sizeCalculation: ({ bytes }) => bytes,
  });
  const rendering = new Map<string, Promise<KeptPage | undefined>>();
  const place = `reader-${randomUUID()}`;
  // Flat, as Node writes them fastest: the same few headers are sent with every kept page.
  const headersWith = (caching: string, more: Readonly<Record<string, string>> = {}) =>
    Object.entries({
      ...fixed,
      ...more,
      vary: 'cookie, accept-encoding',
      'cache-control': caching,
    }).flat();
  const live = { 'content-security-policy': ownScript };
  const [toAll, toOne, liveToAll, liveToOne] = [
    headersWith('public, no-cache'),
    headersWith('private, no-store'),
    headersWith('public, no-cache', live),
    headersWith('private, no-store', live),
  ];
  // Only a page with a place to say that it has changed is brought up to date.
  const withLive = (html: string) =>
    script && html.includes(' id="live"')
      ? html.replace('</head>', `<script defer="" src="${script}"></script></head>`)
      : html;

  /**
   * Undefined for what is not to be kept: a page that does not exist, or one that needs scripts.
   */
  async function rendered(address: string, reader: Actor): Promise<KeptPage | undefined> {
    const nameless = actor({
      ...reader,
      name: reader.role === 'public' ? '' : place,
      accountId: null,
      sessionId: null,
      locale: null,
    });
    const said: PageStatus = { status: undefined };
    const page = await inject(
      (request, response) =>
        readAs(nameless, () =>
          withPageStatus(said, () =>
            render(request as unknown as IncomingMessage, response as unknown as ServerResponse),
          ),
        ),
      { method: 'GET', url: address, headers: { host: 'localhost', 'x-register-path': address } },
    );
    const { statusCode, payload } = page;
    if (statusCode !== 200 || said.status || needsScripts(payload, chunks)) return undefined;
    return keptPage(withLive(withoutScripts(payload)), reader.role === 'public' ? null : place);
  }

  async function pageFor(address: string, reader: Actor): Promise<KeptPage | undefined> {
    const key = [
      await currentRevision(),
      Math.floor(Date.now() / 86_400_000),
      reader.role,
      scopeOf(reader),
      address,
    ].join('\n');
    const known = kept.get(key);
    if (known) return known;
    // Many may ask for the same page at once; it is rendered for the first.
    const begun =
      rendering.get(key) ??
      rendered(address, reader)
        .then((page) => {
          if (page) kept.set(key, page);
          return page;
        })
        .finally(() => rendering.delete(key));
    rendering.set(key, begun);
    return begun;
  }

  /** Answers if the page can be kept for this reader. */
  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    { address, first }: KeptAddress,
  ): Promise<boolean> {
    const reader = await actorOfRequest(request.headers.cookie);
    if (first && reader.role !== 'public') return false;
    const page = await pageFor(address, reader);
    if (!page) return false;
    const { body, encoding } = bodyFor(
      page,
      reader.name,
      encodingFor(request.headers['accept-encoding']),
    );
    const whose =
      reader.name === ''
        ? page.digest
        : createHash('sha256')
            .update(page.digest)
            .update(reader.name)
            .digest('base64url')
            .slice(0, 22);
    const tag = `"${whose}${encoding ? `-${encoding}` : ''}"`;
    // A browser may hold the public's page and ask whether it is still the one. One of a reader's
    // own it must forget, or whoever
    // sits there next finds it by going back.
    const headers = [
      ...(reader.role === 'public'
        ? page.live
          ? liveToAll
          : toAll
        : page.live
          ? liveToOne
          : toOne),
      'etag',
      tag,
    ];
    const same = holdsEntityTag(request.headers['if-none-match'], tag);
    if (same) response.writeHead(304, headers);
    else
      response.writeHead(200, [
        ...headers,
        'content-type',
        'text/html; charset=utf-8',
        'content-length',
        String(body.length),
        ...(encoding ? ['content-encoding', encoding] : []),
      ]);
    response.end(same || request.method === 'HEAD' ? undefined : body);
    return true;
  }

  return { answer };
}
