import { everyone, type ByActor } from '#tests/support/permissions/outcomes';
import type { Place } from '#tests/support/permissions/register';

/**
 * The numbers that each sees, by hand. A, B and C have a need in each of the seven situations, of which `approved`
 * and `reopened` count; C alone is published, D is not completed.
 */
type Each = ByActor<number>;

/** How many needs a list has; by itself it shows the own work, and a reviewer what waits. */
export const listTotals: Readonly<Record<string, Each>> = {
  '/en/needs': {
    ...everyone<number>(2),
    'focal point of A': 7,
    'focal point of B': 7,
    'reviewer of D': 0,
    manager: 6,
    administrator: 21,
    'contributor of A': 7,
  },
  '/en/needs?show=all': {
    ...everyone<number>(2),
    'focal point of A': 4,
    'focal point of B': 4,
    'reviewer of A': 4,
    'recoder of A': 4,
    manager: 6,
    administrator: 6,
    'contributor of A': 4,
  },
  '/en/needs?show=all&status=approved': {
    ...everyone<number>(2),
    'focal point of A': 4,
    'focal point of B': 4,
    'reviewer of A': 4,
    'recoder of A': 4,
    manager: 6,
    administrator: 6,
    'contributor of A': 4,
  },
  '/en/needs?show=all&status=draft': everyone(0),
  '/en/needs?show=all&status=returned': everyone(0),
  // A review that one does not work on is no filter that one knows: it is named, and left out.
  '/en/needs?show=all&review={A}': { ...everyone<number>(2), 'focal point of B': 4 },
  '/en/needs?show=all&review={B}': {
    ...everyone<number>(2),
    'focal point of A': 4,
    'reviewer of A': 4,
    'recoder of A': 4,
    'contributor of A': 4,
  },
  '/en/needs?show=all&review={C}': {
    ...everyone<number>(2),
    'focal point of A': 4,
    'focal point of B': 4,
    'reviewer of A': 4,
    'recoder of A': 4,
    'contributor of A': 4,
  },
};

/** How many reviews the list of reviews leads to. */
export const reviewsListed: Each = {
  ...everyone<number>(1),
  anonymous: 0,
  deactivated: 0,
  manager: 4,
  administrator: 4,
  provider: 0,
  adviser: 0,
};

/** How many needs and completed summaries a summary takes in; A is of AFR, B of EEG, C of APG. */
export const summaryNumbers: Readonly<Record<string, Readonly<{ needs: Each; summaries: Each }>>> =
  {
    '': {
      needs: {
        ...everyone<number>(2),
        'focal point of A': 4,
        'focal point of B': 4,
        'reviewer of A': 4,
        'recoder of A': 4,
        manager: 6,
        administrator: 6,
        'contributor of A': 4,
      },
      summaries: {
        ...everyone<number>(1),
        'focal point of A': 2,
        'focal point of B': 2,
        'reviewer of A': 2,
        'recoder of A': 2,
        manager: 3,
        administrator: 3,
        'contributor of A': 2,
      },
    },
    '&region=AFR': {
      needs: {
        ...everyone<number>(0),
        'focal point of A': 2,
        'reviewer of A': 2,
        'recoder of A': 2,
        manager: 2,
        administrator: 2,
        'contributor of A': 2,
      },
      summaries: {
        ...everyone<number>(0),
        'focal point of A': 1,
        'reviewer of A': 1,
        'recoder of A': 1,
        manager: 1,
        administrator: 1,
        'contributor of A': 1,
      },
    },
    '&region=EEG': {
      needs: { ...everyone<number>(0), 'focal point of B': 2, manager: 2, administrator: 2 },
      summaries: { ...everyone<number>(0), 'focal point of B': 1, manager: 1, administrator: 1 },
    },
    '&category=capacity-building': {
      needs: {
        ...everyone<number>(2),
        'focal point of A': 4,
        'focal point of B': 4,
        'reviewer of A': 4,
        'recoder of A': 4,
        manager: 6,
        administrator: 6,
        'contributor of A': 4,
      },
      summaries: {
        ...everyone<number>(1),
        'focal point of A': 2,
        'focal point of B': 2,
        'reviewer of A': 2,
        'recoder of A': 2,
        manager: 3,
        administrator: 3,
        'contributor of A': 2,
      },
    },
    '&article=6': {
      needs: everyone(0),
      summaries: {
        ...everyone<number>(1),
        'focal point of A': 2,
        'focal point of B': 2,
        'reviewer of A': 2,
        'recoder of A': 2,
        manager: 3,
        administrator: 3,
        'contributor of A': 2,
      },
    },
  };

/** Who has the same scope has the same ETag, and nobody else. */
export const scopes: ByActor<string> = {
  ...everyone('public'),
  'focal point of A': 'State A',
  'contributor of A': 'State A',
  'focal point of B': 'State B',
  'reviewer of A': 'review of A',
  'recoder of A': 'review of A',
  'reviewer of D': 'review of D',
  manager: 'all',
  administrator: 'all',
  provider: 'provider or adviser',
  adviser: 'provider or adviser',
};

/**
 * The texts that each may read anywhere, as place and situations; of a reopened need others read
 * the counting version, not the working one.
 */
type Texts = Readonly<Partial<Record<Place, string>>>;
const working = 'draft submitted returned recoded approved reopened withdrawn';
const counting = 'approved reopened-counting';
const published: Texts = { C: counting };
export const textsSeen: ByActor<Texts> = {
  anonymous: published,
  deactivated: published,
  'focal point of A': { ...published, A: `${working} reopened-counting` },
  'focal point of B': { ...published, B: `${working} reopened-counting` },
  'reviewer of A': { ...published, A: `${working.replace('draft ', '')} reopened-counting` },
  'recoder of A': { ...published, A: `${working.replace('draft ', '')} reopened-counting` },
  'reviewer of D': published,
  provider: published,
  adviser: published,
  'contributor of A': { ...published, A: `${working} reopened-counting` },
  manager: { A: counting, B: counting, C: counting },
  administrator: {
    A: `${working} reopened-counting`,
    B: `${working} reopened-counting`,
    C: `${working} reopened-counting`,
  },
};
