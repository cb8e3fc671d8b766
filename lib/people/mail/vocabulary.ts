/** Messages about a need: the verb that changed it, a comment, or a claim to have met it. */
export const needMailKinds = [
  'submit',
  'return',
  'recode',
  'approve',
  'reopen',
  'object',
  'request-withdrawal',
  'grant-withdrawal',
  'refuse-withdrawal',
  'comment',
  'claimed',
] as const;
export type NeedMailKind = (typeof needMailKinds)[number];

/** Messages about a review or a chapter of it: whether anything can be entered there. */
export const reviewMailKinds = [
  'review-closed',
  'review-reopened',
  'chapter-declared',
  'chapter-taken-back',
] as const;
export type ReviewMailKind = (typeof reviewMailKinds)[number];

/**
 * All kinds of messages: about a need, about a review, about a due date of a review, about a
 * handover, about a bulk decision.
 */
const mailKinds = [
  ...needMailKinds,
  ...reviewMailKinds,
  'due-soon',
  'overdue',
  'handed-over',
  'decided',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** The tasks with a due date in a review: entering its needs, and deciding on them. */
export const dueTasks = ['entry', 'decision'] as const;
export type DueTask = (typeof dueTasks)[number];

/** The hour, in UTC, at which the daily digest of each person is sent. */
export const digestHour = 6;

/** After how many failed attempts a mail is given up; by then some thirty hours have passed. */
export const maxAttempts = 12;
