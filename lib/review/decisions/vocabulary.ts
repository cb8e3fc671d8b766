/** The verbs of bulk decisions. */
export const bulkVerbs = ['approve', 'reopen'] as const;
export type BulkVerb = (typeof bulkVerbs)[number];

/** The longest filter of the list that a decision takes, in characters. */
export const maxFilterLength = 2000;

/** The address of the page that confirms a decision on the needs of a filter, without language. */
export const decisionAddress = (verb: string, filter: string): string =>
  `/decisions/new?${new URLSearchParams([
    ['verb', verb],
    ...new URLSearchParams(filter.slice(0, maxFilterLength)),
  ])}`;

/** The most needs that one decision takes. */
export const maxNeedsPerDecision = 10_000;
