import type { IncomingMessage } from 'node:http';
import type { PlainStatus } from '#bin/plain-page';

/** The largest form, in bytes: many times the longest need, and far below what would hurt. */
export const largestForm = 256 * 1024;

/**
 * The addresses whose forms bring a file along, and what such a form may weigh: the file and a
 * little around it.
 */
export const addressesOfFiles: readonly RegExp[] = [
  /^\/[a-z]{2}\/reviews\/[^/]+\/(attach|import\/check|self-assessment\/fill)$/,
  /^\/[a-z]{2}\/assistance\/import\/check$/,
  /^\/[a-z]{2}\/accounts\/colleagues\/hand-over$/,
  /^\/[a-z]{2}\/summaries\/against-the-note\/notes\/enter$/,
];
export const largestFormWithFile = 21 * 1024 * 1024;

/** The addresses whose forms hold the texts of many needs. */
export const addressesOfManyNeeds: readonly RegExp[] = [
  /^\/[a-z]{2}\/reviews\/[^/]+\/(grid|self-assessment)\/save$/,
];
export const largestFormOfManyNeeds = 2 * 1024 * 1024;

const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host);

/**
 * Whether a write comes from the register's own pages. What does not say where it comes from is
 * refused.
 */
export function fromOwnPages({ headers }: IncomingMessage, publicUrl: URL): boolean {
  const { origin, host = '', 'sec-fetch-site': site } = headers;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === publicUrl.origin) return true;
  return isLoopback(publicUrl.host) && isLoopback(host) && origin === `http://${host}`;
}

/** Why a write is refused before anything reads it; undefined where it may go on. */
export function refusalOfWrite(
  request: IncomingMessage,
  path: string,
  publicUrl: URL,
  takesPost: (path: string) => boolean,
): PlainStatus | undefined {
  const { headers, method } = request;
  if (method !== 'POST' || !takesPost(path)) return 405;
  if (!fromOwnPages(request, publicUrl)) return 403;
  if (headers['content-length'] === undefined) return 411;
  const withFile = addressesOfFiles.some((address) => address.test(path));
  const most = withFile
    ? largestFormWithFile
    : addressesOfManyNeeds.some((address) => address.test(path))
      ? largestFormOfManyNeeds
      : largestForm;
  if (Number(headers['content-length']) > most) return 413;
  const expected = withFile
    ? /^multipart\/form-data\s*;/i
    : /^application\/x-www-form-urlencoded\s*(;|$)/i;
  if (!expected.test(headers['content-type'] ?? '')) return 415;
  return undefined;
}
