import type { Chapter } from '#lib/convention/chapters';
import type { AssistanceCounts } from '#lib/notes/model/assistance-counts';
import type {
  AssistanceUnit,
  BlockContent,
  Claim,
  CountedUnit,
  Dimension,
  ValueFilter,
  EvaluatedValue,
  BoundValue,
} from '#lib/notes/model/vocabulary';
import { targetGroups } from '#lib/needs/model/vocabulary';
import { percent } from '#lib/counting/figures/figures';
import type { Count } from '#lib/counting/count/count-types';

/**
 * Counts the edition's chapters and cycle at its cut-off (`now`) or at that of the previous note
 * (`before`), both at one revision.
 */
type CountQuery = (filter: ValueFilter, at: 'now' | 'before') => Count;
/** The counts that the values and claims of an edition are evaluated with. */
export type NoteCounts = Readonly<{
  chapters: readonly Chapter[];
  /** Whether there is a previous note to compare with. */
  hasPrevious: boolean;
  count: CountQuery;
  assistance: (theme: string | null, since: boolean) => AssistanceCounts;
}>;

type Member = Readonly<{ code: string; n: number }>;

function unitTotal(count: Count, of: CountedUnit): number {
  if (of === 'needs') return count.totals.needs;
  if (of === 'states') return count.totals.statesWithNeeds;
  if (of === 'summaries') return count.totals.summaries;
  return count.types.find(({ region }) => region === null)!.mentions;
}

/** Counts a unit. Without a previous note, nothing is new since it and nothing was counted then. */
const countUnit = (
  { count: ask, hasPrevious }: NoteCounts,
  of: CountedUnit,
  filter: ValueFilter,
  at: 'now' | 'before' = 'now',
): number =>
  (filter.since || at === 'before') && !hasPrevious ? 0 : unitTotal(ask(filter, at), of);

/**
 * All members of a dimension in the order of the vocabulary, zeros included. A filter on the
 * dimension itself limits the members.
 */
export function membersOf(
  counts: NoteCounts,
  over: Dimension,
  filter: ValueFilter,
): readonly Member[] {
  const count = counts.count(filter, 'now');
  switch (over) {
    case 'region':
      return count.regions
        .filter(({ region }) => !filter.regions || filter.regions.includes(region))
        .map(({ region, needs }) => ({ code: region, n: needs }));
    case 'category':
      return count.categories
        .filter(({ category, needs }) => category !== 'other' || needs > 0)
        .map(({ category, needs }) => ({ code: category, n: needs }));
    case 'article':
      return count.articles.map(({ article, needs }) => ({ code: article, n: needs }));
    case 'subcategory':
      return count.categories
        .filter(({ category }) => !filter.category || category === filter.category)
        .flatMap(({ subcategories }) =>
          subcategories.map(({ subcategory, needs }) => ({ code: subcategory, n: needs })),
        );
    case 'target':
      return targetGroups.map((code) => ({
        code,
        n: counts.count({ ...filter, target: code }, 'now').totals.needs,
      }));
    case 'topic':
      return count.topics.map(({ topic, needs }) => ({ code: topic, n: needs }));
    case 'type':
      return count.types
        .find(({ region }) => region === null)!
        .types.map(({ type, mentions }) => ({ code: type, n: mentions }));
  }
}

/**
 * Ranks the members above zero: 1 for the most (or fewest). Ties share a place, and the next place
 * counts them all.
 */
function rankMembers(
  items: readonly Member[],
  order: 'most' | 'fewest',
): readonly (Member & { place: number })[] {
  const counted = items.filter(({ n }) => n > 0);
  const isAhead = (a: Member, b: Member) => (order === 'most' ? a.n > b.n : a.n < b.n);
  return counted
    .map((item) => ({ ...item, place: 1 + counted.filter((other) => isAhead(other, item)).length }))
    .sort((a, b) => a.place - b.place);
}

const assistanceUnit = (assisted: AssistanceCounts, of: AssistanceUnit): number =>
  of === 'states' ? assisted.states.length : assisted[of];

/** Evaluates a value. Dates, names and references depend on the language and have no number. */
function evaluateValue(value: BoundValue, counts: NoteCounts): EvaluatedValue {
  switch (value.kind) {
    case 'count':
      return { number: countUnit(counts, value.of, value.in) };
    case 'share': {
      const base = countUnit(counts, value.baseOf ?? value.of, value.base);
      return { number: percent(countUnit(counts, value.of, value.in), base) };
    }
    case 'ranking':
      return evaluateRanking(value, counts);
    case 'list': {
      const withNeeds = value.which === 'with';
      const members = membersOf(counts, value.over, value.in);
      return { items: members.filter(({ n }) => n > 0 === withNeeds) };
    }
    case 'place': {
      const ranked = rankMembers(membersOf(counts, value.over, value.in), value.order);
      return { number: ranked.find(({ code }) => code === value.item)?.place ?? null };
    }
    case 'previous': {
      const before = countUnit(counts, value.of, value.in, 'before');
      if (value.as === 'before') return { number: before };
      return { number: countUnit(counts, value.of, value.in) - before };
    }
    case 'assistance':
      return { number: assistanceUnit(assistanceFor(value, counts), value.of) };
    case 'assisted':
      return { items: assistanceFor(value, counts).states.map((code) => ({ code, n: 1 })) };
    case 'reported': {
      const { reported, plannedReported } = assistanceFor(value, counts);
      return { items: value.planned ? plannedReported : reported };
    }
    case 'described':
      return { items: describedActivities(value, counts).map((code) => ({ code, n: 1 })) };
    case 'subjects':
      return {
        items: counts.assistance(null, counts.hasPrevious).articles.map((code) => ({ code, n: 1 })),
      };
    case 'typed':
      return { number: value.number };
    case 'groups':
      return { items: value.regions.map((code) => ({ code, n: 1 })) };
    case 'edition':
    case 'name':
    case 'theme':
    case 'reference':
    case 'footnote':
      return {};
  }
}

/** The references of the activities of the reporting period that a paragraph describes. */
const describedActivities = (
  { theme, part, onwards }: Extract<BoundValue, { kind: 'described' }>,
  counts: NoteCounts,
): readonly string[] =>
  counts
    .assistance(theme, counts.hasPrevious)
    .printed.filter((each) => (onwards ? each.part >= part : each.part === part))
    .map(({ reference }) => reference);

function evaluateRanking(
  value: Extract<BoundValue, { kind: 'ranking' }>,
  counts: NoteCounts,
): EvaluatedValue {
  const members = membersOf(counts, value.over, value.in).filter(
    ({ code }) => value.among?.includes(code) ?? true,
  );
  const ranked = rankMembers(members, value.order);
  const unit = value.over === 'type' ? 'mentions' : 'needs';
  return {
    items: ranked
      .filter(({ place }) => place >= value.from && place <= value.to)
      .map(({ code, n }) => ({ code, n })),
    of: countUnit(counts, unit, value.in),
  };
}

const assistanceFor = (
  { theme, since }: Readonly<{ theme?: string; since?: true }>,
  counts: NoteCounts,
): AssistanceCounts => counts.assistance(theme ?? null, since ?? false);

/** Compares n/of with a percentage exactly, on whole numbers; false for an empty base. */
function comparesShare(
  is: 'more' | 'least' | 'less',
  n: number,
  of: number,
  percentage: number,
): boolean {
  if (of === 0) return false;
  if (is === 'more') return 100 * n > percentage * of;
  return is === 'least' ? 100 * n >= percentage * of : 100 * n < percentage * of;
}

/** Limits a filter to one member of a dimension. */
export function withMember(filter: ValueFilter, over: Dimension, code: string): ValueFilter {
  return over === 'region'
    ? { ...filter, regions: [code] as unknown as ValueFilter['regions'] }
    : { ...filter, [over]: code };
}

type ClaimOf<K extends Claim['kind']> = Extract<Claim, { kind: K }>;

/** The codes of the members that have needs. */
const codesWithNeeds = (
  counts: NoteCounts,
  over: Dimension,
  filter: ValueFilter,
): readonly string[] =>
  membersOf(counts, over, filter)
    .filter(({ n }) => n > 0)
    .map(({ code }) => code);

function placeHolds({ each, ...claim }: ClaimOf<'place'>, counts: NoteCounts): boolean {
  if (each) {
    const codes = codesWithNeeds(counts, each, claim.in);
    return (
      codes.length > 0 &&
      codes.every((code) => placeHolds({ ...claim, in: withMember(claim.in, each, code) }, counts))
    );
  }
  const places = rankMembers(membersOf(counts, claim.over, claim.in), claim.order);
  const own = places.find(({ code }) => code === claim.item);
  return (
    own?.place === claim.place &&
    (!claim.alone || places.filter(({ place }) => place === claim.place).length === 1)
  );
}

function orderHolds(claim: ClaimOf<'order'>, counts: NoteCounts): boolean {
  const places = rankMembers(membersOf(counts, claim.over, claim.in), claim.order);
  let place = 1;
  for (const group of claim.groups) {
    const tied = places.filter((member) => member.place === place).map(({ code }) => code);
    if (tied.length !== group.length || !group.every((code) => tied.includes(code))) return false;
    place += group.length;
  }
  return claim.groups.length > 0;
}

function shareHolds({ each, ...claim }: ClaimOf<'share'>, counts: NoteCounts): boolean {
  if (each) {
    const codes = codesWithNeeds(counts, each, claim.base);
    const within = (code: string) => ({
      ...claim,
      in: withMember(claim.in, each, code),
      base: withMember(claim.base, each, code),
    });
    return codes.length > 0 && codes.every((code) => shareHolds(within(code), counts));
  }
  const n = countUnit(counts, claim.of, claim.in);
  const base = countUnit(counts, claim.baseOf ?? claim.of, claim.base);
  return comparesShare(claim.is, n, base, claim.percent);
}

function onlyHolds(claim: ClaimOf<'only'>, counts: NoteCounts): boolean {
  const codes = codesWithNeeds(counts, claim.over, claim.in);
  return codes.length === claim.items.length && codes.every((code) => claim.items.includes(code));
}

/**
 * Whether counts lie close together: none is more than twice another, or more than three above it.
 * Zeros are left out. Decision 0064 says why.
 */
function isEven(numbers: readonly number[]): boolean {
  const counted = numbers.filter((n) => n > 0);
  const [least, most] = [Math.min(...counted), Math.max(...counted)];
  return most <= 2 * least || most - least <= 3;
}

/** So many counts at least are spread over something. */
const leastSpread = 5;

/** The claim of a spread; neither even nor uneven where only a few counts are left. */
function spreadHolds(claim: ClaimOf<'spread'>, counts: NoteCounts): boolean {
  const members = membersOf(counts, 'article', claim.in);
  const first = rankMembers(members, 'most').filter(({ place }) => place <= claim.top);
  const last = rankMembers(members, 'fewest').filter(({ place }) => place <= claim.low);
  const named = [...first, ...last].map(({ code }) => code);
  const left = members.filter(({ code, n }) => n > 0 && !named.includes(code)).map(({ n }) => n);
  return left.length >= leastSpread && isEven(left) === (claim.is === 'even');
}

/** Whether a claim is true by these counts. */
export function claimHolds(claim: Claim, counts: NoteCounts): boolean {
  switch (claim.kind) {
    case 'place':
      return placeHolds(claim, counts);
    case 'order':
      return orderHolds(claim, counts);
    case 'share':
      return shareHolds(claim, counts);
    case 'only':
      return onlyHolds(claim, counts);
    case 'spread':
      return spreadHolds(claim, counts);
    case 'no-topic':
      return membersOf(counts, 'topic', claim.in).every(({ n }) => n === 0);
    case 'none':
      return countUnit(counts, claim.of, claim.in) === 0;
    case 'released':
      return true;
    case 'greater':
      return countUnit(counts, claim.of, claim.in) > countUnit(counts, claim.of, claim.than);
  }
}

/** Evaluates every value of a block; held numbers stay as they were held. */
export function evaluateValues(
  content: BlockContent,
  counts: NoteCounts,
): Readonly<Record<string, EvaluatedValue>> {
  return Object.fromEntries(
    Object.entries(content.values).map(([name, value]) => {
      const held = content.held?.[name];
      return [name, held ? { number: held.number } : evaluateValue(value, counts)];
    }),
  );
}
