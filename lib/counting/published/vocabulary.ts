import type { Category } from '#lib/convention/categories';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';

/** What a number of a note can count. */
export const countedThings = ['needs', 'states', 'states_completed', 'type_mentions'] as const;
type CountedThing = (typeof countedThings)[number];

/**
 * What to count, with its conditions. `article` is a row of a table; with `each`, every need that
 * has it among its articles.
 */
export type Calculation = Readonly<{
  of: CountedThing;
  region?: readonly Region[];
  category?: Category;
  subcategory?: string;
  tag?: string;
  type?: string;
  article?: string;
  each?: boolean;
  /** Rule R3: a need of several articles counts once more under each of them. */
  plus?: '2x_combined';
  /** Only summaries completed after the previous note. */
  since?: boolean;
}>;

/** The counting rules of the note of 2023. R1 and R2 are those of the register. */
export const noteRules = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const;
export type NoteRule = (typeof noteRules)[number];
export const isSpecialRule = (rule: NoteRule | null): boolean =>
  rule !== null && rule !== 'R1' && rule !== 'R2';

export const units = ['count', 'percent'] as const;
export const comparisons = ['eq', 'gt'] as const;

/**
 * Why a number cannot be right: the message and the other numbers of the note on which it is based.
 */
export type ContradictionReason =
  | Readonly<{
      why:
        | 'summaries'
        | 'statesBefore'
        | 'oneFifth'
        | 'overNinety'
        | 'shareOfSix'
        | 'shareOfNine'
        | 'shareOfTwentyThree';
    }>
  | Readonly<{ why: 'rowTotal'; first: number; second: number; right: number }>
  | Readonly<{ why: 'wrongTotals'; n: number; right: number }>
  | Readonly<{ why: 'columnShort'; right: number }>;

/** A number printed in a note. */
export type PublishedNumber = Readonly<{
  id: string;
  /** `para 6`, `table 1`, `figure 3`. */
  where: string;
  /** Its meaning, in the words of the person who entered it. */
  what: string;
  value: number;
  unit: (typeof units)[number];
  comparison: (typeof comparisons)[number];
  rule: NoteRule | null;
  calc: Readonly<{ num: Calculation; den?: Calculation }>;
  /** Set where the note contradicts itself: what its other numbers give instead, and why. */
  contradiction: Readonly<{ shouldBe: number; why: ContradictionReason }> | null;
}>;

/** A published note: what it counted, until when, and the cut-off of the previous one. */
export type PublishedNote = Readonly<{
  title: string;
  symbol: string | null;
  cycle: Cycle;
  chapters: readonly Chapter[];
  cutoff: string;
  previousCutoff: string | null;
  numbers: readonly PublishedNumber[];
}>;

/** The values of the column `where`: a paragraph, table or figure. */
export const placePattern = /^(para|table|figure) ([1-9]\d{0,3}[a-z]?)$/;
export const parsePlace = (where: string): readonly [kind: string, number: string] => {
  const [, kind = '', number = ''] = placePattern.exec(where) ?? [];
  return [kind, number];
};
