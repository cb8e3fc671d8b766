import 'server-only';
import { createHash } from 'node:crypto';

/** The ETag of an answer that these parts determine: revision, day, question, language, scope. */
export const entityTagOf = (...parts: readonly unknown[]): string =>
  `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;

/** The ETag of a file, by its SHA-256 in hex. */
export const entityTagOfFile = (sha256: string): string => `"${sha256}"`;

/** The ETags that If-None-Match names, without their mark of weakness; `*` stands for any. */
export const entityTagsIn = (ifNoneMatch: string | null | undefined): string[] =>
  (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));

/**
 * Whether a reader holds the version of this ETag, by what If-None-Match says; compared weakly, as
 * RFC 9110 wants it for reading.
 */
export function holdsEntityTag(ifNoneMatch: string | null | undefined, tag: string): boolean {
  const held = entityTagsIn(ifNoneMatch);
  return held.includes(tag) || held.includes('*');
}
