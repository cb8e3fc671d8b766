/** What can be done to a review. */
export const reviewVerbs = ['create', 'set-completion', 'set-deadlines', 'publish', 'appoint', 'release'] as const;
export type ReviewVerb = (typeof reviewVerbs)[number];

export const longestSymbol = 60;
