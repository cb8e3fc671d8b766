import {
  activityKinds,
  themes,
  type ActivityKind,
  type Theme,
} from '#lib/assistance/activities/vocabulary';
import { activityStatuses, type ActivityStatus } from '#lib/needs/fulfilment/vocabulary';
import { categoryCodes, type Category } from '#lib/convention/categories';
import { chapterOfArticle } from '#lib/convention/chapters';
import { conventionState } from '#lib/convention/states';
import { regionCodes, type Region } from '#lib/convention/regions';
import { isStorable } from '#lib/text/normalise';
import { readCode } from '#lib/text/written';

export type QueryParameters = Readonly<Record<string, string | readonly string[] | undefined>>;
export const activityFilterNames = [
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
export type ActivityFilterName = (typeof activityFilterNames)[number];

/** Planned or under way, as one choice of the status. */
export const openStatus = 'open';
export const openStatuses = ['planned', 'under-way'] as const satisfies readonly ActivityStatus[];

export type ActivityListParameters = Readonly<{
  theme?: Theme;
  kind?: ActivityKind;
  status?: ActivityStatus | typeof openStatus;
  state?: string;
  region?: Region;
  article?: string;
  category?: Category;
  provider?: string;
  text?: string;
  at?: Readonly<{ toward: 'after' | 'before'; reference: string }>;
}>;
export type ActivityParameterFault = Readonly<{
  name: ActivityFilterName | 'place';
  value: string;
}>;

/** Values that only this register knows: placeholder States by code, and providers by id. */
export type ActivityFilterOptions = Readonly<{
  placeholders: readonly string[];
  providers: readonly string[];
}>;

const maxSearchLength = 200;
/** Filters whose values are words and not codes. */
const namesOfText: readonly string[] = ['text', 'provider'];

const valuesOf = (query: QueryParameters, name: string): string[] =>
  [query[name] ?? []]
    .flat()
    .map((value) => (namesOfText.includes(name) ? value.trim() : readCode(value)))
    .filter(Boolean);

export type ParsedActivityList = Readonly<{
  parameters: ActivityListParameters;
  faults: readonly ActivityParameterFault[];
}>;

/** Parses the query string of the list. Reports unknown values and ignores them. */
export function parseActivityListParameters(
  query: QueryParameters,
  { placeholders, providers }: ActivityFilterOptions,
): ParsedActivityList {
  const faults: ActivityParameterFault[] = [];
  const parseOne = <T extends string>(
    name: ActivityFilterName,
    isKnown: (value: string) => boolean,
  ): T | undefined => {
    const values = valuesOf(query, name);
    const value = values.length === 1 && isKnown(values[0]!) ? (values[0] as T) : undefined;
    if (values.length > 0 && value === undefined)
      faults.push({ name, value: values.join(', ').slice(0, 100) });
    return value;
  };
  const oneOf = (list: readonly string[]) => (value: string) => list.includes(value);
  const [direction, references] =
    valuesOf(query, 'after').length > 0
      ? (['after', valuesOf(query, 'after')] as const)
      : (['before', valuesOf(query, 'before')] as const);
  const isReference = references.length === 1 && /^TA-\d{4,9}$/.test(references[0]!);
  const asked: ActivityListParameters = {
    theme: parseOne('theme', oneOf(themes)),
    kind: parseOne('kind', oneOf(activityKinds)),
    status: parseOne('status', oneOf([...activityStatuses, openStatus])),
    state: parseOne(
      'state',
      (code) => conventionState(code) !== undefined || placeholders.includes(code),
    ),
    region: parseOne('region', oneOf(regionCodes)),
    article: parseOne(
      'article',
      (value) => /^\d{1,2}$/.test(value) && chapterOfArticle(Number(value)) !== undefined,
    ),
    category: parseOne('category', oneOf(categoryCodes)),
    provider: parseOne('provider', oneOf(providers)),
    text: parseOne('text', (value) => value.length <= maxSearchLength && isStorable(value)),
    at: isReference ? { toward: direction, reference: references[0]! } : undefined,
  };
  if (references.length > 0 && !isReference)
    faults.push({ name: 'place', value: references.join(', ').slice(0, 100) });
  return { parameters: asked, faults };
}

/**
 * Builds the query string of a list with some parameters changed. The position is dropped unless
 * `changes` sets it.
 */
export function activityListQueryString(
  parameters: ActivityListParameters,
  changes: Partial<Record<ActivityFilterName | 'after' | 'before', string | undefined>> = {},
): string {
  const { at: _position, ...filters } = parameters;
  const query = new URLSearchParams(
    Object.entries({ ...filters, ...changes }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  );
  return query.size > 0 ? `?${query}` : '';
}
