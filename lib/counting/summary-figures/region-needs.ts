import type { Category } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import { countCell, regionParts } from '#lib/counting/summary-figures/summary-figure';
import type { Count } from '#lib/counting/count/count-types';
import type { Bar, FigureCell, Part } from '#lib/documents/figures/figure';
import { formatNumber } from '#lib/text/format';

type RegionNeeds = Readonly<{ region: Region; needs: number }>;
type RegionHref = (region: Region) => string | undefined;

/** The needs of a category in each regional group, from the cells of an article. */
export const needsOfCategory = (
  cells: Count['articles'][number]['cells'],
  category: Category,
): RegionNeeds[] =>
  cells.map(({ region, byCategory }) => ({ region, needs: byCategory[category] ?? 0 }));

/** The needs of each regional group as parts of a bar. */
export const needsParts = (byRegion: readonly RegionNeeds[], href: RegionHref): Part[] =>
  regionParts(byRegion, ({ region, needs }) => ({ value: needs, href: href(region) }));

/** A bar of needs, with the number of each regional group beneath its part. */
export function numberedBar(
  locale: Locale,
  needs: number,
  byRegion: readonly RegionNeeds[],
  href: RegionHref,
): Bar {
  const parts = needsParts(byRegion, href);
  return {
    value: needs,
    text: formatNumber(locale, needs),
    parts: parts.map((part) => ({ ...part, text: formatNumber(locale, part.value) })),
  };
}

/** The needs of each regional group as cells of a table. */
export const needsCells = (byRegion: readonly RegionNeeds[], href: RegionHref): FigureCell[] =>
  byRegion.map(({ region, needs }) => countCell(needs, href(region)));
