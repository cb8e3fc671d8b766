import { regionCodes } from '#lib/convention/regions';
import { claims, needStatuses } from '#lib/needs/fulfilment/vocabulary';
import { RegionCategoryCounts, distinctStates } from '#lib/counting/count/region-category-counts';
import type { Facts } from '#lib/counting/facts/facts';
import { share } from '#lib/counting/figures/figures';
import { parseAssistance } from '#lib/counting/filter/filter';
import type { Count } from '#lib/counting/count/count-types';
import type { tally } from '#lib/counting/count/tally';

type ByArticle = readonly Readonly<{
  article: string;
  provisions: readonly Readonly<{ at: number }>[];
}>[];

/**
 * Counts the needs by assistance status and by the claims of the States, from the tables of the one
 * pass.
 */
export function countByStatus(
  facts: Facts,
  tables: ReturnType<typeof tally>,
  provisions: readonly Readonly<{ at: number }>[],
  byArticle: ByArticle,
  needs: number,
): Pick<Count, 'statuses' | 'claims'> {
  const parsed = facts.assistance.dictionary.texts.map(parseAssistance);
  /** The needs with one of these values, under some provisions. */
  const countsOf = (rows: readonly number[], some: readonly Readonly<{ at: number }>[]) => {
    const counts = new RegionCategoryCounts();
    for (const row of rows)
      for (const { at } of some)
        counts.add(tables.byAssistanceAndProvision, row * tables.provisionCount + at);
    return counts;
  };
  const byRegion = (counts: RegionCategoryCounts) =>
    regionCodes.map((region, r) => ({ region, needs: counts.ofRegion(r) }));
  return {
    statuses: needStatuses.map((status) => {
      const rows = parsed.flatMap((each, row) => (each.status === status ? [row] : []));
      const counts = countsOf(rows, provisions);
      const states = distinctStates(tables.stateAssistance, rows, tables.stateRegion);
      return {
        status,
        needs: counts.total,
        states: states.all,
        share: share(counts.total, needs),
        byCategory: counts.byCategory(),
        byRegion: byRegion(counts).map((own, r) => ({ ...own, states: states.byRegion[r]! })),
        byArticle: byArticle.map(({ article, provisions: own }) => {
          const counts = countsOf(rows, own);
          return { article, needs: counts.total, byRegion: byRegion(counts) };
        }),
      };
    }),
    claims: claims.map((claim) => {
      const counts = countsOf(
        parsed.flatMap((each, row) => (each.claims.includes(claim) ? [row] : [])),
        provisions,
      );
      return { claim, needs: counts.total, byRegion: byRegion(counts) };
    }),
  };
}
