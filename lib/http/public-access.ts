import 'server-only';

/**
 * The headers by which the scripts of any page may read an answer: of what the API answers to
 * everybody, without a token or a session. They read nothing in the name of a reader.
 */
export const publicAccess = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, link, ratelimit, ratelimit-policy',
} as const;
