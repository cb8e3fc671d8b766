import { regionCodes } from '#lib/convention/regions';
import { claims, needStatuses } from '#lib/needs/met/vocabulary';
import { Block, distinctStates } from '#lib/counting/summaries/blocks';
import type { Facts } from '#lib/counting/summaries/facts';
import { share } from '#lib/counting/summaries/figures';
import { standingRead } from '#lib/counting/summaries/filter';
import type { Count } from '#lib/counting/summaries/numbers';
import type { tally } from '#lib/counting/summaries/tally';

type ByArticle = readonly Readonly<{ article: string; of: readonly Readonly<{ at: number }>[] }>[];

/**
 * Counts the needs by assistance status and by the claims of the States, from the tables of the one
 * pass.
 */
export function statusNumbers(
  facts: Facts,
  found: ReturnType<typeof tally>,
  provisions: readonly Readonly<{ at: number }>[],
  byArticle: ByArticle,
  needs: number,
): Pick<Count, 'statuses' | 'claims'> {
  const parsed = facts.assistance.dictionary.texts.map(standingRead);
  /** The needs with one of these values, under some provisions. */
  const blockOf = (rows: readonly number[], of: readonly Readonly<{ at: number }>[]) => {
    const block = new Block();
    for (const row of rows)
      for (const { at } of of)
        block.add(found.byAssistanceAndProvision, row * found.provisionCount + at);
    return block;
  };
  const byRegion = (block: Block) =>
    regionCodes.map((region, r) => ({ region, needs: block.ofRegion(r) }));
  return {
    statuses: needStatuses.map((status) => {
      const rows = parsed.flatMap((each, row) => (each.status === status ? [row] : []));
      const block = blockOf(rows, provisions);
      const states = distinctStates(found.stateAssistance, rows, found.stateRegion);
      return {
        status,
        needs: block.total,
        states: states.all,
        share: share(block.total, needs),
        byCategory: block.byCategory(),
        byRegion: byRegion(block).map((own, r) => ({ ...own, states: states.byRegion[r]! })),
        byArticle: byArticle.map(({ article, of }) => {
          const own = blockOf(rows, of);
          return { article, needs: own.total, byRegion: byRegion(own) };
        }),
      };
    }),
    claims: claims.map((claim) => {
      const block = blockOf(
        parsed.flatMap((each, row) => (each.claims.includes(claim) ? [row] : [])),
        provisions,
      );
      return { claim, needs: block.total, byRegion: byRegion(block) };
    }),
  };
}
