export const statuses = [
  'draft',
  'submitted',
  'returned',
  'recoded',
  'approved',
  'withdrawn',
] as const;
export type Status = (typeof statuses)[number];

/** What can be done to a need that exists. */
export const verbs = [
  'edit',
  'submit',
  'return',
  'recode',
  'approve',
  'reopen',
  'withdraw',
  'object',
  'request-withdrawal',
  'take-back-request',
  'grant-withdrawal',
  'refuse-withdrawal',
  'lift-four-eyes',
] as const;
export type Verb = (typeof verbs)[number];

/**
 * What a focal point has asked of the reviewers: to look at a recoding again, or to let an approved
 * need go.
 */
export const requests = ['objection', 'withdrawal'] as const;
export type Request = (typeof requests)[number];

/** Whom the assistance is meant for (second-cycle checklist). */
export const targetGroups = [
  'officials',
  'institutions',
  'private-sector',
  'media',
  'civil-society',
] as const;
export type TargetGroup = (typeof targetGroups)[number];

/** How a need came into the register, if not through the form. */
export const origins = ['import', 'self-assessment', 'copy'] as const;
export type Origin = (typeof origins)[number];

/** Longest values, in characters. */
export const longest = { text: 2000, quote: 2000, paragraph: 20 } as const;

/**
 * What the register list shows: the needs that wait for a reviewer, the reader's own work, or all
 * that was approved.
 */
export const listViews = ['queue', 'own', 'all'] as const;
export type ListView = (typeof listViews)[number];
export const listSorts = ['changed', 'oldest', 'reference', 'state', 'priority'] as const;
export type ListSort = (typeof listSorts)[number];
export const listColumns = [
  'reference',
  'state',
  'cycle',
  'chapter',
  'provision',
  'category',
  'subcategory',
  'topics',
  'types',
  'tags',
  'targetGroups',
  'priority',
  'text',
  'language',
  'quote',
  'paragraph',
  'page',
  'status',
  'changed',
  'turn',
  'waiting',
  'due',
] as const;
export type ListColumn = (typeof listColumns)[number];
export const usualColumns: readonly ListColumn[] = [
  'reference',
  'state',
  'provision',
  'category',
  'text',
  'status',
  'changed',
];
/**
 * What a reviewer's queue shows: also whose turn it is, for how long it has waited, and by when it
 * is due.
 */
export const queueColumns: readonly ListColumn[] = [
  'reference',
  'state',
  'provision',
  'category',
  'priority',
  'text',
  'status',
  'turn',
  'waiting',
  'due',
];
/** The filters of the list that name one thing each. */
export const listFilters = [
  'status',
  'chapter',
  'article',
  'category',
  'subcategory',
  'tag',
  'state',
  'review',
  'text',
] as const;
export type ListFilter = (typeof listFilters)[number];
/** Longest search, in characters, and the most needs that can be selected at once. */
export const longestSearch = 200;
export const mostSelected = 500;
