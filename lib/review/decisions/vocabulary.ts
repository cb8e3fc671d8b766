/** The verbs of bulk decisions. */
export const bulkVerbs = ['approve', 'reopen'] as const;
export type BulkVerb = (typeof bulkVerbs)[number];

/** The most needs that one decision takes. */
export const maxNeedsPerDecision = 10_000;
