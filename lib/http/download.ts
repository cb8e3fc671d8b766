import 'server-only';
import { create as contentDisposition } from 'content-disposition';
import type { NextRequest } from 'next/server';
import { respondWithFormPage } from '#lib/http/form-page';
import { matchesEntityTag } from '#lib/http/entity-tag';
import { loggedPath, recordAccess } from '#lib/http/record-access';
import { headHeaders } from '#lib/http/register-head';
import { routeInputOf, type RouteInput, type GetContext } from '#lib/http/get';

/** A file to be downloaded. */
export type DownloadFile = Readonly<{
  /** Its name, in any script. */
  name: string;
  /** Its media type. */
  type: string;
  content: string | Uint8Array | ReadableStream<Uint8Array>;
}>;

/**
 * Why there is no file. `elsewhere` redirects to a page that explains it, `missing` answers 404 with
 * such a page, `nothing` answers 404 without one, and `busy` answers 503: it would cost too much now.
 */
export type NoFile = Readonly<
  | { kind: 'elsewhere'; location: string }
  | { kind: 'missing' }
  | { kind: 'nothing' }
  | { kind: 'busy'; seconds: number }
>;

/** A file that is created, and logged where necessary, only if the reader does not have it yet. */
export type PreparedDownload = Readonly<{
  create: () => Promise<DownloadFile | NoFile>;
  /** The version of the file: a reader who has it gets 304. */
  version?: Readonly<{ entityTag: string; isPublic: boolean }>;
  /** Whether its preparation records who downloads it; otherwise it is recorded here. */
  isRecorded?: boolean;
  /** SHA-256 of the content in hex, for files that were uploaded or published. */
  sha256?: string;
}>;

const isNoFile = (result: object): result is NoFile => 'kind' in result;

const emptyResponse = (status: number, headers: Readonly<Record<string, string>>) =>
  new Response(null, { status, headers: { ...headers, 'cache-control': 'no-store' } });

function respondWithoutFile(request: NextRequest, reason: NoFile, { locale }: RouteInput) {
  switch (reason.kind) {
    case 'elsewhere':
      return emptyResponse(303, { location: reason.location });
    case 'nothing':
      return emptyResponse(404, {});
    case 'busy':
      return emptyResponse(503, { 'retry-after': String(reason.seconds) });
    case 'missing': {
      const path = request.nextUrl.pathname;
      const answer = {
        failure: { kind: 'not-found' },
        form: {},
        sentTo: path,
        page: path,
      } as const;
      return respondWithFormPage(request, answer, `/${locale}/no-such-file`, 404);
    }
  }
}

function versionHeaders({ version, sha256 }: PreparedDownload): Record<string, string> {
  const digest = sha256 && Buffer.from(sha256, 'hex').toString('base64');
  const cached = version?.isPublic ? 'public, no-cache' : 'private, no-cache';
  return {
    vary: 'cookie',
    'cache-control': version ? cached : 'no-store',
    ...(version ? { etag: version.entityTag } : {}),
    ...(digest ? { 'repr-digest': `sha-256=:${digest}:` } : {}),
  };
}

/** The name in ASCII, for programs that do not know RFC 8187. */
const asciiName = (name: string) => name.normalize('NFKD').replace(/[^\w. -]/g, '_');

/** The ASCII name is always in quotes: simple programs expect them. */
const dispositionOf = (name: string) =>
  contentDisposition(name, { fallback: asciiName(name) }).replace(
    /filename=([^";]+)/,
    'filename="$1"',
  );

function fileHeaders({ name, type, content }: DownloadFile, { sha256 }: PreparedDownload) {
  return {
    'content-type': type,
    'content-disposition': dispositionOf(name),
    ...(content instanceof Uint8Array ? { 'content-length': String(content.length) } : {}),
    // An uploaded file never runs as a page of the register.
    ...(sha256 ? { 'content-security-policy': `sandbox; default-src 'none'` } : {}),
  };
}

/**
 * Creates the handler of a GET route for a download: actor and address → what there is for them → 304,
 * the file, or why there is none.
 */
export const download =
  (prepare: (input: RouteInput) => Promise<PreparedDownload | NoFile>) =>
  async (request: NextRequest, context: GetContext): Promise<Response> => {
    const input = await routeInputOf(request, context);
    const prepared = await prepare(input);
    if (isNoFile(prepared)) return respondWithoutFile(request, prepared, input);

    const headers = versionHeaders(prepared);
    const ifNoneMatch = request.headers.get('if-none-match');
    if (prepared.version && matchesEntityTag(ifNoneMatch, prepared.version.entityTag))
      return new Response(null, { status: 304, headers });

    const file = await prepared.create();
    if (isNoFile(file)) return respondWithoutFile(request, file, input);
    if (!prepared.isRecorded)
      await recordAccess(input.actor, 'download', { path: loggedPath(request.nextUrl.pathname) });
    const body = file.content instanceof Uint8Array ? new Uint8Array(file.content) : file.content;
    return new Response(body, {
      headers: { ...headers, ...fileHeaders(file, prepared), ...(await headHeaders(input.actor)) },
    });
  };
