/** The status of an activity of assistance. */
export const activityStatuses = ['planned', 'under-way', 'completed', 'cancelled'] as const;
export type ActivityStatus = (typeof activityStatuses)[number];
/** Statuses of activities that everybody sees. */
export const publicStatuses = [
  'under-way',
  'completed',
] as const satisfies readonly ActivityStatus[];

/** How much of a need an activity covers. */
export const degrees = ['partly', 'fully'] as const;
export type Degree = (typeof degrees)[number];

export const matchStates = ['proposed', 'accepted', 'rejected', 'withdrawn'] as const;
export type MatchState = (typeof matchStates)[number];
/** A pair of activity and need has at most one match in these states. */
export const openMatchStates = ['proposed', 'accepted'] as const satisfies readonly MatchState[];

/** The answer of the State's focal point: none yet, received, or not received. */
export const confirmations = ['none', 'confirmed', 'disputed'] as const;
export type Confirmation = (typeof confirmations)[number];

export const proposers = ['register', 'provider', 'manager', 'focal-point', 'adviser'] as const;
export type Proposer = (typeof proposers)[number];

export const matchVerbs = [
  'propose',
  'accept',
  'reject',
  'dispute',
  'answer',
  'confirm',
  'withdraw',
  'reopen',
] as const;
export type MatchVerb = (typeof matchVerbs)[number];

/** The statuses of a need by its assistance, from unmet to met; every need has exactly one. */
export const needStatuses = ['unmet', 'planned', 'current', 'met'] as const;
export type NeedStatus = (typeof needStatuses)[number];

/** What a State says of the assistance claimed for a need; several may hold at once. */
export const claims = ['awaiting', 'disputed', 'answered', 'confirmed'] as const;
export type Claim = (typeof claims)[number];

/** Why the register proposes a match; shown with the proposal. */
export const groundCodes = [
  'article',
  'chapter',
  'category',
  'topic',
  'state',
  'region',
  'text',
] as const;
export type Ground = (typeof groundCodes)[number];
