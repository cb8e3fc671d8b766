import { count } from '#lib/counting/count/count';
import type { Facts, ReviewFacts } from '#lib/counting/facts/facts';
import { countedReviews, type Filter } from '#lib/counting/filter/filter';
import type { Count } from '#lib/counting/count/count-types';

/** One side of a comparison: the facts of a revision and a filter. */
export type ComparisonSide = Readonly<{ facts: Facts; filter: Filter }>;

/**
 * A number on both sides and the parts of its change: `coverage` by summaries that count on one
 * side only, `revision` by changes within summaries that count on both. `rest` is what neither
 * explains; it is 0.
 */
export type CountChange = Readonly<{
  before: number;
  after: number;
  coverage: number;
  revision: number;
  rest: number;
}>;
export type Comparison = Readonly<{
  before: Count;
  after: Count;
  /** The ids of the summaries that count on both sides. */ both: ReadonlySet<string>;
  changes: ReadonlyMap<string, CountChange>;
}>;

/** The comparable numbers of a count, by name: `region AFR needs`, `article 5 states`. */
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

const summaryIds = ({ facts, filter }: ComparisonSide): Set<string> => {
  const { region } = countedReviews(facts, filter);
  return new Set(facts.reviews.filter((_, row) => region[row]! >= 0).map(({ id }) => id));
};

const countSide = (
  { facts, filter }: ComparisonSide,
  includes: (review: ReviewFacts) => boolean = () => true,
): Count => count(facts, { ...filter, sees: (review) => filter.sees(review) && includes(review) });

/**
 * Splits every change between two sides into its parts. A State has one summary in a cycle, so each
 * State too belongs to one part only.
 */
export function compare(first: ComparisonSide, second: ComparisonSide): Comparison {
  const ofFirst = summaryIds(first);
  const ofSecond = summaryIds(second);
  const onBoth = new Set([...ofFirst].filter((id) => ofSecond.has(id)));
  const inBoth = ({ id }: ReviewFacts) => onBoth.has(id);
  const onOneSide = ({ id }: ReviewFacts) => !onBoth.has(id);
  const before = countSide(first);
  const after = countSide(second);
  const [firstAlone, secondAlone, firstOfBoth, secondOfBoth] = [
    countSide(first, onOneSide),
    countSide(second, onOneSide),
    countSide(first, inBoth),
    countSide(second, inBoth),
  ].map(numbersOf) as [
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
  ];
  const numbersBefore = numbersOf(before);
  const numbersAfter = numbersOf(after);
  const changes = new Map(
    [...new Set([...numbersAfter.keys(), ...numbersBefore.keys()])].map(
      (name): [string, CountChange] => {
        const at = (numbers: ReadonlyMap<string, number>) => numbers.get(name) ?? 0;
        const coverage = at(secondAlone) - at(firstAlone);
        const revision = at(secondOfBoth) - at(firstOfBoth);
        return [
          name,
          {
            before: at(numbersBefore),
            after: at(numbersAfter),
            coverage,
            revision,
            rest: at(numbersAfter) - at(numbersBefore) - coverage - revision,
          },
        ];
      },
    ),
  );
  return { before, after, both: onBoth, changes };
}

/** The parts of a coding, in the order of `Facts.needAsTexts` after the review. */
const codingParts = ['category', 'subcategory', 'provision', 'types', 'tags', 'topics'] as const;
export type CodingPart = (typeof codingParts)[number];
export type ChangedNeed = Readonly<{
  id: string;
  reviewId: string;
  kind: 'added' | 'dropped' | 'recoded';
  parts: readonly Readonly<{ part: CodingPart; before: string; after: string }>[];
}>;

/**
 * Returns those of these needs that were added, dropped or recoded, within summaries that count on
 * both sides.
 */
export function changedNeeds(
  first: Facts,
  second: Facts,
  ids: Iterable<string>,
  both: ReadonlySet<string>,
): ChangedNeed[] {
  const changed: ChangedNeed[] = [];
  for (const id of ids) {
    const before = first.needAsTexts(id);
    const after = second.needAsTexts(id);
    const reviewId = (after ?? before)?.[0];
    if (reviewId === undefined || !both.has(reviewId)) continue;
    const parts =
      before && after
        ? codingParts
            .map((part, i) => ({ part, before: before[i + 1]!, after: after[i + 1]! }))
            .filter((part) => part.before !== part.after)
        : [];
    const kindBefore = after ? 'recoded' : 'dropped';
    const kind = before ? kindBefore : 'added';
    if (kind !== 'recoded' || parts.length > 0) changed.push({ id, reviewId, kind, parts });
  }
  return changed;
}
