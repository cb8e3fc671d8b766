/**
 * The kinds of terms that an administrator can change. Types of capacity-building, categories and
 * articles are those of the note and the Convention.
 */
export const termKinds = ['subcategory', 'topic', 'tag'] as const;
export type TermKind = (typeof termKinds)[number];
export const termVerbs = ['add', 'rename', 'merge', 'split'] as const;
export type TermVerb = (typeof termVerbs)[number];

export const longestName = 120;
/** The split form lists at most this many needs; further ones go to the term of the rest. */
export const mostListed = 200;
