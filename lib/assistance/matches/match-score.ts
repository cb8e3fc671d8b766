import type { ActivityKind } from '#lib/assistance/activities/vocabulary';
import type { Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import { articleOverlap } from '#lib/assistance/matches/article-overlap';
import type { Ground } from '#lib/needs/fulfilment/vocabulary';

/** The features of a need and of an activity that are compared. */
export type NeedToCompare = Readonly<{
  chapter: Chapter;
  articles: readonly number[];
  category: Category | null;
  topics: readonly string[];
  state: string;
  region: Region;
  language: Locale | null;
}>;
export type ActivityToCompare = Readonly<{
  articles: readonly number[];
  categories: readonly Category[];
  topics: readonly string[];
  kind: ActivityKind;
  language: Locale;
  /** Recipient States and regions; if both are empty, all States. */
  states: readonly string[];
  regions: readonly Region[];
}>;
export type MatchScore = Readonly<{ score: number; grounds: readonly Ground[] }>;

/** The category that a kind of activity usually answers, for activities that name none. */
const usualCategory: Readonly<Partial<Record<ActivityKind, Category>>> = {
  'legislative-advice': 'legislative-assistance',
  'institutional-advice': 'institution-building',
  policy: 'policymaking',
  training: 'capacity-building',
  education: 'capacity-building',
  tool: 'capacity-building',
  platform: 'international-cooperation',
  network: 'international-cooperation',
  hub: 'international-cooperation',
};

const weights: Readonly<Record<Ground, number>> = {
  article: 3,
  chapter: 1.5,
  category: 2,
  topic: 3,
  state: 2,
  region: 1,
  text: 4,
};

/**
 * How the activity reaches the State: by name, by region, or by naming neither. Null: it is for
 * others.
 */
function reachOf(
  { states, regions }: ActivityToCompare,
  { state, region }: NeedToCompare,
): Ground | 'everywhere' | null {
  if (states.includes(state)) return 'state';
  if (regions.includes(region)) return 'region';
  return states.length === 0 && regions.length === 0 ? 'everywhere' : null;
}

/**
 * Scores how likely an activity answers a need, with the grounds. Null if the activity is for other
 * States or names only other articles. `similarity` of the two texts, from 0 to 1, counts only in
 * one language.
 */
export function scoreMatch(
  need: NeedToCompare,
  activity: ActivityToCompare,
  similarity: number,
): MatchScore | null {
  const reached = reachOf(activity, need);
  const overlap = articleOverlap(activity.articles, need);
  if (reached === null || overlap === 'apart') return null;
  const categories =
    activity.categories.length > 0 ? activity.categories : [usualCategory[activity.kind]];
  const grounds: Ground[] = [
    ...(overlap === 'open' ? [] : [overlap]),
    ...(need.category !== null && categories.includes(need.category) ? ['category' as const] : []),
    ...(need.topics.some((topic) => activity.topics.includes(topic)) ? ['topic' as const] : []),
    ...(reached === 'everywhere' ? [] : [reached]),
  ];
  const textSimilarity = need.language === activity.language ? similarity : 0;
  const score =
    grounds.reduce((sum, ground) => sum + weights[ground], 0) + weights.text * textSimilarity;
  return { score, grounds: textSimilarity >= textGroundThreshold ? [...grounds, 'text'] : grounds };
}

/** From this similarity on, the text is named as a ground. */
const textGroundThreshold = 0.2;
/**
 * From this score on, the register proposes a match. Chosen on the first half of the hundred pairs
 * of the benchmark and measured on the second.
 */
export const proposalThreshold = 5.5;
/**
 * Measured on the second half: how many pairs are proposed, how many of these rightly, and how many
 * a person would propose. A test checks these numbers.
 */
export const proposalQuality = { pairs: 50, proposed: 21, right: 19, wanted: 19 } as const;
