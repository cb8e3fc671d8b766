import { readFileSync } from 'node:fs';
import type { Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';

export type CodedText = Readonly<{
  text: string;
  language: Locale;
  category: Category;
  subcategory: string | null;
  articles?: readonly number[];
  general?: Chapter;
  topics?: readonly string[];
}>;
const fixture = <T>(name: string) =>
  JSON.parse(readFileSync(`tests/fixtures/${name}.json`, 'utf8')) as readonly T[];

/**
 * 150 needs in words, written by hand as executive summaries of the second cycle put them, each
 * with its coding.
 */
export const needTexts = fixture<CodedText>('need-texts');

/** Some of them said again in other words, as a second person might enter the same need. */
export const saidAgain =
  fixture<Readonly<{ text: string; language: Locale; again: string }>>('need-texts-again');
