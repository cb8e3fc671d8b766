/** How far an activity of assistance has come. */
export const activityStatuses = ['planned', 'under-way', 'completed', 'cancelled'] as const;
export type ActivityStatus = (typeof activityStatuses)[number];

/** How far an activity answers a need. */
export const degrees = ['partly', 'fully'] as const;
export type Degree = (typeof degrees)[number];

export const matchStates = ['proposed', 'accepted', 'rejected', 'withdrawn'] as const;
export type MatchState = (typeof matchStates)[number];
/** Of these a pair of activity and need has one at most. */
export const openMatchStates = ['proposed', 'accepted'] as const satisfies readonly MatchState[];

/**
 * What the focal point of the State says of it: nothing yet, that it was received, or that it was
 * not.
 */
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

/** What stands between a need and being met, in this order; every need has exactly one. */
export const needStatuses = ['unmet', 'planned', 'current', 'met'] as const;
export type NeedStatus = (typeof needStatuses)[number];

/**
 * What the States concerned say of the assistance that is claimed for a need; a need may have
 * several.
 */
export const claims = ['awaiting', 'disputed', 'answered', 'confirmed'] as const;
export type Claim = (typeof claims)[number];

/** Why the register proposes a match; shown with it. */
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
