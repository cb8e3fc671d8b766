import type { Category } from '#lib/convention/categories';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';

/** What a number of a note counts. */
export const countedThings = ['needs', 'states', 'states_completed', 'type_mentions'] as const;
export type CountedThing = (typeof countedThings)[number];

/**
 * What to count, and under which conditions. `article` is a row of a table, or with `each` every
 * need that has it among its articles.
 */
export type Calc = Readonly<{
  of: CountedThing;
  region?: readonly Region[];
  category?: Category;
  subcategory?: string;
  tag?: string;
  type?: string;
  article?: string;
  each?: boolean;
  /** R3: a need of several articles counts once more under each of them. */
  plus?: '2x_combined';
  /** Only summaries completed after the previous note. */
  since?: boolean;
}>;

/** The rules by which the note of 2023 was counted. R1 and R2 are the register's own. */
export const noteRules = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const;
export type NoteRule = (typeof noteRules)[number];
export const isSpecial = (rule: NoteRule | null): boolean =>
  rule !== null && rule !== 'R1' && rule !== 'R2';

export const units = ['count', 'percent'] as const;
export const comparisons = ['eq', 'gt'] as const;

/**
 * Why a number cannot be right: the sentence, and the numbers of the note itself that it rests on.
 */
export type Why =
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

/** A number that a note has printed. */
export type PublishedNumber = Readonly<{
  id: string;
  /** `para 6`, `table 1`, `figure 3`. */
  where: string;
  /** What it means, as whoever took it down put it. */
  what: string;
  value: number;
  unit: (typeof units)[number];
  comparison: (typeof comparisons)[number];
  rule: NoteRule | null;
  calc: Readonly<{ num: Calc; den?: Calc }>;
  /** Where the note contradicts itself here: what its own other numbers make it, and why. */
  contradiction: Readonly<{ shouldBe: number; why: Why }> | null;
}>;

/** A published note: what it counted, until when, and since when its previous one had counted. */
export type PublishedNote = Readonly<{
  title: string;
  symbol: string | null;
  cycle: Cycle;
  chapters: readonly Chapter[];
  cutoff: string;
  previousCutoff: string | null;
  numbers: readonly PublishedNumber[];
}>;

/** Paragraphs, tables and figures, as they stand in the column `where`. */
export const placePattern = /^(para|table|figure) ([1-9]\d{0,3}[a-z]?)$/;
export const placeOf = (where: string): readonly [kind: string, number: string] => {
  const [, kind = '', number = ''] = placePattern.exec(where) ?? [];
  return [kind, number];
};
