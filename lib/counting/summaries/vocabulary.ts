/**
 * The filters of a summary: the name of the parameter and that of the list in the filter, in the
 * order in which pages and queries give them.
 */
export const narrowings = {
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
export type Narrowing = keyof typeof narrowings;
export const narrowingNames = Object.keys(narrowings) as readonly Narrowing[];

/** The parameters of which a need may have several values. */
export const manyOfANeed = ['article', 'type', 'tag', 'topic', 'target'] as const;
export type ManyOfANeed = (typeof manyOfANeed)[number];

/** The largest priority of a need. */
export const lastPriority = 999;
