/** The verbs for a review. */
const reviewVerbs = [
  'create',
  'set-completion',
  'set-deadlines',
  'publish',
  'unpublish',
  'appoint',
  'release',
  'close',
  'reopen',
] as const;
export type ReviewVerb = (typeof reviewVerbs)[number];

export const longestSymbol = 60;

/** The doubts that can be raised before a review is closed. All but the first can be waived. */
const doubtKinds = [
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
 * The longest time for which a doubt can be waived, in days, and the most doubts that can be waived
 * at once.
 */
export const longestWaiver = 730;
export const mostWaived = 500;
