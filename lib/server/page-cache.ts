import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import inject from 'light-my-request';
import { LRUCache } from 'lru-cache';
import { encodingFor } from '#lib/server/compression';
import { ownScriptPolicy } from '#lib/server/security-headers';
import type { CacheAddress } from '#lib/server/cache-address';
import { pageBody, createCachedPage, type CachedPage } from '#lib/server/cached-page';
import { needsScripts, removeScripts } from '#lib/server/page-scripts';
import { actor, type Actor } from '#lib/base/actor';
import { globalSingleton } from '#lib/base/global-singleton';
import type { Admit } from '#lib/server/request-limits';
import { matchesEntityTag } from '#lib/http/entity-tag';
import { withPageStatus, type PageStatus } from '#lib/http/page-status';
import { actorOfRequest } from '#lib/sessions/auth-cookie';
import { withPresetActor } from '#lib/sessions/preset-actor';
import { latestSeenRevision } from '#lib/counting/facts/revisions';
import { scopeKey } from '#lib/counting/facts/scope';

type Options = Readonly<{
  /** Next's request handler. */
  render: (request: IncomingMessage, response: ServerResponse) => unknown;
  /** The script files with components of our own. */
  chunks: ReadonlySet<string>;
  /** The headers of every answer. */
  baseHeaders: Readonly<Record<string, string>>;
  /** The address of the script that keeps an open page up to date. */
  script?: string;
  maxBytes?: number;
}>;

const millisecondsPerDay = 86_400_000;
const shortHash = (...parts: readonly string[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64url').slice(0, 22);
};

/**
 * The headers of a cached page. A browser may keep the public's page and ask whether it is still
 * current. It must forget a page of a signed-in reader: the next person at that computer would find
 * it by going back.
 */
function pageHeaders(fixed: Options['baseHeaders']) {
  // Flat, because Node writes such a list fastest.
  const flat = (cacheControl: string, isLive: boolean) =>
    Object.entries({
      ...fixed,
      ...(isLive ? { 'content-security-policy': ownScriptPolicy } : {}),
      vary: 'cookie, accept-encoding',
      'cache-control': cacheControl,
    }).flat();
  const bothOf = (cacheControl: string) => ({
    live: flat(cacheControl, true),
    still: flat(cacheControl, false),
  });
  const ofPublic = bothOf('public, no-cache');
  const ofReader = bothOf('private, no-store');
  return (page: CachedPage, { role }: Actor): readonly string[] =>
    (role === 'public' ? ofPublic : ofReader)[page.live ? 'live' : 'still'];
}

/** Adds the script that keeps the page up to date, where the page has a place to report changes. */
const addLiveScript = (html: string, script: string | undefined) =>
  script && html.includes(' id="live"')
    ? html.replace('</head>', `<script defer="" src="${script}"></script></head>`)
    : html;

/** Renders pages for the cache. */
function cacheRenderer({ render, chunks, script }: Options) {
  const namePlaceholder = `reader-${randomUUID()}`;

  /** Undefined for what is not cached: a page that does not exist, or one that needs scripts. */
  return async (address: string, reader: Actor): Promise<CachedPage | undefined> => {
    const isPublic = reader.role === 'public';
    const nameless = actor({
      ...reader,
      name: isPublic ? '' : namePlaceholder,
      accountId: null,
      sessionId: null,
      locale: null,
    });
    const pageStatus: PageStatus = { status: undefined };
    const { statusCode, payload } = await inject(
      (request, response) =>
        withPresetActor(nameless, () =>
          withPageStatus(pageStatus, () =>
            render(request as unknown as IncomingMessage, response as unknown as ServerResponse),
          ),
        ),
      { method: 'GET', url: address, headers: { host: 'localhost', 'x-register-path': address } },
    );
    if (statusCode !== 200 || pageStatus.status || needsScripts(payload, chunks)) return undefined;
    const html = addLiveScript(removeScripts(payload), script);
    return createCachedPage(html, isPublic ? null : namePlaceholder);
  };
}

/** How often a page was answered from memory, and how often it was not there. */
export const pageCacheUse = globalSingleton('page-cache-use', () => ({ hits: 0, misses: 0 }));

const cacheKey = async (address: string, reader: Actor) => {
  const day = Math.floor(Date.now() / millisecondsPerDay);
  return [await latestSeenRevision(reader), day, reader.role, scopeKey(reader), address].join('\n');
};

/** Finds the page of an address for a reader: in the cache, or by rendering it. */
function pageFinder(options: Options) {
  const { maxBytes: mostBytes = 32_000_000 } = options;
  const pages = new LRUCache<string, CachedPage>({
    maxSize: mostBytes,
    sizeCalculation: ({ bytes }) => bytes,
  });
  const renderings = new Map<string, Promise<CachedPage | undefined>>();
  const renderPage = cacheRenderer(options);

  async function renderAndStore(key: string, address: string, reader: Actor) {
    try {
      const page = await renderPage(address, reader);
      if (page) pages.set(key, page);
      return page;
    } finally {
      renderings.delete(key);
    }
  }

  /** Undefined where the page is not cached, or where its reader has to wait for it. */
  return async (address: string, reader: Actor, admit: Admit): Promise<CachedPage | undefined> => {
    const key = await cacheKey(address, reader);
    const stored = pages.get(key);
    if (stored) pageCacheUse.hits += 1;
    else pageCacheUse.misses += 1;
    if (stored) return stored;
    // Each waits for a turn of their own: nobody waits in the queue of whoever asked for it first.
    if (await admit()) return undefined;
    const meanwhile = pages.get(key);
    if (meanwhile) return meanwhile;
    // Many may ask for the same page at once: it is rendered only once.
    const rendering = renderings.get(key) ?? renderAndStore(key, address, reader);
    renderings.set(key, rendering);
    return rendering;
  };
}

/**
 * A cache of whole pages that many people read, by the last change that the reader sees, day, role,
 * scope and address. Each request looks up that change. A page is rendered for a reader without a
 * name, account or session, so it holds nothing personal; the reader's name is filled in when the
 * page is sent.
 */
export function createPageCache(options: Options) {
  const findPage = pageFinder(options);
  const headersOf = pageHeaders(options.baseHeaders);

  /** Answers from the cache; false where this page is not cached for this reader. */
  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    { address, isHome: first }: CacheAddress,
    admit: Admit,
  ): Promise<boolean> {
    const reader = await actorOfRequest(request.headers.cookie);
    if (first && reader.role !== 'public') return false;
    const page = await findPage(address, reader, admit);
    if (!page) return false;

    const encoding = encodingFor(request.headers['accept-encoding']);
    const version = reader.name === '' ? page.digest : shortHash(page.digest, reader.name);
    const tag = `"${version}${encoding ? `-${encoding}` : ''}"`;
    const headers = [...headersOf(page, reader), 'etag', tag];
    if (matchesEntityTag(request.headers['if-none-match'], tag)) {
      response.writeHead(304, headers).end();
      return true;
    }

    const body = pageBody(page, reader.name, encoding);
    headers.push('content-type', 'text/html; charset=utf-8', 'content-length', String(body.length));
    if (encoding) headers.push('content-encoding', encoding);
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
    return true;
  }

  return { answer };
}
