import type { Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { Status } from '#lib/needs/model/vocabulary';

/**
 * So many characters of a text are sent to be compared, and few more are looked at: the address of
 * a request has its limits.
 */
export const longestAsked = 400;

/**
 * From which likeness on an approved need is shown. No two different ones of the 150 texts written
 * by hand reach 0.33, and
 * none that says the same again stays below 0.67.
 */
export const alikeFrom = 0.35;

/**
 * From which likeness on (by runs of letters alone, unweighted) a State's own needs seem to be the
 * same one: midway between
 * the most alike that differ among those texts (0.43) and the least alike that say the same again
 * (0.72).
 */
export const sameFrom = 0.58;

/**
 * Measured on the 150 texts, leaving each out in turn: how many have the category of the text in
 * their language that reads
 * most alike, how many belong to the commonest category, and of those said again in other words,
 * how many lead back to the
 * same need. A test holds these numbers true.
 */
export const measured = {
  texts: 150,
  sameCategory: 35,
  commonestCategory: 43,
  again: 26,
  againFound: 26,
} as const;

/** An approved need that reads alike, with the coding that counts. */
export type AlikeNeed = Readonly<{
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
}>;

/** A need of the same State that may be the same one. */
export type SameNeed = Readonly<{
  id: string;
  reference: string | null;
  status: Status;
  text: string;
  language: Locale | null;
}>;
