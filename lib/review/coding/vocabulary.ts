import type { Category } from '#lib/convention/categories';

/**
 * What is coded a second time. The first coding has topics and types besides; they are not
 * compared.
 */
export type Coding = Readonly<{
  articles: readonly number[];
  general: boolean;
  category: Category;
  subcategory: string | null;
  tags: readonly string[];
}>;

/** Which needs a sample is drawn from: what counts, or what waits for a decision. */
export const drawnFrom = ['approved', 'submitted'] as const;
export type DrawnFrom = (typeof drawnFrom)[number];

export const codingVerbs = ['draw', 'hand-on', 'code', 'settle', 'copy', 'remove'] as const;
export type CodingVerb = (typeof codingVerbs)[number];

/** How a difference is settled: the first coding holds, one of the second ones, or another. */
export const settlements = ['first', 'second', 'other'] as const;
export type Settled = (typeof settlements)[number];

export const mostCoders = 3;
/** More than people code within a sensible time. */
export const mostSampled = 300;
export const longestSeed = 60;
export const longestExample = 500;
