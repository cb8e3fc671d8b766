import type { Chapter } from '#lib/convention/chapters';
import type { Assisted } from '#lib/notes/model/assisted';
import type {
  AssistanceUnit,
  BlockContent,
  Claim,
  CountedUnit,
  Dimension,
  Narrowing,
  Shown,
  Value,
} from '#lib/notes/model/vocabulary';
import { percent } from '#lib/counting/summaries/figures';
import type { Count } from '#lib/counting/summaries/numbers';

/**
 * Counts of the edition's chapters and cycle at its cut-off, or at that of the previous note; all
 * of one revision.
 */
export type Ask = (narrowing: Narrowing, at: 'now' | 'before') => Count;
export type Reading = Readonly<{
  chapters: readonly Chapter[];
  /** Whether there is a previous note to compare with. */
  hasPrevious: boolean;
  ask: Ask;
  assisted: (theme: string | null, since: boolean) => Assisted;
}>;

type Item = Readonly<{ code: string; n: number }>;

function unitOf(count: Count, of: CountedUnit): number {
  if (of === 'needs') return count.totals.needs;
  if (of === 'states') return count.totals.statesWithNeeds;
  if (of === 'summaries') return count.totals.summaries;
  return count.types.find(({ region }) => region === null)!.mentions;
}

/**
 * The number of a unit; where only what is new since a previous note is asked for and there is
 * none, there is nothing new.
 */
const counted = (
  { ask, hasPrevious }: Reading,
  of: CountedUnit,
  narrowing: Narrowing,
  at: 'now' | 'before' = 'now',
): number =>
  (narrowing.since || at === 'before') && !hasPrevious ? 0 : unitOf(ask(narrowing, at), of);

/**
 * All members of a dimension in the order of the vocabulary, zeros included. A narrowing of its own
 * narrows the members.
 */
export function membersOf(
  reading: Reading,
  over: Dimension,
  narrowing: Narrowing,
): readonly Item[] {
  const count = reading.ask(narrowing, 'now');
  switch (over) {
    case 'region':
      return count.regions
        .filter(({ region }) => !narrowing.regions || narrowing.regions.includes(region))
        .map(({ region, needs }) => ({ code: region, n: needs }));
    case 'category':
      return count.categories
        .filter(({ category, needs }) => category !== 'other' || needs > 0)
        .map(({ category, needs }) => ({ code: category, n: needs }));
    case 'article':
      return count.articles.map(({ article, needs }) => ({ code: article, n: needs }));
    case 'subcategory':
      return count.categories
        .filter(({ category }) => !narrowing.category || category === narrowing.category)
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
function placed(
  items: readonly Item[],
  order: 'most' | 'fewest',
): readonly (Item & { place: number })[] {
  const met = items.filter(({ n }) => n > 0);
  const ahead = (a: Item, b: Item) => (order === 'most' ? a.n > b.n : a.n < b.n);
  return met
    .map((item) => ({ ...item, place: 1 + met.filter((other) => ahead(other, item)).length }))
    .sort((a, b) => a.place - b.place);
}

const assistedUnit = (assisted: Assisted, of: AssistanceUnit): number =>
  of === 'states' ? assisted.states.length : assisted[of];

/**
 * What a placeholder stands for at present. Texts (dates, names, references) are the language's and
 * have nothing to be counted.
 */
export function shownOf(value: Value, reading: Reading): Shown {
  switch (value.kind) {
    case 'count':
      return { number: counted(reading, value.of, value.in) };
    case 'share':
      return {
        number: percent(
          counted(reading, value.of, value.in),
          counted(reading, value.baseOf ?? value.of, value.base),
        ),
      };
    case 'ranking':
      return {
        items: placed(membersOf(reading, value.over, value.in), value.order)
          .filter(({ place }) => place >= value.from && place <= value.to)
          .map(({ code, n }) => ({ code, n })),
        of: counted(reading, value.over === 'type' ? 'mentions' : 'needs', value.in),
      };
    case 'list':
      return {
        items: membersOf(reading, value.over, value.in).filter(
          ({ n }) => n > 0 === (value.which === 'with'),
        ),
      };
    case 'place':
      return {
        number:
          placed(membersOf(reading, value.over, value.in), value.order).find(
            ({ code }) => code === value.item,
          )?.place ?? null,
      };
    case 'previous': {
      const before = counted(reading, value.of, value.in, 'before');
      return {
        number: value.as === 'before' ? before : counted(reading, value.of, value.in) - before,
      };
    }
    case 'assistance':
      return {
        number: assistedUnit(reading.assisted(value.theme ?? null, value.since ?? false), value.of),
      };
    case 'assisted':
      return {
        items: reading
          .assisted(value.theme ?? null, value.since ?? false)
          .states.map((code) => ({ code, n: 1 })),
      };
    case 'reported':
      return {
        items: reading.assisted(value.theme ?? null, value.since ?? false)[
          value.planned ? 'ahead' : 'reported'
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
function compares(
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
export function within(narrowing: Narrowing, over: Dimension, code: string): Narrowing {
  return over === 'region'
    ? { ...narrowing, regions: [code] as unknown as Narrowing['regions'] }
    : { ...narrowing, [over]: code };
}

/** Whether a claim is true of the register as it is read. */
export function holds(claim: Claim, reading: Reading): boolean {
  switch (claim.kind) {
    case 'place': {
      const { each, ...once } = claim;
      if (each) {
        const members = membersOf(reading, each, claim.in).filter(({ n }) => n > 0);
        return (
          members.length > 0 &&
          members.every(({ code }) => holds({ ...once, in: within(claim.in, each, code) }, reading))
        );
      }
      const places = placed(membersOf(reading, claim.over, claim.in), claim.order);
      const own = places.find(({ code }) => code === claim.item);
      return (
        own?.place === claim.place &&
        (!claim.alone || places.filter(({ place }) => place === claim.place).length === 1)
      );
    }
    case 'order': {
      const places = placed(membersOf(reading, claim.over, claim.in), claim.order);
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
      const one = (narrowing: Narrowing, base: Narrowing) =>
        compares(
          claim.is,
          counted(reading, claim.of, narrowing),
          counted(reading, claim.baseOf ?? claim.of, base),
          claim.percent,
        );
      if (!claim.each) return one(claim.in, claim.base);
      const members = membersOf(reading, claim.each, claim.base).filter(({ n }) => n > 0);
      return (
        members.length > 0 &&
        members.every(({ code }) =>
          one(within(claim.in, claim.each!, code), within(claim.base, claim.each!, code)),
        )
      );
    }
    case 'only': {
      const met = membersOf(reading, claim.over, claim.in)
        .filter(({ n }) => n > 0)
        .map(({ code }) => code);
      return met.length === claim.items.length && met.every((code) => claim.items.includes(code));
    }
    case 'none':
      return counted(reading, claim.of, claim.in) === 0;
    case 'greater':
      return counted(reading, claim.of, claim.in) > counted(reading, claim.of, claim.than);
  }
}

/** Every value of a block as it stands, what is held as it was held. */
export function shownIn(content: BlockContent, reading: Reading): Readonly<Record<string, Shown>> {
  return Object.fromEntries(
    Object.entries(content.values).map(([name, value]) => {
      const held = content.held?.[name];
      return [name, held ? { number: held.number } : shownOf(value, reading)];
    }),
  );
}
