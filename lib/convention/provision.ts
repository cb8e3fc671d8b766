import type { Chapter } from '#lib/convention/chapters';

/**
 * The row of a matrix in which a need stands: `5`, `5;6`, or `general`; empty while nothing is
 * chosen. A draft may hold both
 * (`5;general`) until it is submitted, and nothing that was chosen is lost.
 */
export const provisionKey = (articles: readonly number[], general: boolean): string =>
  [...[...articles].sort((a, b) => a - b), ...(general ? ['general'] : [])].join(';');

export const articlesOfKey = (key: string): number[] =>
  key
    .split(';')
    .filter((part) => /^\d+$/.test(part))
    .map(Number);

/**
 * Rows in the order of the note: single articles ascending; combinations, article by article as
 * numbers; then the chapters as a whole.
 */
export function compareProvisions(a: string, b: string): number {
  const [left, right] = [articlesOfKey(a), articlesOfKey(b)];
  const rank = (articles: readonly number[]) =>
    articles.length === 0 ? 2 : articles.length === 1 ? 0 : 1;
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    if (left[i] !== right[i]) return left[i]! - right[i]!;
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** With several chapters of one cycle the chapter is named, so that the rows stay apart. */
export const rowKey = (key: string, chapter: Chapter, severalChapters: boolean): string =>
  key === 'general' && severalChapters ? `general-${chapter}` : key;
