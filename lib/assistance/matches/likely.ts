import type { Kind } from '#lib/assistance/activities/vocabulary';
import type { Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import { meeting } from '#lib/assistance/matches/meeting';
import type { Ground } from '#lib/needs/met/vocabulary';

/** What is compared of a need and of an activity. */
export type NeedCompared = Readonly<{
  chapter: Chapter;
  articles: readonly number[];
  category: Category | null;
  topics: readonly string[];
  state: string;
  region: Region;
  language: Locale | null;
}>;
export type ActivityCompared = Readonly<{
  articles: readonly number[];
  categories: readonly Category[];
  topics: readonly string[];
  kind: Kind;
  language: Locale;
  /** The States that receive it, and the regions that it is for; neither: all. */
  states: readonly string[];
  regions: readonly Region[];
}>;
export type Likely = Readonly<{ score: number; grounds: readonly Ground[] }>;

/** The category that a kind of activity usually answers, where the activity names none. */
const usual: Readonly<Partial<Record<Kind, Category>>> = {
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
 * Whether the activity reaches the State: by name, by its region, or by naming neither. Null: it is
 * for others.
 */
function reach(
  { states, regions }: ActivityCompared,
  { state, region }: NeedCompared,
): Ground | 'everywhere' | null {
  if (states.includes(state)) return 'state';
  if (regions.includes(region)) return 'region';
  return states.length === 0 && regions.length === 0 ? 'everywhere' : null;
}

/**
 * How likely an activity answers a need, with the grounds; null where it is for other States, or
 * names articles of which the
 * need has none. `alike`: how alike the two texts read, from 0 to 1, where they are in one
 * language.
 */
export function likely(
  need: NeedCompared,
  activity: ActivityCompared,
  alike: number,
): Likely | null {
  const where = reach(activity, need);
  const met = meeting(activity.articles, need);
  if (where === null || met === 'apart') return null;
  const categories = activity.categories.length > 0 ? activity.categories : [usual[activity.kind]];
  const grounds: Ground[] = [
    ...(met === 'open' ? [] : [met]),
    ...(need.category !== null && categories.includes(need.category) ? ['category' as const] : []),
    ...(need.topics.some((topic) => activity.topics.includes(topic)) ? ['topic' as const] : []),
    ...(where === 'everywhere' ? [] : [where]),
  ];
  const read = need.language === activity.language ? alike : 0;
  const score = grounds.reduce((sum, ground) => sum + weights[ground], 0) + weights.text * read;
  return { score, grounds: read >= alikeFrom ? [...grounds, 'text'] : grounds };
}

/** From which likeness of texts on it is said to be a ground. */
export const alikeFrom = 0.2;
/**
 * From which score on the register proposes. Chosen on the first half of the hundred pairs of the
 * bench; the second half measures it.
 */
export const proposedFrom = 5.5;
/**
 * Measured on the other half: of so many pairs so many are proposed, so many of them rightly, of so
 * many that a person would propose. A test holds these true.
 */
export const measured = { pairs: 50, proposed: 21, right: 19, wanted: 19 } as const;
