import 'server-only';
import { createHash } from 'node:crypto';

/** The ETag of a response that depends on these parts: revision, day, query, language, scope. */
export const entityTagOf = (...parts: readonly unknown[]): string =>
  `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;

/** The ETag of a file, by its SHA-256 in hex. */
export const entityTagOfFile = (sha256: string): string => `"${sha256}"`;

/** The ETags in If-None-Match, without the prefix of weak ones; `*` stands for any. */
export const parseEntityTags = (ifNoneMatch: string | null | undefined): string[] =>
  (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));

/** Whether If-None-Match contains this ETag, by weak comparison (RFC 9110). */
export function matchesEntityTag(ifNoneMatch: string | null | undefined, tag: string): boolean {
  const tags = parseEntityTags(ifNoneMatch);
  return tags.includes(tag) || tags.includes('*');
}
