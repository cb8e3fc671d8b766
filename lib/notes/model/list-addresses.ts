import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { ValueFilter, BoundValue } from '#lib/notes/model/vocabulary';
import { withMember } from '#lib/notes/model/evaluate';
import { cellQuery, summaryQuery, type SummaryParameters } from '#lib/counting/filter/page-query';
import { needStatuses, type NeedStatus } from '#lib/needs/fulfilment/vocabulary';
import { noFilter } from '#lib/counting/filter/filter';

/** The scope of an edition's counts, as the addresses of lists express it. */
export type EditionScope = Readonly<{
  /** The lists behind the numbers of a note for the public have published summaries only. */
  publishedOnly: boolean;
  cycle: Cycle;
  chapters: readonly Chapter[];
  cutoff: string;
  /** The day after the previous note's cut-off. */
  since: string | null;
  /** Set for a frozen edition, whose numbers link to lists of that revision. */
  revision: number | null;
}>;
export type ListKind = 'needs' | 'states' | 'completed';

/** The statuses that a filter is limited to; none for no limit. */
function statusesOf({ status, related }: ValueFilter): readonly NeedStatus[] {
  if (status) return [status];
  return related ? needStatuses.filter((each) => each !== 'unmet') : [];
}

/** The query parameters of the summaries that give the same count as a value's filter. */
export function summaryParametersOf(
  { publishedOnly, cycle, chapters, cutoff, since, revision }: EditionScope,
  filter: ValueFilter,
  until: string | null = null,
): SummaryParameters {
  const one = (value: string | undefined) => (value === undefined ? [] : [value]);
  return {
    ...noFilter,
    cycle,
    chapters,
    cutoff: until ?? cutoff,
    from: filter.since ? since : null,
    revision,
    publishedOnly,
    vocabulary: null,
    regions: filter.regions ?? [],
    categories: filter.category ? [filter.category] : [],
    subcategories: one(filter.subcategory),
    articles: one(filter.article),
    rows: one(filter.row),
    topics: one(filter.topic),
    types: one(filter.type),
    tags: one(filter.tag),
    statuses: statusesOf(filter),
    besides: filter.target ? [{ of: 'target', code: filter.target }] : [],
  };
}

function listKindOf(of: string): ListKind {
  if (of === 'states') return 'states';
  return of === 'summaries' ? 'completed' : 'needs';
}

/** The address, without language, of the list of what a number counts. */
export function listAddress(scope: EditionScope, list: ListKind, filter: ValueFilter): string {
  const asked = summaryParametersOf(scope, filter);
  if (list !== 'completed') return `/summaries/${list}${cellQuery(asked, {})}`;
  const { cycle, chapters, cutoff, from, revision, regions, publishedOnly } = asked;
  const query = summaryQuery({
    ...noFilter,
    cycle,
    chapters,
    cutoff,
    from,
    revision,
    regions,
    publishedOnly,
    vocabulary: null,
  });
  return `/summaries/completed${query}`;
}

/**
 * The address of the list of needs, States or summaries behind a value, or behind one member of a
 * ranking or list.
 */
export function valueListAddress(
  scope: EditionScope,
  value: BoundValue,
  code?: string,
): string | undefined {
  if (value.kind === 'count' || value.kind === 'share')
    return listAddress(scope, listKindOf(value.of), value.in);
  if ((value.kind === 'ranking' || value.kind === 'list') && code !== undefined)
    return listAddress(scope, 'needs', withMember(value.in, value.over, code));
  return undefined;
}
