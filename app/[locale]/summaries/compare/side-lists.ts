import type { Category } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import type { ComparisonParameters } from '#lib/counting/comparisons/comparison-parameters';
import type { ComparisonResult } from '#lib/counting/comparisons/queries';
import { noFilter } from '#lib/counting/filter/filter';
import type { CellFilter } from '#lib/counting/filter/page-query';
import type { DrillDown } from '#lib/counting/summary-figures/context';
import { drillDown } from '../read-summary';

/** The lists behind the numbers of the two sides, each at its own date and revision. */
export type SideLists = Readonly<{ before: DrillDown; after: DrillDown }>;

/** Returns the lists of both sides; at the present revision they follow the register. */
export function sideLists(
  locale: Locale,
  asked: ComparisonParameters,
  { sides }: ComparisonResult,
): SideLists {
  const { cycle, chapters, region, against, revision, sinceRevision } = asked;
  const listsOf = (
    side: (typeof sides)[number],
    group: Region | null,
    isPast: boolean,
  ): DrillDown => {
    const narrowing = {
      ...noFilter,
      cycle,
      chapters,
      cutoff: side.cutoff,
      from: null,
      regions: group ? [group] : [],
      revision: isPast ? side.revision : null,
    };
    return drillDown(locale, narrowing, chapters);
  };
  const isPastAfter = revision !== null;
  return {
    before: listsOf(sides[0]!, region, isPastAfter || sinceRevision !== null),
    after: listsOf(sides[1]!, against ?? region, isPastAfter),
  };
}

/** The cell that a compared number is of: `article 5 states` is of article 5. */
function cellOf(dimension: string, code: string): CellFilter {
  switch (dimension) {
    case 'region':
      return { region: code as Region };
    case 'category':
      return { category: code as Category };
    default:
      return { [dimension]: code };
  }
}

/** Where the numbers of a comparison lead, by their name: `needs`, `region AFR states`. */
export function linksOf({ before, after }: SideLists, key: string) {
  const parts = key.split(' ');
  const unit = parts.at(-1)!;
  const cell = parts.length > 1 ? cellOf(parts[0]!, parts[1]!) : {};
  const list = { summaries: 'completed', states: 'states' } as const;
  const kind = list[unit as keyof typeof list] ?? 'needs';
  return { before: before(kind, cell), after: after(kind, cell) };
}
