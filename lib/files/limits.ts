import { mediaTypes } from '#lib/files/media-types';

/** The largest file that may be attached, in bytes. */
export const largestAttachment = 20 * 1024 * 1024;

/** What an executive summary may be attached as. Pasted text is kept as UTF-8. */
export const sourceTypes = {
  pdf: mediaTypes.pdf,
  docx: mediaTypes.docx,
  text: mediaTypes.txt,
} as const;
export type MediaType = (typeof sourceTypes)[keyof typeof sourceTypes];

/** What is taken of a source at most: 500 pages, with 4,000 characters on each. */
export const mostPages = 500;
export const mostCharacters = 2_000_000;
export const mostPassages = 20_000;

/**
 * A paragraph of a source: its page in the file and its printed number, where it has them. Its text
 * stands on one line.
 */
export type Passage = Readonly<{ page: number | null; number: string | null; text: string }>;
