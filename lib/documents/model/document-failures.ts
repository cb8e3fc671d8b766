/**
 * Why a document is missing. `not-finished`: the note could not be assembled in the language;
 * `disagrees`: the numbers in the rendered document are not those that were counted.
 */
const documentFailures = [
  'no-chromium',
  'no-font',
  'timed-out',
  'disk-full',
  'not-finished',
  'disagrees',
  'failed',
] as const;
export type DocumentFailure = (typeof documentFailures)[number];
