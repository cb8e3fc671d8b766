import { kinds, themes, type Kind, type Theme } from '#lib/assistance/activities/vocabulary';
import { activityStatuses, type ActivityStatus } from '#lib/needs/met/vocabulary';
import { categoryCodes, type Category } from '#lib/convention/categories';
import { chapterOfArticle } from '#lib/convention/chapters';
import { conventionState } from '#lib/convention/states';
import { regionCodes, type Region } from '#lib/convention/regions';
import { readable } from '#lib/text/tidy';

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;
export const activityFilters = [
  'theme',
  'kind',
  'status',
  'state',
  'region',
  'article',
  'category',
  'provider',
  'text',
] as const;
export type ActivityFilter = (typeof activityFilters)[number];

export type ActivitiesAsked = Readonly<{
  theme?: Theme;
  kind?: Kind;
  status?: ActivityStatus;
  state?: string;
  region?: Region;
  article?: string;
  category?: Category;
  provider?: string;
  text?: string;
  at?: Readonly<{ toward: 'after' | 'before'; reference: string }>;
}>;
export type ActivitiesFault = Readonly<{ name: ActivityFilter | 'place'; value: string }>;

/**
 * What can be asked for: the States of this register that the Convention does not know, and the
 * providers by their ids.
 */
export type KnownToList = Readonly<{
  placeholders: readonly string[];
  providers: readonly string[];
}>;

const longestSearch = 200;
const valuesOf = (query: Query, name: string): string[] =>
  [query[name] ?? []]
    .flat()
    .map((value) => value.trim())
    .filter(Boolean);

/** Reads an address; what is not known is named and left out. */
export function activitiesAsked(
  query: Query,
  { placeholders, providers }: KnownToList,
): { asked: ActivitiesAsked; faults: ActivitiesFault[] } {
  const faults: ActivitiesFault[] = [];
  const one = <T extends string>(
    name: ActivityFilter,
    known: (value: string) => boolean,
  ): T | undefined => {
    const values = valuesOf(query, name);
    const found = values.length === 1 && known(values[0]!) ? (values[0] as T) : undefined;
    if (values.length > 0 && found === undefined)
      faults.push({ name, value: values.join(', ').slice(0, 100) });
    return found;
  };
  const among = (list: readonly string[]) => (value: string) => list.includes(value);
  const [toward, places] =
    valuesOf(query, 'after').length > 0
      ? (['after', valuesOf(query, 'after')] as const)
      : (['before', valuesOf(query, 'before')] as const);
  const isPlace = places.length === 1 && /^TA-\d{4,9}$/.test(places[0]!);
  const asked: ActivitiesAsked = {
    theme: one('theme', among(themes)),
    kind: one('kind', among(kinds)),
    status: one('status', among(activityStatuses)),
    state: one(
      'state',
      (code) => conventionState(code) !== undefined || placeholders.includes(code),
    ),
    region: one('region', among(regionCodes)),
    article: one(
      'article',
      (value) => /^\d{1,2}$/.test(value) && chapterOfArticle(Number(value)) !== undefined,
    ),
    category: one('category', among(categoryCodes)),
    provider: one('provider', among(providers)),
    text: one('text', (value) => value.length <= longestSearch && readable(value)),
    at: isPlace ? { toward, reference: places[0]! } : undefined,
  };
  if (places.length > 0 && !isPlace)
    faults.push({ name: 'place', value: places.join(', ').slice(0, 100) });
  return { asked, faults };
}

/** The same question as an address, with some of it changed; the place goes, unless it is named. */
export function activitiesAddress(
  asked: ActivitiesAsked,
  changed: Partial<Record<ActivityFilter | 'after' | 'before', string | undefined>> = {},
): string {
  const { at: _place, ...filters } = asked;
  const query = new URLSearchParams(
    Object.entries({ ...filters, ...changed }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  );
  return query.size > 0 ? `?${query}` : '';
}
