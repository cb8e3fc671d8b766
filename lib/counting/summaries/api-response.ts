import type { Count } from '#lib/counting/count/count-types';
import type { QueryParameters } from '#lib/counting/filter/parameters';

/** The response of `GET /api/v1/summary`: the count in the order and with the names of the API. */
export const summaryResponse = (
  { cutoff, cycle, chapters }: Pick<QueryParameters, 'cutoff' | 'cycle' | 'chapters'>,
  {
    revision,
    totals,
    regions,
    categories,
    articles,
    matrices,
    types,
    tags,
    topics,
    statuses,
    claims,
  }: Count,
) => ({
  cutoff,
  cycle,
  chapter: chapters.join(','),
  revision,
  totals: {
    summaries: totals.summaries,
    statesWithNeeds: totals.statesWithNeeds,
    needs: totals.needs,
  },
  regions,
  categories,
  articles: articles.map(({ article, needs, states, byCategory, byRegion }) => ({
    article,
    needs,
    states,
    byCategory,
    byRegion,
  })),
  matrices: matrices.filter(({ region }) => region !== null),
  types: types.filter(({ region }) => region !== null),
  tags,
  topics,
  statuses,
  claims,
});
