import { count } from '#lib/counting/summaries/count';
import type { Facts, ReviewFacts } from '#lib/counting/summaries/facts';
import { countedReviews, type Filter } from '#lib/counting/summaries/filter';
import type { Count } from '#lib/counting/summaries/numbers';

/** One side of a comparison: a state of the register, and what is counted in it. */
export type Side = Readonly<{ facts: Facts; filter: Filter }>;

/**
 * A number on both sides, and what the change is made of: `coverage` by summaries that count on one
 * side alone, `revision` by
 * changes within summaries that count on both. `rest` is what neither explains; it is 0.
 */
export type Change = Readonly<{
  before: number;
  after: number;
  coverage: number;
  revision: number;
  rest: number;
}>;
export type Comparison = Readonly<{
  before: Count;
  after: Count;
  /** Ids of the summaries that count on both sides. */ both: ReadonlySet<string>;
  changes: ReadonlyMap<string, Change>;
}>;

/** The numbers of a count that can be compared, by name: `region AFR needs`, `article 5 states`. */
function numbersOf({
  totals,
  regions,
  categories,
  articles,
  types,
  tags,
  topics,
}: Count): Map<string, number> {
  return new Map<string, number>([
    ['summaries', totals.summaries],
    ['states', totals.statesWithNeeds],
    ['needs', totals.needs],
    ...regions.flatMap(({ region, summaries, statesWithNeeds, needs }): [string, number][] => [
      [`region ${region} summaries`, summaries],
      [`region ${region} states`, statesWithNeeds],
      [`region ${region} needs`, needs],
    ]),
    ...categories.flatMap(({ category, needs, states, subcategories }): [string, number][] => [
      [`category ${category} needs`, needs],
      [`category ${category} states`, states],
      ...subcategories.map((each): [string, number] => [
        `subcategory ${category} ${each.subcategory} needs`,
        each.needs,
      ]),
    ]),
    ...articles.flatMap(({ article, needs, states }): [string, number][] => [
      [`article ${article} needs`, needs],
      [`article ${article} states`, states],
    ]),
    ...types
      .filter(({ region }) => region === null)
      .flatMap((all) =>
        all.types.map(({ type, mentions }): [string, number] => [
          `type ${type} mentions`,
          mentions,
        ]),
      ),
    ...tags.flatMap(({ tag, needs, states }): [string, number][] => [
      [`tag ${tag} needs`, needs],
      [`tag ${tag} states`, states],
    ]),
    ...topics.flatMap(({ topic, needs, states }): [string, number][] => [
      [`topic ${topic} needs`, needs],
      [`topic ${topic} states`, states],
    ]),
  ]);
}

const idsOf = ({ facts, filter }: Side): Set<string> => {
  const { region } = countedReviews(facts, filter);
  return new Set(facts.reviews.filter((_, row) => region[row]! >= 0).map(({ id }) => id));
};

const countOf = (
  { facts, filter }: Side,
  among: (review: ReviewFacts) => boolean = () => true,
): Count => count(facts, { ...filter, sees: (review) => filter.sees(review) && among(review) });

/**
 * Splits every change between two sides. A State has one summary in a cycle, so States too are of
 * one part or the other.
 */
export function compare(first: Side, second: Side): Comparison {
  const ofFirst = idsOf(first);
  const ofSecond = idsOf(second);
  const both = new Set([...ofFirst].filter((id) => ofSecond.has(id)));
  const inBoth = ({ id }: ReviewFacts) => both.has(id);
  const alone = ({ id }: ReviewFacts) => !both.has(id);
  const before = countOf(first);
  const after = countOf(second);
  const [lost, gained, stayedFirst, stayedSecond] = [
    countOf(first, alone),
    countOf(second, alone),
    countOf(first, inBoth),
    countOf(second, inBoth),
  ].map(numbersOf) as [
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
  ];
  const b = numbersOf(before);
  const a = numbersOf(after);
  const changes = new Map(
    [...new Set([...a.keys(), ...b.keys()])].map((name): [string, Change] => {
      const at = (numbers: ReadonlyMap<string, number>) => numbers.get(name) ?? 0;
      const coverage = at(gained) - at(lost);
      const revision = at(stayedSecond) - at(stayedFirst);
      return [
        name,
        {
          before: at(b),
          after: at(a),
          coverage,
          revision,
          rest: at(a) - at(b) - coverage - revision,
        },
      ];
    }),
  );
  return { before, after, both, changes };
}

/** The parts of a coding in the order of `Facts.wordsOf`, after its review. */
export const codingParts = [
  'category',
  'subcategory',
  'provision',
  'types',
  'tags',
  'topics',
] as const;
export type CodingPart = (typeof codingParts)[number];
export type ChangedNeed = Readonly<{
  id: string;
  reviewId: string;
  kind: 'added' | 'dropped' | 'recoded';
  parts: readonly Readonly<{ part: CodingPart; before: string; after: string }>[];
}>;

/**
 * Of these needs those that were counted anew, no more, or by another coding, within summaries that
 * count on both sides.
 */
export function changedNeeds(
  first: Facts,
  second: Facts,
  ids: Iterable<string>,
  both: ReadonlySet<string>,
): ChangedNeed[] {
  const changed: ChangedNeed[] = [];
  for (const id of ids) {
    const before = first.wordsOf(id);
    const after = second.wordsOf(id);
    const reviewId = (after ?? before)?.[0];
    if (reviewId === undefined || !both.has(reviewId)) continue;
    const parts =
      before && after
        ? codingParts
            .map((part, at) => ({ part, before: before[at + 1]!, after: after[at + 1]! }))
            .filter((part) => part.before !== part.after)
        : [];
    const kindBefore = after ? 'recoded' : 'dropped';
    const kind = before ? kindBefore : 'added';
    if (kind !== 'recoded' || parts.length > 0) changed.push({ id, reviewId, kind, parts });
  }
  return changed;
}
