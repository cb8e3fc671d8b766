import type { Count } from '#lib/counting/count/count-types';

/** A count in the lines of the witness: one number a line, zeros left out but for the totals. */
export function countedLines({ totals, regions, categories, articles, matrices }: Count): string[] {
  const some = (n: number, ...words: readonly (string | number)[]) =>
    n === 0 ? [] : [words.join(' ')];
  return [
    `summaries ${totals.summaries}`,
    `needs ${totals.needs}`,
    `states ${totals.statesWithNeeds}`,
    ...regions.flatMap(({ region, summaries, needs, statesWithNeeds }) => [
      ...some(summaries, 'summaries', region, summaries),
      ...some(needs, 'needs', region, needs),
      ...some(statesWithNeeds, 'states', region, statesWithNeeds),
    ]),
    ...categories.flatMap(({ category, needs, states, subcategories }) => [
      ...some(needs, 'needs', category, needs),
      ...some(states, 'states', category, states),
      ...subcategories.flatMap(({ subcategory, needs: n }) =>
        some(n, 'needs', category, subcategory, n),
      ),
    ]),
    ...articles.flatMap(({ article, needs, states }) =>
      some(needs, 'article', article, needs, states),
    ),
    ...matrices.flatMap(({ region, rows }) =>
      region === null
        ? []
        : rows.flatMap(({ articles: provision, cells, total }) => [
            ...some(total, 'row', region, provision, total),
            ...Object.entries(cells).flatMap(([category, n]) =>
              some(n, 'needs', region, provision, category, n),
            ),
          ]),
    ),
  ].toSorted();
}
