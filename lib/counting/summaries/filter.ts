import { categoryCodes, type Category } from '#lib/convention/categories';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import { regionCodes, type Region } from '#lib/convention/regions';
import type { NeedStatus } from '#lib/needs/met/vocabulary';
import { articlesOfKey, rowKey } from '#lib/convention/provision';
import type { Facts, ReviewFacts } from '#lib/counting/summaries/facts';
import { lastPriority, type ManyOfANeed } from '#lib/counting/summaries/vocabulary';

/** What is counted. An empty list narrows nothing; several values of one list are alternatives. */
export type Filter = Readonly<{
  cycle: Cycle;
  chapters: readonly Chapter[];
  /** `YYYYMMDD` as a whole number: summaries completed on or before it. Never later than today. */
  cutoff: number;
  /** The same the other way: completed on or after it; 0 for no limit. */
  since?: number;
  regions: readonly Region[];
  /** The ids of States, such as those of a hub; not given, it narrows nothing. */
  states?: readonly string[];
  categories: readonly Category[];
  subcategories: readonly string[];
  /** Article numbers, or `general`. A need counts if one of its articles is among them. */
  articles: readonly string[];
  types: readonly string[];
  tags: readonly string[];
  topics: readonly string[];
  priorities: readonly string[];
  /** What assistance makes of a need: every need has exactly one status. */
  statuses: readonly NeedStatus[];
  /** Rows of a matrix: `5;6`, `general`, or `general-II` where several chapters are counted. */
  rows: readonly string[];
  /** What a need has besides all that: each of these, where the lists above hold alternatives. */
  besides: readonly Besides[];
  /** What the reader may see. */
  sees: (review: ReviewFacts) => boolean;
}>;

export type Besides = Readonly<{ of: ManyOfANeed; code: string }>;

export const noFilter = {
  regions: [],
  categories: [],
  subcategories: [],
  articles: [],
  types: [],
  tags: [],
  topics: [],
  priorities: [],
  statuses: [],
  rows: [],
  besides: [],
} as const;

/** The members of a set as it stands in a column (`a;b`). */
export const members = (set: string): string[] => (set === '' ? [] : set.split(';'));

/** What stands in the column of priorities; 0 where there is none. */
const priorities = Array.from({ length: lastPriority + 1 }, (_, priority) => String(priority));

/** `current awaiting;disputed` as its two parts. */
export function standingRead(
  text: string,
): Readonly<{ status: NeedStatus; claims: readonly string[] }> {
  const [status, claims = ''] = text.split(' ', 2) as [NeedStatus, string?];
  return { status, claims: members(claims) };
}

const bytes = (texts: readonly string[], passes: (text: string) => boolean) =>
  Uint8Array.from(texts, (text) => (passes(text) ? 1 : 0));

/**
 * For each provision whether it passes; and the same for every other column that the filter
 * narrows, so that the pass over the needs only looks up.
 */
export function passing(facts: Facts, filter: Filter) {
  const { chapters, articles, rows } = filter;
  const besides = (of: ManyOfANeed) =>
    filter.besides.filter((each) => each.of === of).map(({ code }) => code);
  const ofSets = (column: Facts['types'], wanted: readonly string[]) => ({
    column: column.values,
    wanted,
    pass: bytes(column.dictionary.texts, (set) =>
      members(set).some((member) => wanted.includes(member)),
    ),
  });
  const oneOf = (column: Int32Array, codes: readonly string[], wanted: readonly string[]) => ({
    column,
    wanted,
    pass: bytes(codes, (code) => wanted.includes(code)),
  });
  return {
    provision: bytes(facts.provision.dictionary.texts, (text) => {
      const [chapter, key = ''] = text.split(' ') as [Chapter, string];
      const has = (wanted: string) =>
        wanted === 'general' ? key === 'general' : articlesOfKey(key).includes(Number(wanted));
      return (
        chapters.includes(chapter) &&
        (articles.length === 0 || articles.some(has)) &&
        besides('article').every(has) &&
        (rows.length === 0 || rows.includes(rowKey(key, chapter, chapters.length > 1)))
      );
    }),
    narrowed: [
      oneOf(facts.category.values, categoryCodes, filter.categories),
      oneOf(facts.subcategory.values, facts.subcategory.dictionary.texts, filter.subcategories),
      ofSets(facts.types, filter.types),
      ofSets(facts.tags, filter.tags),
      ofSets(facts.topics, filter.topics),
      oneOf(facts.priority.values, priorities, filter.priorities),
      oneOf(
        facts.standing.values,
        facts.standing.dictionary.texts.map((text) => standingRead(text).status),
        filter.statuses,
      ),
      ...(['type', 'tag', 'topic'] as const).flatMap((of) =>
        besides(of).map((code) => ofSets(facts[`${of}s`], [code])),
      ),
      ...besides('target').map((code) => ofSets(facts.targetGroups, [code])),
    ].filter(({ wanted }) => wanted.length > 0),
  };
}

/** For each review the region it counts in, or -1; and the States and summaries that it makes. */
export function countedReviews(
  { reviews }: Facts,
  { cycle, cutoff, since = 0, regions, states: among, sees }: Filter,
) {
  const states = new Map<string, number>();
  const summaries = new Int32Array(regionCodes.length);
  const region = new Int32Array(reviews.length).fill(-1);
  const state = new Int32Array(reviews.length);
  const stateRegion: number[] = [];
  reviews.forEach((review, row) => {
    const counts =
      review.cycle === cycle &&
      review.completedOn > 0 &&
      review.completedOn <= cutoff &&
      review.completedOn >= since &&
      (regions.length === 0 || regions.includes(review.region)) &&
      (among === undefined || among.includes(review.stateId)) &&
      sees(review);
    if (!counts) return;
    const at = regionCodes.indexOf(review.region);
    region[row] = at;
    summaries[at]! += 1;
    if (!states.has(review.stateId)) {
      states.set(review.stateId, states.size);
      stateRegion.push(at);
    }
    state[row] = states.get(review.stateId)!;
  });
  return { region, state, stateRegion, summaries };
}

/** For each need 1 if it is counted, else 0. */
export function countedNeeds(facts: Facts, filter: Filter): Uint8Array {
  const { region } = countedReviews(facts, filter);
  const { provision, narrowed } = passing(facts, filter);
  const counted = new Uint8Array(facts.size);
  for (let i = 0; i < facts.size; i += 1)
    counted[i] = region[facts.review.values[i]!]! < 0 ? 0 : provision[facts.provision.values[i]!]!;
  for (const { column, pass } of narrowed)
    for (let i = 0; i < facts.size; i += 1) counted[i]! &= pass[column[i]!]!;
  return counted;
}
