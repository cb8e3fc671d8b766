import 'server-only';
import type { IncomingMessage } from 'node:http';
import type { StatusPageCode } from '#lib/server/status-page';

/** The largest form, in bytes: many times the longest need, and far below what would do harm. */
export const maxFormBytes = 256 * 1024;

/** The addresses of forms with a file. */
const fileFormPaths: readonly RegExp[] = [
  /^\/[a-z]{2}\/reviews\/[^/]+\/(attach|import\/check|self-assessment\/fill)$/,
  /^\/[a-z]{2}\/assistance\/import\/check$/,
  /^\/[a-z]{2}\/needs\/translations\/check$/,
  /^\/[a-z]{2}\/accounts\/colleagues\/hand-over$/,
  /^\/[a-z]{2}\/summaries\/against-the-note\/notes\/enter$/,
];
/** The largest form with a file, in bytes: the file and the fields beside it. */
export const maxFileFormBytes = 21 * 1024 * 1024;

/** The addresses of forms with the texts of many needs. */
const bulkFormPaths: readonly RegExp[] = [
  /^\/[a-z]{2}\/reviews\/[^/]+\/(grid|self-assessment)\/save$/,
];
const maxBulkFormBytes = 2 * 1024 * 1024;

const multipart = /^multipart\/form-data\s*;/i;
const urlEncoded = /^application\/x-www-form-urlencoded\s*(;|$)/i;

const matchesAny = (patterns: readonly RegExp[], path: string) =>
  patterns.some((pattern) => pattern.test(path));

function maxBytesOf(path: string): number {
  if (matchesAny(fileFormPaths, path)) return maxFileFormBytes;
  if (matchesAny(bulkFormPaths, path)) return maxBulkFormBytes;
  return maxFormBytes;
}

const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host);

/** Whether a write comes from the register's own pages. One without an origin does not. */
export function isSameOrigin({ headers }: IncomingMessage, publicUrl: URL): boolean {
  const { origin, host = '', 'sec-fetch-site': site } = headers;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === publicUrl.origin) return true;
  return isLoopback(publicUrl.host) && isLoopback(host) && origin === `http://${host}`;
}

/** The addresses of programs, who say who they are by a token and never by a cookie. */
export const isApiPath = (path: string): boolean => path.startsWith('/api/v1/');

const importPath = /^\/api\/v1\/(?:reviews\/[^/]+\/imports|imports\/activities)$/;
/** The largest file in Base64. */
const maxImportBytes = 29 * 1024 * 1024;

/**
 * The status by which a write of a program is refused before its body is read; undefined where the
 * table of operations says more. Without a token it is answered there, whatever its origin: a browser
 * does not add a token by itself.
 */
export function apiRefusalStatus(
  { headers }: IncomingMessage,
  path: string,
): 411 | 413 | undefined {
  const length = headers['content-length'];
  if (length === undefined) return 411;
  const isAllowed = importPath.test(path) && headers.authorization !== undefined;
  return Number(length) > (isAllowed ? maxImportBytes : maxFormBytes) ? 413 : undefined;
}

/** The status by which a write is refused before its body is read; undefined where it may go on. */
export function writeRefusalStatus(
  request: IncomingMessage,
  path: string,
  publicUrl: URL,
  takesPost: (path: string) => boolean,
): StatusPageCode | undefined {
  const { headers, method } = request;
  const length = headers['content-length'];
  const expectedType = matchesAny(fileFormPaths, path) ? multipart : urlEncoded;

  if (method !== 'POST' || !takesPost(path)) return 405;
  if (!isSameOrigin(request, publicUrl)) return 403;
  if (length === undefined) return 411;
  if (Number(length) > maxBytesOf(path)) return 413;
  if (!expectedType.test(headers['content-type'] ?? '')) return 415;
  return undefined;
}
