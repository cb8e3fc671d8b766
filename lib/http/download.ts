import 'server-only';
import { create as contentDisposition } from 'content-disposition';
import type { NextRequest } from 'next/server';
import { answerWithPage } from '#lib/http/answer';
import { holdsEntityTag } from '#lib/http/entity-tag';
import { routeInputOf, type RouteInput, type GetContext } from '#lib/http/get';

/** A file that is given out, to be kept by the reader. */
export type File = Readonly<{
  /** Its name, in any script. */
  name: string;
  /** Its media type. */
  type: string;
  content: string | Uint8Array | ReadableStream<Uint8Array>;
}>;

/**
 * Why there is no file: a page says it, which is sent instead (`elsewhere`, or `missing` with the
 * status 404), there is nothing to say (`nothing`, 404), or it costs too much at the moment (503).
 */
export type NoFile = Readonly<
  | { kind: 'elsewhere'; location: string }
  | { kind: 'missing' }
  | { kind: 'nothing' }
  | { kind: 'busy'; seconds: number }
>;

/** A file that is made, and noted where that is owed, only if the reader does not hold it yet. */
export type Prepared = Readonly<{
  make: () => Promise<File | NoFile>;
  /** Names the version: whoever holds it is answered 304. */
  version?: Readonly<{ entityTag: string; isPublic: boolean }>;
  /** SHA-256 of the content in hex, for files that somebody brought or that were published. */
  sha256?: string;
}>;

const isNoFile = (found: object): found is NoFile => 'kind' in found;

const emptyAnswer = (status: number, headers: Readonly<Record<string, string>>) =>
  new Response(null, { status, headers: { ...headers, 'cache-control': 'no-store' } });

function withoutFile(request: NextRequest, found: NoFile, { locale }: RouteInput) {
  switch (found.kind) {
    case 'elsewhere':
      return emptyAnswer(303, { location: found.location });
    case 'nothing':
      return emptyAnswer(404, {});
    case 'busy':
      return emptyAnswer(503, { 'retry-after': String(found.seconds) });
    case 'missing': {
      const path = request.nextUrl.pathname;
      const answer = {
        failure: { kind: 'not-found' },
        form: {},
        sentTo: path,
        page: path,
      } as const;
      return answerWithPage(request, answer, `/${locale}/no-such-file`, 404);
    }
  }
}

function versionHeaders({ version, sha256 }: Prepared): Record<string, string> {
  const digest = sha256 && Buffer.from(sha256, 'hex').toString('base64');
  const cached = version?.isPublic ? 'public, no-cache' : 'private, no-cache';
  return {
    vary: 'cookie',
    'cache-control': version ? cached : 'no-store',
    ...(version ? { etag: version.entityTag } : {}),
    ...(digest ? { 'repr-digest': `sha-256=:${digest}:` } : {}),
  };
}

/** For programs that know no other scripts; the name itself goes along by RFC 8187. */
const plainName = (name: string) => name.normalize('NFKD').replace(/[^\w. -]/g, '_');

/** The plain name always stands in quotes: simple programs look for them. */
const dispositionOf = (name: string) =>
  contentDisposition(name, { fallback: plainName(name) }).replace(
    /filename=([^";]+)/,
    'filename="$1"',
  );

function fileHeaders({ name, type, content }: File, { sha256 }: Prepared) {
  return {
    'content-type': type,
    'content-disposition': dispositionOf(name),
    ...(content instanceof Uint8Array ? { 'content-length': String(content.length) } : {}),
    // What somebody brought is never run as a page of the register.
    ...(sha256 ? { 'content-security-policy': `sandbox; default-src 'none'` } : {}),
  };
}

/**
 * Makes the handler of a GET route that gives out a file: who asks → what there is for them → 304,
 * or the file, or why there is none.
 */
export const download =
  (prepare: (asked: RouteInput) => Promise<Prepared | NoFile>) =>
  async (request: NextRequest, context: GetContext): Promise<Response> => {
    const asked = await routeInputOf(request, context);
    const prepared = await prepare(asked);
    if (isNoFile(prepared)) return withoutFile(request, prepared, asked);

    const headers = versionHeaders(prepared);
    const ifNoneMatch = request.headers.get('if-none-match');
    if (prepared.version && holdsEntityTag(ifNoneMatch, prepared.version.entityTag))
      return new Response(null, { status: 304, headers });

    const file = await prepared.make();
    if (isNoFile(file)) return withoutFile(request, file, asked);
    const body = file.content instanceof Uint8Array ? new Uint8Array(file.content) : file.content;
    return new Response(body, { headers: { ...headers, ...fileHeaders(file, prepared) } });
  };
