/** What a message tells of a need: the verb that moved it, or a comment that was sent. */
export const needNews = [
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
] as const;
export type NeedNews = (typeof needNews)[number];

/**
 * What a message tells of: a need that was moved, a date of a review that is near or past, a focal
 * point's handing over.
 */
export const mailKinds = [...needNews, 'due-soon', 'overdue', 'handed-over', 'decided'] as const;
export type MailKind = (typeof mailKinds)[number];

/** What falls due in a review: entering its needs, or deciding on them. */
export const dueTasks = ['entry', 'decision'] as const;
export type DueTask = (typeof dueTasks)[number];

/** The hour of the day, in UTC, at which each person's messages go out as one mail. */
export const digestHour = 6;

/**
 * How often a mail that could not be sent is tried before it is given up; by then some thirty hours
 * have gone by.
 */
export const mostAttempts = 12;
