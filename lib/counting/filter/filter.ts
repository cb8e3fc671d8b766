import { categoryCodes, type Category } from '#lib/convention/categories';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import { regionCodes, type Region } from '#lib/convention/regions';
import type { Claim, NeedStatus } from '#lib/needs/fulfilment/vocabulary';
import { articlesOfKey, rowKey } from '#lib/convention/provision';
import type { Facts, ReviewFacts } from '#lib/counting/facts/facts';
import {
  largestPriority,
  unmetSpans,
  type MultiValuedParameter,
  type UnmetSpan,
} from '#lib/counting/filter/vocabulary';

/**
 * What is counted. An empty list means no restriction; several values of one list are alternatives.
 */
export type Filter = Readonly<{
  cycle: Cycle;
  chapters: readonly Chapter[];
  /**
   * Summaries completed on or before this date count (`YYYYMMDD` as a whole number). Never later
   * than today.
   */
  cutoff: number;
  /** Summaries completed on or after this date count; 0 for no limit. */
  since?: number;
  regions: readonly Region[];
  /** The ids of States, such as those of a hub; missing: all States. */
  states?: readonly string[];
  categories: readonly Category[];
  subcategories: readonly string[];
  /** Article numbers, or `general`. A need counts if one of its articles is among them. */
  articles: readonly string[];
  types: readonly string[];
  tags: readonly string[];
  topics: readonly string[];
  priorities: readonly string[];
  /** Statuses by assistance; every need has exactly one. */
  statuses: readonly NeedStatus[];
  /** What the State says of the assistance; a need may have several. Missing: no restriction. */
  claims?: readonly Claim[];
  /** For how long a need has been unmet at the cut-off; of needs that are unmet. */
  spans?: readonly UnmetSpan[];
  /** Matrix rows: `5;6`, `general`, or, for several chapters, `general-II`. */
  rows: readonly string[];
  /** Codes that a need must all have, where the lists above are alternatives. */
  besides: readonly RequiredCode[];
  /** Whether the reader's numbers include a review. */
  sees: (review: ReviewFacts) => boolean;
}>;

export type RequiredCode = Readonly<{ of: MultiValuedParameter; code: string }>;

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

/** Splits a set as a column stores it (`a;b`). */
export const splitSet = (set: string): string[] => (set === '' ? [] : set.split(';'));

/** The values of the priority column; 0 where there is none. */
const priorities = Array.from({ length: largestPriority + 1 }, (_, priority) => String(priority));

/** Parses `current awaiting;disputed`. */
export function parseAssistance(
  text: string,
): Readonly<{ status: NeedStatus; claims: readonly string[] }> {
  const [status, claims = ''] = text.split(' ', 2) as [NeedStatus, string?];
  return { status, claims: splitSet(claims) };
}

/**
 * Whole years between two dates as whole numbers (20230228); a year is complete on its anniversary.
 */
const years = (from: number, to: number) => Math.max(0, Math.floor((to - from) / 10_000));

/** For how long the unmet need in a row has been unmet, on a day as a whole number. */
export function unmetSpan(facts: Facts, row: number, day: number): UnmetSpan {
  const { completedOn } = facts.reviews[facts.review.values[row]!]!;
  const age = years(Math.max(completedOn, facts.unmetSince.values[row]!), day);
  if (age < 1) return 'under1';
  if (age < 2) return 'under2';
  return age < 5 ? 'under5' : 'over5';
}

const flags = (texts: readonly string[], passes: (text: string) => boolean) =>
  Uint8Array.from(texts, (text) => (passes(text) ? 1 : 0));

/** The span of each need as a column, and which of them pass: made only where they are asked for. */
function spanColumn(facts: Facts, { spans = [], cutoff }: Filter) {
  const column = new Int32Array(spans.length > 0 ? facts.size : 0);
  column.forEach((_, row) => {
    column[row] = unmetSpans.indexOf(unmetSpan(facts, row, cutoff));
  });
  return {
    column,
    wanted: spans,
    pass: flags(unmetSpans, (span) => spans.includes(span as UnmetSpan)),
  };
}

/** The claims that needs must have one of. */
function claimColumn(facts: Facts, { claims = [] }: Filter) {
  const { values, dictionary } = facts.assistance;
  const hasOne = (text: string) =>
    parseAssistance(text).claims.some((claim) => claims.includes(claim as Claim));
  return { column: values, wanted: claims, pass: flags(dictionary.texts, hasOne) };
}

/**
 * Compiles the filter to lookup tables: one for the provisions, one for every other column that it
 * restricts. The pass over the needs then only looks values up.
 */
export function compileFilter(facts: Facts, filter: Filter) {
  const { chapters, articles, rows } = filter;
  const besides = (of: MultiValuedParameter) =>
    filter.besides.filter((each) => each.of === of).map(({ code }) => code);
  const anyOfSet = (column: Facts['types'], wanted: readonly string[]) => ({
    column: column.values,
    wanted,
    pass: flags(column.dictionary.texts, (set) =>
      splitSet(set).some((member) => wanted.includes(member)),
    ),
  });
  const oneOf = (column: Int32Array, codes: readonly string[], wanted: readonly string[]) => ({
    column,
    wanted,
    pass: flags(codes, (code) => wanted.includes(code)),
  });
  return {
    provision: flags(facts.provision.dictionary.texts, (text) => {
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
      anyOfSet(facts.types, filter.types),
      anyOfSet(facts.tags, filter.tags),
      anyOfSet(facts.topics, filter.topics),
      oneOf(facts.priority.values, priorities, filter.priorities),
      oneOf(
        facts.assistance.values,
        facts.assistance.dictionary.texts.map((text) => parseAssistance(text).status),
        filter.statuses,
      ),
      claimColumn(facts, filter),
      spanColumn(facts, filter),
      ...(['type', 'tag', 'topic'] as const).flatMap((of) =>
        besides(of).map((code) => anyOfSet(facts[`${of}s`], [code])),
      ),
      ...besides('target').map((code) => anyOfSet(facts.targetGroups, [code])),
    ].filter(({ wanted }) => wanted.length > 0),
  };
}

/**
 * Returns for each review the region in which it counts, or -1, and the resulting States and
 * summaries.
 */
export function countedReviews(
  { reviews }: Facts,
  { cycle, cutoff, since = 0, regions, states: stateIds, sees }: Filter,
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
      (stateIds === undefined || stateIds.includes(review.stateId)) &&
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

/** Returns 1 for each counted need, else 0. */
export function countedNeeds(facts: Facts, filter: Filter): Uint8Array {
  const { region } = countedReviews(facts, filter);
  const { provision, narrowed } = compileFilter(facts, filter);
  const counted = new Uint8Array(facts.size);
  for (let i = 0; i < facts.size; i += 1)
    counted[i] = region[facts.review.values[i]!]! < 0 ? 0 : provision[facts.provision.values[i]!]!;
  for (const { column, pass } of narrowed)
    for (let i = 0; i < facts.size; i += 1) counted[i]! &= pass[column[i]!]!;
  return counted;
}
