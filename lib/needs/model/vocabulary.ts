export const statuses = [
  'draft',
  'submitted',
  'returned',
  'recoded',
  'approved',
  'withdrawn',
] as const;
export type Status = (typeof statuses)[number];

/** The verbs for a need that exists. */
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
 * The requests of a focal point to the reviewers: to look at a recoding again, or to withdraw an
 * approved need.
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

/** How a need entered the register, if not by the form. */
const origins = ['import', 'self-assessment', 'copy'] as const;
export type Origin = (typeof origins)[number];

/** Maximum lengths, in characters. */
export const maximumLength = { text: 2000, quote: 2000, paragraph: 20 } as const;

/**
 * The views of the register list: the needs that wait for a reviewer, the needs that the reader
 * works on, or all approved ones.
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
export const defaultColumns: readonly ListColumn[] = [
  'reference',
  'state',
  'provision',
  'category',
  'text',
  'status',
  'changed',
];
/**
 * The default columns of a reviewer's queue: also who must act, for how long the need has waited,
 * and when the action is due.
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
/** The filters of the list that take one value each. */
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
/** Maximum length of a search, in characters, and the most needs that can be selected at once. */
export const longestSearch = 200;
export const mostSelected = 500;
