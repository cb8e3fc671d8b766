import { mediaTypes } from '#lib/files/media-types';

/** The largest file that may be attached, in bytes. */
export const largestAttachment = 20 * 1024 * 1024;

/** The media types of an executive summary. Pasted text is stored as UTF-8. */
export const sourceTypes = {
  pdf: mediaTypes.pdf,
  docx: mediaTypes.docx,
  text: mediaTypes.txt,
} as const;
export type MediaType = (typeof sourceTypes)[keyof typeof sourceTypes];

/** The most that a source may have: 500 pages, with 4,000 characters on each. */
export const maxPages = 500;
export const maxCharacters = 2_000_000;
export const maxPassages = 20_000;

/**
 * A paragraph of a source: its page in the file and its printed number, where it has them. Its text
 * is on one line.
 */
export type Passage = Readonly<{ page: number | null; number: string | null; text: string }>;

/**
 * What could not be read on a page of a source, or in all of it where it has no pages: characters
 * whose font does not say which they are, images and other objects, notes below the text, numbers of
 * paragraphs in an unknown format. `isEmpty` where no text was found at all.
 */
export type Unread = Readonly<{
  page: number | null;
  characters: number;
  images: number;
  notes: number;
  numbers: number;
  isEmpty: boolean;
}>;
