import type { Chapter } from '#lib/convention/chapters';

/**
 * The key of the matrix row of a need: `5`, `5;6`, or `general`; empty while nothing is chosen. A
 * draft may have both (`5;general`) until it is submitted, so that nothing chosen is lost.
 */
export const provisionKey = (articles: readonly number[], general: boolean): string =>
  [...[...articles].sort((a, b) => a - b), ...(general ? ['general'] : [])].join(';');

export const articlesOfKey = (key: string): number[] =>
  key
    .split(';')
    .filter((part) => /^\d+$/.test(part))
    .map(Number);

/** Single articles come first, then combinations, then chapters as a whole. */
function rank(articles: readonly number[]): number {
  if (articles.length === 0) return 2;
  return articles.length === 1 ? 0 : 1;
}

/**
 * Compares rows in the order of the note: single articles ascending; then combinations, article by
 * article as numbers; then the chapters as a whole.
 */
export function compareProvisions(a: string, b: string): number {
  const left = articlesOfKey(a);
  const right = articlesOfKey(b);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    if (left[i] !== right[i]) return left[i]! - right[i]!;
  }
  if (left.length !== right.length) return left.length - right.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * With several chapters of one cycle, `general` rows name their chapter, so that they stay
 * separate.
 */
export const rowKey = (key: string, chapter: Chapter, severalChapters: boolean): string =>
  key === 'general' && severalChapters ? `general-${chapter}` : key;
