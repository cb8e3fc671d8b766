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
export const samplingFrames = ['approved', 'submitted'] as const;
export type SamplingFrame = (typeof samplingFrames)[number];

const codingVerbs = ['draw', 'hand-on', 'code', 'settle', 'copy', 'remove'] as const;
export type CodingVerb = (typeof codingVerbs)[number];

/** How a difference is settled: by the first coding, by a second one, or by another. */
export const settlementOutcomes = ['first', 'second', 'other'] as const;
export type SettlementOutcome = (typeof settlementOutcomes)[number];

export const maxCoders = 3;
/** More than people can code in a sensible time. */
export const maxSampleSize = 300;
export const maxSeedLength = 60;
export const maxExampleLength = 500;
