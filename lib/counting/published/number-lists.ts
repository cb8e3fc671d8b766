import type { Locale } from '#lib/convention/names';
import { noFilter } from '#lib/counting/filter/filter';
import { cellQuery, summaryQuery, type SummaryParameters } from '#lib/counting/filter/page-query';
import type { Calculation, PublishedNote } from '#lib/counting/published/vocabulary';
import { dayAfter } from '#lib/text/dates';

const listOf = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

function parametersOf(
  { cycle, chapters, cutoff, previousCutoff }: PublishedNote,
  calc: Calculation,
): SummaryParameters {
  const isRow = calc.of === 'needs' && calc.each !== true;
  return {
    ...noFilter,
    cycle,
    chapters,
    cutoff,
    from: calc.since && previousCutoff ? dayAfter(previousCutoff) : null,
    revision: null,
    regions: calc.region ?? [],
    categories: listOf(calc.category),
    subcategories: listOf(calc.subcategory),
    types: listOf(calc.type),
    tags: listOf(calc.tag),
    rows: isRow ? listOf(calc.article) : [],
    articles: isRow ? [] : listOf(calc.article),
  };
}

/**
 * Returns the address of the list of what the register counts for a number of a note. Undefined
 * where no list has that length: needs that a rule counts twice, and mentions of all types.
 */
export function listOfCalculation(
  locale: Locale,
  note: PublishedNote,
  calc: Calculation,
): string | undefined {
  const home = `/${locale}/summaries`;
  const asked = parametersOf(note, calc);
  if (calc.of === 'states_completed') {
    const { cycle, chapters, cutoff, from, regions } = asked;
    const narrowed = { ...noFilter, cycle, chapters, cutoff, from, regions, revision: null };
    return `${home}/completed${summaryQuery(narrowed)}`;
  }
  if (calc.of === 'states') return `${home}/states${cellQuery(asked, {})}`;
  if (calc.plus || (calc.of === 'type_mentions' && calc.type === undefined)) return undefined;
  return `${home}/needs${cellQuery(asked, {})}`;
}
