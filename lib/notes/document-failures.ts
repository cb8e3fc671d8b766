/** Why a document is missing. `not-finished`: the note cannot be read in the language. */
export const documentFailures = ['no-chromium', 'no-font', 'timed-out', 'disk-full', 'not-finished', 'failed'] as const;
export type DocumentFailure = (typeof documentFailures)[number];
