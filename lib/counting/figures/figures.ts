/** A share with its numbers. `percent` is null where the base is 0. */
export type Share = Readonly<{ n: number; of: number; percent: number | null }>;

/** `100 n / of`, rounded half up on integers; null where the base is 0. */
export const percent = (n: number, of: number): number | null =>
  of === 0 ? null : Math.floor((200 * n + of) / (2 * of));

export const share = (n: number, of: number): Share => ({ n, of, percent: percent(n, of) });

/** An item with a count: an article, a category, a regional group. */
export type CountedItem = Readonly<{ key: string; n: number }>;

/**
 * Regional groups with fewer completed summaries with needs get no in-depth sentence and appear in
 * no ranking (the note, paragraph 62).
 */
export const minimumSummaries = 10;
/** The most items that a sentence names at once. */
const mostNamed = 3;

/** Groups items by count, the largest first; tied items share a group. Zeros are left out. */
function rankGroups(items: readonly CountedItem[]): (readonly CountedItem[])[] {
  const groups = Map.groupBy(
    items.filter(({ n }) => n > 0),
    ({ n }) => n,
  );
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}

/**
 * Returns the items that a sentence names: those with the largest count, all of them if they tie,
 * and the next two groups. A group is named whole or not at all. `first` is empty where all counts
 * are 0; `many` is true where more items tie for the first place than can be named.
 */
export function leadingItems(
  items: readonly CountedItem[],
): Readonly<{ first: readonly CountedItem[]; rest: readonly CountedItem[]; many: boolean }> {
  const [first = [], ...others] = rankGroups(items);
  if (first.length > mostNamed) return { first, rest: [], many: true };
  const rest: CountedItem[] = [];
  for (const place of others.slice(0, 2)) {
    if (rest.length + place.length > mostNamed) break;
    rest.push(...place);
  }
  return { first, rest, many: false };
}

/**
 * Returns the place of an item: 1 for the largest count. Tied items share a place, and the next
 * place counts them all.
 */
export function rankOfItem(
  items: readonly CountedItem[],
  key: string,
): Readonly<{ place: number; tied: boolean }> | null {
  const own = items.find((item) => item.key === key);
  if (!own || own.n === 0) return null;
  return {
    place: 1 + items.filter(({ n }) => n > own.n).length,
    tied: items.some((item) => item.key !== key && item.n === own.n),
  };
}
