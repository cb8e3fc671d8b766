import type { Facts } from '#lib/counting/facts/facts';
import { countedNeeds, splitSet, type Filter } from '#lib/counting/filter/filter';

export type SetColumn = 'types' | 'tags' | 'topics' | 'targetGroups';
/**
 * Counts of needs by the codes of two lists. A need may have several codes of each list, so rows
 * and columns need not add up.
 */
export type CrossTabulation = Readonly<{
  at: (row: string, column: string) => number;
  row: (row: string) => number;
}>;

/** Cross-tabulates two lists of codes in one pass over the needs. */
export function crossTabulate(
  facts: Facts,
  filter: Filter,
  rows: SetColumn,
  columns: SetColumn,
): CrossTabulation {
  const counted = countedNeeds(facts, filter);
  const rowSets = facts[rows];
  const columnSets = facts[columns];
  const columnCount = columnSets.dictionary.texts.length;
  const needsBySets = new Int32Array(rowSets.dictionary.texts.length * columnCount);
  for (let i = 0; i < facts.size; i += 1)
    needsBySets[rowSets.values[i]! * columnCount + columnSets.values[i]!]! += counted[i]!;
  const needs = new Map<string, number>();
  const add = (key: string, n: number) => {
    needs.set(key, (needs.get(key) ?? 0) + n);
  };
  rowSets.dictionary.texts.forEach((rowSet, r) =>
    columnSets.dictionary.texts.forEach((columnSet, c) => {
      const n = needsBySets[r * columnCount + c]!;
      if (n === 0) return;
      for (const row of splitSet(rowSet)) {
        add(row, n);
        for (const column of splitSet(columnSet)) add(`${row}\n${column}`, n);
      }
    }),
  );
  return {
    at: (row, column) => needs.get(`${row}\n${column}`) ?? 0,
    row: (row) => needs.get(row) ?? 0,
  };
}
