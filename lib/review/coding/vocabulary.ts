import type { Category } from '#lib/convention/categories';

/** The coded variables. The first coding also has topics and types, which are not compared. */
export type Coding = Readonly<{
  articles: readonly number[];
  general: boolean;
  category: Category;
  subcategory: string | null;
  tags: readonly string[];
}>;

/** Which needs a sample is drawn from: those that count, or those awaiting a decision. */
export const drawnFrom = ['approved', 'submitted'] as const;
export type DrawnFrom = (typeof drawnFrom)[number];

export const codingVerbs = ['draw', 'hand-on', 'code', 'settle', 'copy', 'remove'] as const;
export type CodingVerb = (typeof codingVerbs)[number];

/** How a difference is settled: by the first coding, by a second one, or by another. */
export const settlements = ['first', 'second', 'other'] as const;
export type Settled = (typeof settlements)[number];

export const mostCoders = 3;
/** More than people can code in a sensible time. */
export const mostSampled = 300;
export const longestSeed = 60;
export const longestExample = 500;
