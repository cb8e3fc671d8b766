import { categoryCodes, type Category } from '#lib/convention/categories';
import { regionCodes, type Region } from '#lib/convention/regions';
import type { NeedStatus } from '#lib/needs/fulfilment/vocabulary';
import { articlesOfKey } from '#lib/convention/provision';
import type { Facts } from '#lib/counting/facts/facts';
import { countedNeeds, parseAssistance, unmetSpan, type Filter } from '#lib/counting/filter/filter';
import type { UnmetSpan } from '#lib/counting/filter/vocabulary';

/** The top priorities: a State gives 1 to what it wants first. */
export const topPriorities = ['1', '2', '3'] as const;

type UnmetCell = Readonly<{
  region: Region;
  /** `general` for a chapter as a whole. */ article: string;
  category: Category;
  needs: number;
  byStatus: Readonly<Record<NeedStatus, number>>;
  unmetFirstPriority: number;
}>;
export type UnmetOverview = Readonly<{
  /** A need counts under each of its articles; empty cells are left out. */
  cells: readonly UnmetCell[];
  first: Readonly<Record<Region, number>>;
  /** Null where all unmet needs of a region are of one State, which the numbers would show. */
  since: readonly Readonly<{ region: Region; spans: Readonly<Record<UnmetSpan, number>> | null }>[];
}>;

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type CountedCell = Writable<Omit<UnmetCell, 'byStatus'>> & { byStatus: Record<NeedStatus, number> };
const emptyCell = (region: Region, article: string, category: Category): CountedCell => ({
  region,
  article,
  category,
  needs: 0,
  byStatus: { unmet: 0, planned: 0, current: 0, met: 0 },
  unmetFirstPriority: 0,
});

/** How long the unmet needs of a region have been unmet, and the States that have them. */
type Ages = { states: Set<string>; spans: Record<UnmetSpan, number> };
const noAges = (): Ages => ({
  states: new Set(),
  spans: { under1: 0, under2: 0, under5: 0, over5: 0 },
});

function spansShown(ages: Ages | undefined): Ages['spans'] | null {
  if (!ages) return noAges().spans;
  return ages.states.size === 1 ? null : ages.spans;
}

/** Compares cells: by region, then article with the chapter as a whole last, then category. */
function inOrder(a: UnmetCell, b: UnmetCell): number {
  const article = (cell: UnmetCell) => (cell.article === 'general' ? 999 : Number(cell.article));
  return (
    regionCodes.indexOf(a.region) - regionCodes.indexOf(b.region) ||
    article(a) - article(b) ||
    categoryCodes.indexOf(a.category) - categoryCodes.indexOf(b.category)
  );
}

/**
 * Counts what is unmet, where, with which priority and for how long, on a day as a whole number.
 */
export function unmetOverview(facts: Facts, filter: Filter, day: number): UnmetOverview {
  const counted = countedNeeds(facts, filter);
  const statuses = facts.assistance.dictionary.texts.map((text) => parseAssistance(text).status);
  const articlesOf = facts.provision.dictionary.texts.map((text) =>
    articlesOfKey(text.split(' ', 2)[1]!).map(String),
  );
  const cells = new Map<string, CountedCell>();
  const first = Object.fromEntries(regionCodes.map((region) => [region, 0])) as Record<
    Region,
    number
  >;
  const ages = new Map<Region, Ages>();
  for (let i = 0; i < facts.size; i += 1) {
    if (counted[i] === 0) continue;
    const review = facts.reviews[facts.review.values[i]!]!;
    const { region } = review;
    const category = categoryCodes[facts.category.values[i]!]!;
    const status = statuses[facts.assistance.values[i]!]!;
    const priority = facts.priority.values[i]!;
    const isTopPriority =
      status === 'unmet' && topPriorities.some((top) => top === String(priority)) ? 1 : 0;
    const articles = articlesOf[facts.provision.values[i]!]!;
    for (const article of articles.length > 0 ? articles : ['general']) {
      const key = `${region} ${article} ${category}`;
      const cell = cells.get(key) ?? emptyCell(region, article, category);
      cell.needs += 1;
      cell.byStatus[status] += 1;
      cell.unmetFirstPriority += isTopPriority;
      cells.set(key, cell);
    }
    if (status !== 'unmet') continue;
    first[region] += isTopPriority;
    const own = ages.get(region) ?? noAges();
    own.states.add(review.stateId);
    own.spans[unmetSpan(facts, i, day)] += 1;
    ages.set(region, own);
  }
  return {
    cells: [...cells.values()].toSorted(inOrder),
    first,
    since: regionCodes.map((region) => ({ region, spans: spansShown(ages.get(region)) })),
  };
}

/**
 * Returns the articles and regions with the most unmet needs, whatever the category, the most
 * first.
 */
export function mostUnmet(
  { cells }: UnmetOverview,
  most: number,
): { region: Region; article: string; unmet: number }[] {
  const places = new Map<string, { region: Region; article: string; unmet: number }>();
  for (const { region, article, byStatus } of cells) {
    const place = places.get(`${region} ${article}`) ?? { region, article, unmet: 0 };
    place.unmet += byStatus.unmet;
    places.set(`${region} ${article}`, place);
  }
  return [...places.values()]
    .filter(({ unmet }) => unmet > 0)
    .toSorted(
      (a, b) =>
        b.unmet - a.unmet ||
        regionCodes.indexOf(a.region) - regionCodes.indexOf(b.region) ||
        a.article.localeCompare(b.article, 'en', { numeric: true }),
    )
    .slice(0, most);
}
