/** A need and the rank that stands beside it, as it was typed. */
export type Ranked = Readonly<{ id: string; rank: string }>;
export type Step = 'up' | 'down';

export const lastRank = 999;
/** The rank as a number; null for none and for what is no rank. */
export const rankOf = (typed: string): number | null =>
  /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= 1 ? Number(typed) : null;

/** By rank, what has none last; what has the same rank stays as it stood. */
export const inOrder = <T extends Ranked>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => (rankOf(a.rank) ?? lastRank + 1) - (rankOf(b.rank) ?? lastRank + 1));

const highest = (items: readonly Ranked[]) =>
  Math.max(0, ...items.map(({ rank }) => rankOf(rank) ?? 0));
const ranked = <T extends Ranked>(items: readonly T[], ranks: ReadonlyMap<string, string>) =>
  items.map((item) => ({ ...item, rank: ranks.get(item.id) ?? item.rank }));

/**
 * One up: past the need above, with its rank; out of a tie; or, without a rank, to the end of those
 * that have one.
 */
function raised<T extends Ranked>(items: readonly T[], at: number): T[] {
  const [item, above] = [items[at]!, items[at - 1]];
  const rank = rankOf(item.rank);
  if (rank === null)
    return inOrder(
      ranked(items, new Map([[item.id, String(Math.min(lastRank, highest(items) + 1))]])),
    );
  if (!above) return [...items];
  const moved = [...items.slice(0, at - 1), item, above, ...items.slice(at + 1)];
  if (rankOf(above.rank) !== rank)
    return ranked(
      moved,
      new Map([
        [item.id, above.rank],
        [above.id, item.rank],
      ]),
    );
  const after = moved.slice(at).filter((other) => (rankOf(other.rank) ?? 0) >= rank);
  return ranked(
    moved,
    new Map(after.map((other) => [other.id, String(Math.min(lastRank, rankOf(other.rank)! + 1))])),
  );
}

/** The needs in order, one of them moved by one place, and the ranks that follow from it. */
export function stepped<T extends Ranked>(items: readonly T[], id: string, step: Step): T[] {
  const sorted = inOrder(items);
  const at = sorted.findIndex((item) => item.id === id);
  if (at < 0) return sorted;
  if (step === 'up') return raised(sorted, at);
  const below = sorted[at + 1];
  if (!below || rankOf(sorted[at]!.rank) === null) return sorted;
  return rankOf(below.rank) === null
    ? inOrder(ranked(sorted, new Map([[id, '']])))
    : raised(sorted, at + 1);
}

/** The same, step by step as far as a place; it stops where a step leads no nearer. */
export function movedTo<T extends Ranked>(items: readonly T[], id: string, place: number): T[] {
  let now = inOrder(items);
  for (let left = now.length; left > 0; left -= 1) {
    const at = now.findIndex((item) => item.id === id);
    if (at < 0 || at === place) break;
    const next = stepped(now, id, at > place ? 'up' : 'down');
    const moved = next.findIndex((item) => item.id === id);
    const gained = rankOf(now[at]!.rank) === null && rankOf(next[moved]!.rank) !== null;
    const nearer = Math.abs(at - place) - Math.abs(moved - place);
    if (nearer < 0 || (nearer === 0 && !gained)) break;
    now = next;
  }
  return now;
}
