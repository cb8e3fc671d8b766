/** What may separate two cells of CSV. */
export const delimiters = [',', ';', '\t'] as const;
/** A vertical bar only where the file says so. */
export type Delimiter = (typeof delimiters)[number] | '|';

/** The most characters of one CSV record, line breaks included. A longer one is refused unread. */
export const maxRecordLength = 1_000_000;

/** The most rows of an uploaded table. */
export const maxRows = 10_000;
