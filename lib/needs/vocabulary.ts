export const statuses = ['draft', 'submitted', 'returned', 'recoded', 'approved', 'withdrawn'] as const;
export type Status = (typeof statuses)[number];

/** What can be done to a need that exists. */
export const verbs = ['edit', 'submit', 'return', 'recode', 'approve', 'reopen', 'withdraw'] as const;
export type Verb = (typeof verbs)[number];

/** Whom the assistance is meant for (second-cycle checklist). */
export const targetGroups = ['officials', 'institutions', 'private-sector', 'media', 'civil-society'] as const;
export type TargetGroup = (typeof targetGroups)[number];

/** How a need came into the register, if not through the form. */
export const origins = ['import', 'self-assessment', 'copy'] as const;
export type Origin = (typeof origins)[number];

/** Longest values, in characters. */
export const longest = { text: 2000, quote: 2000, paragraph: 20, reason: 2000 } as const;
