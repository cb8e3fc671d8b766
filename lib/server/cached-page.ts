import 'server-only';
import { createHash } from 'node:crypto';
import { compress, type ContentEncoding } from '#lib/server/compression';
import { escapeMarkup } from '#lib/text/escape';

/** A rendered page as the cache holds it: the reader's name stands between its two parts. */
export type CachedPage = Readonly<{
  digest: string;
  /** Whether it loads the script that keeps it up to date. */
  live: boolean;
  head: Buffer;
  tail: Buffer;
  /** What it takes of the cache: the page itself and its compressed bodies. */
  bytes: number;
  /** The compressed bodies for the public, whose name is empty: each is made once. */
  compressed: Map<ContentEncoding, Buffer>;
}>;

/**
 * @throws Error unless the placeholder of the name occurs exactly once: the page might hold
 * something personal.
 */
export function createCachedPage(html: string, namePlaceholder: string | null): CachedPage {
  const parts = namePlaceholder === null ? [html, ''] : html.split(namePlaceholder);
  if (parts.length !== 2) {
    throw new Error(`a page to be cached has ${parts.length - 1} places for the reader's name`);
  }
  const [head, tail] = parts.map((part) => Buffer.from(part)) as [Buffer, Buffer];
  return {
    digest: createHash('sha256').update(html).digest('base64url').slice(0, 22),
    live: html.includes('<script'),
    head,
    tail,
    bytes: 2 * (head.length + tail.length),
    compressed: new Map(),
  };
}

/** A name as React writes it: with the apostrophe as a numeric entity. */
const escapeName = (name: string) => escapeMarkup(name).replaceAll("'", '&#x27;');

const fillName = ({ head, tail }: CachedPage, name: string) =>
  Buffer.concat([head, Buffer.from(escapeName(name)), tail]);

/** The body for a reader of this name; an empty name stands for the public. */
export function pageBody(page: CachedPage, name: string, encoding?: ContentEncoding): Buffer {
  if (!encoding) return fillName(page, name);
  if (name !== '') return compress(fillName(page, name), encoding);

  const body = page.compressed.get(encoding) ?? compress(fillName(page, ''), encoding);
  page.compressed.set(encoding, body);
  return body;
}
