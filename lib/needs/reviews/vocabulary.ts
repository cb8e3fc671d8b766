/** What can be done to a review. */
export const reviewVerbs = [
  'create',
  'set-completion',
  'set-deadlines',
  'publish',
  'appoint',
  'release',
  'close',
  'reopen',
] as const;
export type ReviewVerb = (typeof reviewVerbs)[number];

export const longestSymbol = 60;

/** What can be doubtful about a review before it is closed; all but the first can be waived. */
export const doubtKinds = [
  'undated',
  'unanswered',
  'undecided',
  'request',
  'comment',
  'no-quote',
  'coding',
  'second-coding',
] as const;
export type DoubtKind = (typeof doubtKinds)[number];
export const isWaivable = (doubt: DoubtKind): boolean => doubt !== 'undated';

/**
 * The longest time for which a doubt can be waived, in days, and the most that can be waived at
 * once.
 */
export const longestWaiver = 730;
export const mostWaived = 500;
