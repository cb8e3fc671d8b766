/** A share with the numbers behind it. `percent` is null where nothing is in the base. */
export type Share = Readonly<{ n: number; of: number; percent: number | null }>;

/** `100 n / of`, half up, on whole numbers; null where the base is 0. */
export const percent = (n: number, of: number): number | null =>
  of === 0 ? null : Math.floor((200 * n + of) / (2 * of));

export const share = (n: number, of: number): Share => ({ n, of, percent: percent(n, of) });

/** Something with a number: an article, a category, a regional group. */
export type Numbered = Readonly<{ key: string; n: number }>;

/**
 * Regional groups with fewer completed summaries with needs have no in-depth sentence, and stand in
 * none that ranks (the note, paragraph 62).
 */
export const leastSummaries = 10;
/** The most that a sentence names at once. */
const mostNamed = 3;

/** By number, the largest first; what has the same number stands together. Zeros are left out. */
export function ranks(items: readonly Numbered[]): (readonly Numbered[])[] {
  const groups = Map.groupBy(
    items.filter(({ n }) => n > 0),
    ({ n }) => n,
  );
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}

/**
 * What a writer would name: those with the largest number, all of them if they tie, and the next
 * two places. A place is named
 * whole or not at all. `first` is empty where nothing has a number; `many` where more tie for the
 * first place than can be named.
 */
export function leading(
  items: readonly Numbered[],
): Readonly<{ first: readonly Numbered[]; rest: readonly Numbered[]; many: boolean }> {
  const [first = [], ...others] = ranks(items);
  if (first.length > mostNamed) return { first, rest: [], many: true };
  const rest: Numbered[] = [];
  for (const place of others.slice(0, 2)) {
    if (rest.length + place.length > mostNamed) break;
    rest.push(...place);
  }
  return { first, rest, many: false };
}

/**
 * Which place an item has: 1 for the largest number; those that tie share one, and the next place
 * counts them all.
 */
export function placeOf(
  items: readonly Numbered[],
  key: string,
): Readonly<{ place: number; tied: boolean }> | null {
  const own = items.find((item) => item.key === key);
  if (!own || own.n === 0) return null;
  return {
    place: 1 + items.filter(({ n }) => n > own.n).length,
    tied: items.some((item) => item.key !== key && item.n === own.n),
  };
}
