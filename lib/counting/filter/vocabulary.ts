/**
 * The filters of a summary: the name of the parameter and that of the list in the filter, in the
 * order in which pages and queries give them.
 */
export const filterLists = {
  region: 'regions',
  article: 'articles',
  category: 'categories',
  subcategory: 'subcategories',
  topic: 'topics',
  type: 'types',
  tag: 'tags',
  priority: 'priorities',
  status: 'statuses',
} as const;
export type FilterParameter = keyof typeof filterLists;
export const filterParameters = Object.keys(filterLists) as readonly FilterParameter[];

/** The parameters of which a need may have several values. */
export const multiValuedParameters = ['article', 'type', 'tag', 'topic', 'target'] as const;
export type MultiValuedParameter = (typeof multiValuedParameters)[number];

/** For how long a need has been unmet, in whole years: under one, one, two to four, five and more. */
export const unmetSpans = ['under1', 'under2', 'under5', 'over5'] as const;
export type UnmetSpan = (typeof unmetSpans)[number];

/** The largest priority of a need. */
export const largestPriority = 999;
