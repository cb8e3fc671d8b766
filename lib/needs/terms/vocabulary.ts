/**
 * What an administrator can change of the vocabulary. Types of capacity-building, categories and
 * articles are the note's and the Convention's own.
 */
export const termKinds = ['subcategory', 'topic', 'tag'] as const;
export type TermKind = (typeof termKinds)[number];
export const termVerbs = ['add', 'rename', 'merge', 'split'] as const;
export type TermVerb = (typeof termVerbs)[number];

export const longestName = 120;
/**
 * More needs than this are not listed one by one when a term is split: the rest then goes to one
 * term.
 */
export const mostListed = 200;
