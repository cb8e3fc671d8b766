/** What was counted, by its code. */
export type Counted = Readonly<{ key: string; n: number }>;
/** All that have the same number: more than one is a tie. */
export type Group = Readonly<{ n: number; keys: readonly string[] }>;
/** What a sentence says of a ranking: what comes first, what follows, and whether that is all there is. */
export type Ranking = Readonly<{ first: Group; then: readonly Group[]; all: boolean }>;

/** How many names a sentence may hold before it ends; a tie is never cut in two. */
const mostNamed = 3;

/** From how many completed summaries with needs on a region is spoken of in depth (the note's paragraph 62). */
export const leastForDepth = 10;
export const mayBeRanked = (totals: Readonly<{ statesWithNeeds: number }>): boolean => totals.statesWithNeeds >= leastForDepth;

/** The largest numbers with what they stand for, ties together, in the order given; null where all is zero. */
export function rankingOf(counted: readonly Counted[]): Ranking | null {
  const groups = [...Map.groupBy(counted.filter(({ n }) => n > 0), ({ n }) => n)]
    .map(([n, members]): Group => ({ n, keys: members.map(({ key }) => key) })).toSorted((a, b) => b.n - a.n);
  const [first, ...rest] = groups;
  if (!first) return null;
  const then: Group[] = [];
  let named = first.keys.length;
  for (const group of rest) {
    if (named + group.keys.length > mostNamed) break;
    then.push(group);
    named += group.keys.length;
  }
  return { first, then, all: then.length === rest.length };
}

/** What has none at all, in the order given. */
export const withoutAny = (counted: readonly Counted[]): string[] => counted.filter(({ n }) => n === 0).map(({ key }) => key);
