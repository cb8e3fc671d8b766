import { chaptersOfCycle, type Chapter } from '#lib/convention/chapters';
import type { Category } from '#lib/convention/categories';
import type { Region } from '#lib/convention/regions';
import type { Claim, NeedStatus } from '#lib/needs/fulfilment/vocabulary';
import type { ParameterName, QueryParameters } from '#lib/counting/filter/parameters';
import { pageParameterNames } from '#lib/counting/filter/parameters';
import {
  multiValuedParameters,
  filterParameters,
  filterLists,
  type MultiValuedParameter,
  type UnmetSpan,
} from '#lib/counting/filter/vocabulary';

/** The parameters of a summary page; `revision` is null for the current register. */
export type SummaryParameters = QueryParameters &
  Readonly<{
    revision: number | null;
    /** The date of the vocabulary to which codes are mapped; null: as coded. */ vocabulary?:
      | string
      | null;
  }>;
type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Prepares the query of a page for parsing: trimmed, without empty values and unknown names. */
export function pageSearchParams(
  query: SearchParams,
  names: readonly ParameterName[] = pageParameterNames,
): URLSearchParams {
  const values = names.flatMap((name) => {
    const sent = [query[name] ?? []].flat().map((value) => value.trim());
    // The form sends each regional group that is ticked by itself.
    const several = name === 'region' ? [sent.filter(Boolean).join(',')] : sent;
    return several.map((value) => [name, value] as const);
  });
  return new URLSearchParams(
    values.filter(([, value]) => value !== '').map(([name, value]) => [name, value]),
  );
}

/**
 * The chapters in the keys of titles and captions: `II`, or `II_V` for both chapters of a cycle.
 */
export const chaptersName = (chapters: readonly Chapter[]): string => chapters.join('_');

type ChangedParameters = Readonly<Partial<Record<ParameterName, string | undefined>>>;
const encodeValue = (text: string) =>
  encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':');

/**
 * Returns the query string of a page with some parameters changed. The chapter implies the cycle.
 */
export function summaryQuery(
  parameters: SummaryParameters,
  changes: ChangedParameters = {},
): string {
  const current: ChangedParameters = {
    chapter: parameters.chapters.join(',') || chaptersOfCycle(parameters.cycle)[0],
    cutoff: parameters.cutoff ?? undefined,
    ...Object.fromEntries(
      filterParameters.map((name) => [name, parameters[filterLists[name]].join(',')]),
    ),
    revision: parameters.revision === null ? undefined : String(parameters.revision),
    vocabulary: parameters.vocabulary ?? undefined,
    row: parameters.rows.join(','),
    since: parameters.from ?? undefined,
    summaries: parameters.publishedOnly ? 'published' : undefined,
    claim: parameters.claims?.join(','),
    unmet: parameters.spans?.join(','),
    with: parameters.besides.map(({ of, code }) => `${of}:${code}`).join(','),
  };
  const entries = Object.entries({ ...current, ...changes }).filter(([, value]) => value);
  return `?${entries.map(([name, value]) => `${name}=${encodeValue(value!)}`).join('&')}`;
}

/** What the cell of a number adds to the filter of its page. */
export type CellFilter = Readonly<
  {
    region?: Region;
    category?: Category;
    subcategory?: string;
    row?: string;
    status?: NeedStatus;
    /** Priorities that are alternatives. */
    priorities?: readonly string[];
    claim?: Claim;
    unmet?: UnmetSpan;
    since?: string;
    until?: string;
  } & Partial<Record<MultiValuedParameter, string>>
>;

/** The values of a cell that the filter of its page lets through; all of them where it has none. */
const withinList = (filter: readonly string[], cell: readonly string[]): readonly string[] =>
  filter.length === 0 ? cell : cell.filter((value) => filter.includes(value));

/**
 * Returns the query string of exactly the needs that a number counts: the filter of the page and
 * that of the cell.
 */
export function cellQuery(
  parameters: SummaryParameters,
  {
    region,
    category,
    subcategory,
    row,
    status,
    priorities,
    claim,
    unmet,
    since,
    until,
    ...codes
  }: CellFilter,
): string {
  const required = parameters.besides.map(({ of, code }) => `${of}:${code}`);
  const changes: Partial<Record<ParameterName, string>> = {
    ...(region && { region }),
    ...(category && { category }),
    ...(subcategory && { subcategory }),
    ...(row && { row }),
    ...(status && { status }),
    ...(priorities && { priority: withinList(parameters.priorities, priorities).join(',') }),
    ...(claim && { claim }),
    ...(unmet && { unmet }),
    ...(since && { since }),
    ...(until && { cutoff: until }),
  };
  for (const name of multiValuedParameters) {
    const code = codes[name];
    if (code === undefined) continue;
    // A need may have several codes: where the filter already lists alternatives, the code of the
    // cell is required in addition.
    const listed = name === 'target' ? null : parameters[filterLists[name]];
    if (
      name !== 'target' &&
      listed &&
      (listed.length === 0 || (listed.length === 1 && listed[0] === code))
    )
      changes[name] = code;
    else required.push(`${name}:${code}`);
  }
  return summaryQuery(parameters, { ...changes, with: [...new Set(required)].join(',') });
}
