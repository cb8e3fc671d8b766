import type { Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { Status } from '#lib/needs/model/vocabulary';

/** How many characters of a text are sent to be compared: the address of a request is limited. */
export const maxComparedLength = 400;

/**
 * From this similarity on, an approved need is shown. Among the 150 texts written by hand, no two
 * different ones reach 0.33, and no paraphrase stays below 0.67.
 */
export const similarityThreshold = 0.35;

/**
 * From this similarity on (n-grams alone, unweighted), two needs of one State seem to be the same:
 * midway between the most similar different texts (0.43) and the least similar paraphrases (0.72).
 */
export const duplicateThreshold = 0.58;

/**
 * Measured on the 150 texts, leaving each out in turn: how many have the same category as the most
 * similar text in their language, how many have the commonest category, and for how many
 * paraphrases the search finds the original. A test checks these numbers.
 */
export const similarityQuality = {
  texts: 150,
  sameCategory: 34,
  commonestCategory: 43,
  again: 26,
  againFound: 26,
} as const;

/** A similar approved need with the coding that counts. */
export type SimilarNeed = Readonly<{
  id: string;
  reference: string | null;
  text: string;
  language: Locale | null;
  chapter: Chapter | null;
  articles: readonly number[];
  general: boolean;
  category: Category | null;
  subcategory: string | null;
  topics: readonly string[];
  /** Whether its coding is hidden, because the reader is to code it. */
  blind: boolean;
}>;

/** A need of the same State that may be a duplicate. */
export type PossibleDuplicate = Readonly<{
  id: string;
  reference: string | null;
  status: Status;
  text: string;
  language: Locale | null;
}>;
