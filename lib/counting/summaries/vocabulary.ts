/**
 * What narrows a summary, by its name in an address and in a filter, in the order in which both say
 * it.
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

/** What a cell of a figure adds to the filter of its page; a need may have several of these. */
export const manyOfANeed = ['article', 'type', 'tag', 'topic', 'target'] as const;
export type ManyOfANeed = (typeof manyOfANeed)[number];

/** The largest priority that a need can have. */
export const lastPriority = 999;
