import type { Chapter } from '#lib/convention/chapters';
import type { AssistanceCounts } from '#lib/notes/model/assisted';
import type {
  AssistanceUnit,
  BlockContent,
  Claim,
  CountedUnit,
  Dimension,
  ValueFilter,
  Shown,
  Value,
} from '#lib/notes/model/vocabulary';
import { percent } from '#lib/counting/summaries/figures';
import type { Count } from '#lib/counting/summaries/numbers';

/**
 * Counts of the edition's chapters and cycle at its cut-off, or at that of the previous note; all
 * of one revision.
 */
export type CountQuery = (filter: ValueFilter, at: 'now' | 'before') => Count;
export type NoteCounts = Readonly<{
  chapters: readonly Chapter[];
  /** Whether there is a previous note to compare with. */
  hasPrevious: boolean;
  ask: CountQuery;
  assisted: (theme: string | null, since: boolean) => AssistanceCounts;
}>;

type Member = Readonly<{ code: string; n: number }>;

function unitTotal(count: Count, of: CountedUnit): number {
  if (of === 'needs') return count.totals.needs;
  if (of === 'states') return count.totals.statesWithNeeds;
  if (of === 'summaries') return count.totals.summaries;
  return count.types.find(({ region }) => region === null)!.mentions;
}

/**
 * The number of a unit; where only what is new since a previous note is asked for and there is
 * none, there is nothing new.
 */
const countUnit = (
  { ask, hasPrevious }: NoteCounts,
  of: CountedUnit,
  filter: ValueFilter,
  at: 'now' | 'before' = 'now',
): number =>
  (filter.since || at === 'before') && !hasPrevious ? 0 : unitTotal(ask(filter, at), of);

/**
 * All members of a dimension in the order of the vocabulary, zeros included. A narrowing of its own
 * narrows the members.
 */
export function membersOf(
  counts: NoteCounts,
  over: Dimension,
  filter: ValueFilter,
): readonly Member[] {
  const count = counts.ask(filter, 'now');
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
    case 'topic':
      return count.topics.map(({ topic, needs }) => ({ code: topic, n: needs }));
    case 'type':
      return count.types
        .find(({ region }) => region === null)!
        .types.map(({ type, mentions }) => ({ code: type, n: mentions }));
  }
}

/**
 * The place of each member that has any: 1 for the most (or fewest); those that tie share one, and
 * the next counts them all.
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

/**
 * What a placeholder stands for at present. Texts (dates, names, references) are the language's and
 * have nothing to be counted.
 */
export function evaluateValue(value: Value, counts: NoteCounts): Shown {
  switch (value.kind) {
    case 'count':
      return { number: countUnit(counts, value.of, value.in) };
    case 'share':
      return {
        number: percent(
          countUnit(counts, value.of, value.in),
          countUnit(counts, value.baseOf ?? value.of, value.base),
        ),
      };
    case 'ranking':
      return {
        items: rankMembers(membersOf(counts, value.over, value.in), value.order)
          .filter(({ place }) => place >= value.from && place <= value.to)
          .map(({ code, n }) => ({ code, n })),
        of: countUnit(counts, value.over === 'type' ? 'mentions' : 'needs', value.in),
      };
    case 'list':
      return {
        items: membersOf(counts, value.over, value.in).filter(
          ({ n }) => n > 0 === (value.which === 'with'),
        ),
      };
    case 'place':
      return {
        number:
          rankMembers(membersOf(counts, value.over, value.in), value.order).find(
            ({ code }) => code === value.item,
          )?.place ?? null,
      };
    case 'previous': {
      const before = countUnit(counts, value.of, value.in, 'before');
      return {
        number: value.as === 'before' ? before : countUnit(counts, value.of, value.in) - before,
      };
    }
    case 'assistance':
      return {
        number: assistanceUnit(
          counts.assisted(value.theme ?? null, value.since ?? false),
          value.of,
        ),
      };
    case 'assisted':
      return {
        items: counts
          .assisted(value.theme ?? null, value.since ?? false)
          .states.map((code) => ({ code, n: 1 })),
      };
    case 'reported':
      return {
        items: counts.assisted(value.theme ?? null, value.since ?? false)[
          value.planned ? 'plannedReported' : 'reported'
        ],
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

/** Compares n/of with a percentage exactly, on whole numbers. An empty base holds nothing. */
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

/** A narrowing with one member of a dimension. */
export function withMember(filter: ValueFilter, over: Dimension, code: string): ValueFilter {
  return over === 'region'
    ? { ...filter, regions: [code] as unknown as ValueFilter['regions'] }
    : { ...filter, [over]: code };
}

/** Whether a claim is true of the register as it is read. */
export function holds(claim: Claim, counts: NoteCounts): boolean {
  switch (claim.kind) {
    case 'place': {
      const { each, ...once } = claim;
      if (each) {
        const members = membersOf(counts, each, claim.in).filter(({ n }) => n > 0);
        return (
          members.length > 0 &&
          members.every(({ code }) =>
            holds({ ...once, in: withMember(claim.in, each, code) }, counts),
          )
        );
      }
      const places = rankMembers(membersOf(counts, claim.over, claim.in), claim.order);
      const own = places.find(({ code }) => code === claim.item);
      return (
        own?.place === claim.place &&
        (!claim.alone || places.filter(({ place }) => place === claim.place).length === 1)
      );
    }
    case 'order': {
      const places = rankMembers(membersOf(counts, claim.over, claim.in), claim.order);
      let place = 1;
      for (const group of claim.groups) {
        const there = places.filter((item) => item.place === place).map(({ code }) => code);
        if (there.length !== group.length || !group.every((code) => there.includes(code)))
          return false;
        place += group.length;
      }
      return claim.groups.length > 0;
    }
    case 'share': {
      const one = (filter: ValueFilter, base: ValueFilter) =>
        comparesShare(
          claim.is,
          countUnit(counts, claim.of, filter),
          countUnit(counts, claim.baseOf ?? claim.of, base),
          claim.percent,
        );
      if (!claim.each) return one(claim.in, claim.base);
      const members = membersOf(counts, claim.each, claim.base).filter(({ n }) => n > 0);
      return (
        members.length > 0 &&
        members.every(({ code }) =>
          one(withMember(claim.in, claim.each!, code), withMember(claim.base, claim.each!, code)),
        )
      );
    }
    case 'only': {
      const counted = membersOf(counts, claim.over, claim.in)
        .filter(({ n }) => n > 0)
        .map(({ code }) => code);
      return (
        counted.length === claim.items.length && counted.every((code) => claim.items.includes(code))
      );
    }
    case 'none':
      return countUnit(counts, claim.of, claim.in) === 0;
    case 'greater':
      return countUnit(counts, claim.of, claim.in) > countUnit(counts, claim.of, claim.than);
  }
}

/** Every value of a block as it stands, what is held as it was held. */
export function shownIn(
  content: BlockContent,
  counts: NoteCounts,
): Readonly<Record<string, Shown>> {
  return Object.fromEntries(
    Object.entries(content.values).map(([name, value]) => {
      const held = content.held?.[name];
      return [name, held ? { number: held.number } : evaluateValue(value, counts)];
    }),
  );
}
