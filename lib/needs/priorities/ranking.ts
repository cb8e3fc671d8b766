import { readWholeNumber } from '#lib/text/written';

/** A need and the rank typed beside it. */
export type Ranked = Readonly<{ id: string; rank: string }>;
export type Direction = 'up' | 'down';

const largestRank = 999;
/** Parses a rank; null for an empty or invalid one. */
export function parseRank(text: string): number | null {
  const rank = readWholeNumber(text) ?? 0;
  return rank >= 1 && rank <= largestRank ? rank : null;
}

/** Sorts by rank, needs without one last; equal ranks keep their order. */
export const sortByRank = <T extends Ranked>(items: readonly T[]): T[] =>
  [...items].sort(
    (a, b) => (parseRank(a.rank) ?? largestRank + 1) - (parseRank(b.rank) ?? largestRank + 1),
  );

const highestRank = (items: readonly Ranked[]) =>
  Math.max(0, ...items.map(({ rank }) => parseRank(rank) ?? 0));
const assignRanks = <T extends Ranked>(items: readonly T[], ranks: ReadonlyMap<string, string>) =>
  items.map((item) => ({ ...item, rank: ranks.get(item.id) ?? item.rank }));

/**
 * Moves a need up by one: past the need above, taking its rank; out of a tie; or, if it has no
 * rank, to the end of those that have one.
 */
function moveUp<T extends Ranked>(items: readonly T[], index: number): T[] {
  const item = items[index]!;
  const above = items[index - 1];
  const rank = parseRank(item.rank);
  if (rank === null)
    return sortByRank(
      assignRanks(
        items,
        new Map([[item.id, String(Math.min(largestRank, highestRank(items) + 1))]]),
      ),
    );
  if (!above) return [...items];
  const moved = [...items.slice(0, index - 1), item, above, ...items.slice(index + 1)];
  if (parseRank(above.rank) !== rank)
    return assignRanks(
      moved,
      new Map([
        [item.id, above.rank],
        [above.id, item.rank],
      ]),
    );
  const after = moved.slice(index).filter((other) => (parseRank(other.rank) ?? 0) >= rank);
  return assignRanks(
    moved,
    new Map(
      after.map((other) => [other.id, String(Math.min(largestRank, parseRank(other.rank)! + 1))]),
    ),
  );
}

/** Returns the sorted needs after one of them moved by one place, with the resulting ranks. */
export function moveByOne<T extends Ranked>(items: readonly T[], id: string, step: Direction): T[] {
  const sorted = sortByRank(items);
  const index = sorted.findIndex((item) => item.id === id);
  if (index < 0) return sorted;
  if (step === 'up') return moveUp(sorted, index);
  const below = sorted[index + 1];
  if (!below || parseRank(sorted[index]!.rank) === null) return sorted;
  return parseRank(below.rank) === null
    ? sortByRank(assignRanks(sorted, new Map([[id, '']])))
    : moveUp(sorted, index + 1);
}

/** Moves a need step by step to a place; stops where a step brings it no nearer. */
export function moveToPlace<T extends Ranked>(items: readonly T[], id: string, place: number): T[] {
  let current = sortByRank(items);
  for (let remaining = current.length; remaining > 0; remaining -= 1) {
    const index = current.findIndex((item) => item.id === id);
    if (index < 0 || index === place) break;
    const next = moveByOne(current, id, index > place ? 'up' : 'down');
    const moved = next.findIndex((item) => item.id === id);
    const gainedRank =
      parseRank(current[index]!.rank) === null && parseRank(next[moved]!.rank) !== null;
    const distanceGained = Math.abs(index - place) - Math.abs(moved - place);
    if (distanceGained < 0 || (distanceGained === 0 && !gainedRank)) break;
    current = next;
  }
  return current;
}
