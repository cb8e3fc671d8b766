import type { Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import type { Cell } from '#lib/counting/summaries/asked';
import type { Count } from '#lib/counting/summaries/numbers';
import type { Narrowing } from '#lib/counting/summaries/vocabulary';

/**
 * Lengths of bars that begin at zero: the largest value takes all the room there is, and zero none.
 */
export type BarScale = (most: number, room: number) => (n: number) => number;

/** Returns the address of the list behind a number: needs, States or completed summaries. */
export type Opens = (what: 'needs' | 'states' | 'completed', cell?: Cell) => string;

/**
 * The view model of a summary page, which its figures and tables share: its one count, its language,
 * and the filter as part of an address.
 * `chapter` names the chapters that are counted (`II`, or `II_V` for both of a cycle).
 */
export type Shown = Readonly<{
  locale: Locale;
  t: Translate;
  count: Count;
  chapter: string;
  chapters?: readonly Chapter[];
  query: string;
  scale: BarScale;
  /**
   * The filter without one of its parts: for a page that is about one region, article or category.
   */
  without?: (name: Narrowing) => string;
  /** The lists behind the numbers; undefined for an earlier revision and for a file. */
  opens?: Opens;
}>;

/** The name of a code of the vocabulary in the language of the page. */
export type NameOf = (code: string) => string;
