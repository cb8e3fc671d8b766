/**
 * Why a document is missing. `not-finished`: the note cannot be read in the language; `disagrees`:
 * read back, its numbers are not those that were counted.
 */
export const documentFailures = [
  'no-chromium',
  'no-font',
  'timed-out',
  'disk-full',
  'not-finished',
  'disagrees',
  'failed',
] as const;
export type DocumentFailure = (typeof documentFailures)[number];
