import type { Locale } from '#lib/convention/names';
import type { CellFilter } from '#lib/counting/filter/page-query';
import type { Count } from '#lib/counting/count/count-types';
import type { FilterParameter } from '#lib/counting/filter/vocabulary';
import type { Translate } from '#lib/text/i18n';

/** The address of what a number counts: needs, States, completed summaries or answered articles. */
export type DrillDown = (
  what: 'needs' | 'states' | 'completed' | 'answered',
  cell?: CellFilter,
) => string;

/** The name of a code of the vocabulary in the language of the page. */
export type NameOf = (code: string) => string;

/**
 * What the figures and tables of one page share: its count, its language, and the filter as part of
 * an address. `chapter` names the chapters that are counted (`II`, or `II_V` for both of a cycle).
 */
export type FigureContext = Readonly<{
  locale: Locale;
  t: Translate;
  count: Count;
  chapter: string;
  query: string;
  /**
   * The filter without one of its parts: for a page that is about one region, article or category.
   */
  without?: (name: FilterParameter) => string;
  /** Where numbers lead; in a file they have no links. */
  opens?: DrillDown;
}>;
