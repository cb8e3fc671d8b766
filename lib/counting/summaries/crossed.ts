import type { Facts } from '#lib/counting/summaries/facts';
import { countedNeeds, members, type Filter } from '#lib/counting/summaries/filter';

export type SetColumn = 'types' | 'tags' | 'topics' | 'targetGroups';
/**
 * Counts of needs by the codes of two lists. A need may have several codes of each list, so rows
 * and columns need not add up.
 */
export type Crossed = Readonly<{
  at: (row: string, column: string) => number;
  row: (row: string) => number;
}>;

/** Cross-tabulates two lists of codes in one pass over the needs. */
export function crossed(
  facts: Facts,
  filter: Filter,
  rows: SetColumn,
  columns: SetColumn,
): Crossed {
  const counted = countedNeeds(facts, filter);
  const down = facts[rows];
  const across = facts[columns];
  const width = across.dictionary.texts.length;
  const sets = new Int32Array(down.dictionary.texts.length * width);
  for (let i = 0; i < facts.size; i += 1)
    sets[down.values[i]! * width + across.values[i]!]! += counted[i]!;
  const needs = new Map<string, number>();
  const add = (key: string, n: number) => {
    needs.set(key, (needs.get(key) ?? 0) + n);
  };
  down.dictionary.texts.forEach((downSet, r) =>
    across.dictionary.texts.forEach((acrossSet, c) => {
      const n = sets[r * width + c]!;
      if (n === 0) return;
      for (const row of members(downSet)) {
        add(row, n);
        for (const column of members(acrossSet)) add(`${row}\n${column}`, n);
      }
    }),
  );
  return {
    at: (row, column) => needs.get(`${row}\n${column}`) ?? 0,
    row: (row) => needs.get(row) ?? 0,
  };
}
