import type { ActorName, Place } from '#tests/support/matrix-register';

/**
 * The numbers that each sees, by hand, in the order anonymous, deactivated, focal point of A, focal
 * point of B, reviewer of A,
 * recoder of A, reviewer of D, manager, administrator, contributor of A, provider, adviser. A, B
 * and C have a need in each of the seven situations, of which `approved`
 * and `reopened` count; C alone is published, D is not completed.
 */
type Each = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** How many needs a list has; by itself it shows the own work, and a reviewer what waits. */
export const listTotals: Readonly<Record<string, Each>> = {
  '/en/needs': [2, 2, 7, 7, 2, 2, 0, 6, 21, 7, 2, 2],
  '/en/needs?show=all': [2, 2, 4, 4, 4, 4, 2, 6, 6, 4, 2, 2],
  '/en/needs?show=all&status=approved': [2, 2, 4, 4, 4, 4, 2, 6, 6, 4, 2, 2],
  '/en/needs?show=all&status=draft': [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  '/en/needs?show=all&status=returned': [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  // A review that one does not work on is no filter that one knows: it is named, and left out.
  '/en/needs?show=all&review={A}': [2, 2, 2, 4, 2, 2, 2, 2, 2, 2, 2, 2],
  '/en/needs?show=all&review={B}': [2, 2, 4, 2, 4, 4, 2, 2, 2, 4, 2, 2],
  '/en/needs?show=all&review={C}': [2, 2, 4, 4, 4, 4, 2, 2, 2, 4, 2, 2],
};

/** How many reviews the list of reviews leads to. */
export const reviewsListed: Each = [0, 0, 1, 1, 1, 1, 1, 4, 4, 1, 0, 0];

/** How many needs and completed summaries a summary takes in; A is of AFR, B of EEG, C of APG. */
export const summaryNumbers: Readonly<Record<string, Readonly<{ needs: Each; summaries: Each }>>> =
  {
    '': {
      needs: [2, 2, 4, 4, 4, 4, 2, 6, 6, 4, 2, 2],
      summaries: [1, 1, 2, 2, 2, 2, 1, 3, 3, 2, 1, 1],
    },
    '&region=AFR': {
      needs: [0, 0, 2, 0, 2, 2, 0, 2, 2, 2, 0, 0],
      summaries: [0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 0],
    },
    '&region=EEG': {
      needs: [0, 0, 0, 2, 0, 0, 0, 2, 2, 0, 0, 0],
      summaries: [0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0],
    },
    '&category=capacity-building': {
      needs: [2, 2, 4, 4, 4, 4, 2, 6, 6, 4, 2, 2],
      summaries: [1, 1, 2, 2, 2, 2, 1, 3, 3, 2, 1, 1],
    },
    '&article=6': {
      needs: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      summaries: [1, 1, 2, 2, 2, 2, 1, 3, 3, 2, 1, 1],
    },
  };

/** Who has the same scope has the same ETag and nobody else: one letter for each. */
export const scopes = 'aabcddeffbgg';

/**
 * The texts that each may read anywhere, as place and situations; of a reopened need others read
 * the counting version, not the working one.
 */
type Texts = Readonly<Partial<Record<Place, string>>>;
const working = 'draft submitted returned recoded approved reopened withdrawn';
const counting = 'approved reopened-counting';
const published: Texts = { C: counting };
export const textsSeen: Readonly<Record<ActorName, Texts>> = {
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
