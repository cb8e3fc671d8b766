import { Facts, type NeedFacts } from '#lib/counting/facts/facts';
import { noFilter, type Filter } from '#lib/counting/filter/filter';

/** Six reviews, small enough to count by hand: dates of completion and of publication. */
const reviews = [
  {
    id: 'one',
    stateId: 'S1',
    region: 'AFR',
    cycle: 2,
    completedOn: 20200131,
    publishedOn: 20200301,
  },
  {
    id: 'two',
    stateId: 'S2',
    region: 'AFR',
    cycle: 2,
    completedOn: 20210630,
    publishedOn: 20210701,
  },
  {
    id: 'unpublished',
    stateId: 'S3',
    region: 'APG',
    cycle: 2,
    completedOn: 20210630,
    publishedOn: 0,
  },
  {
    id: 'without needs',
    stateId: 'S4',
    region: 'WEOG',
    cycle: 2,
    completedOn: 20210701,
    publishedOn: 20210701,
  },
  { id: 'uncompleted', stateId: 'S5', region: 'APG', cycle: 2, completedOn: 0, publishedOn: 0 },
  {
    id: 'first cycle',
    stateId: 'S1',
    region: 'AFR',
    cycle: 1,
    completedOn: 20150101,
    publishedOn: 20150101,
  },
] as const;

const none = { types: [], tags: [], topics: [] } as const;
const training = { category: 'capacity-building', subcategory: 'cb-training' } as const;
const needs: readonly NeedFacts[] = [
  {
    id: 'n1',
    reviewId: 'one',
    chapter: 'II',
    provision: '5',
    ...training,
    types: ['staff-training', 'on-site'],
    tags: ['training', 'good-practices'],
    topics: ['statistics'],
    priority: 1,
  },
  {
    id: 'n2',
    reviewId: 'one',
    chapter: 'II',
    provision: '5;6',
    ...training,
    types: ['staff-training'],
    tags: ['training'],
    topics: [],
  },
  {
    id: 'n3',
    reviewId: 'one',
    chapter: 'II',
    provision: 'general',
    category: 'policymaking',
    subcategory: 'pm-development',
    ...none,
    topics: ['statistics', 'bribery'],
  },
  {
    id: 'n4',
    reviewId: 'two',
    chapter: 'II',
    provision: '6',
    category: 'capacity-building',
    subcategory: 'cb-functions',
    ...none,
    priority: 3,
  },
  {
    id: 'n5',
    reviewId: 'two',
    chapter: 'II',
    provision: '5;6',
    category: 'legislative-assistance',
    subcategory: 'la-drafting',
    ...none,
    tags: ['good-practices'],
  },
  {
    id: 'n6',
    reviewId: 'unpublished',
    chapter: 'II',
    provision: '5',
    ...training,
    ...none,
    types: ['on-site'],
  },
  {
    id: 'n7',
    reviewId: 'unpublished',
    chapter: 'V',
    provision: '51',
    category: 'other',
    subcategory: null,
    ...none,
  },
  { id: 'n8', reviewId: 'uncompleted', chapter: 'II', provision: '5', ...training, ...none },
  { id: 'n9', reviewId: 'first cycle', chapter: 'III', provision: '15', ...training, ...none },
  {
    id: 'n10',
    reviewId: 'one',
    chapter: 'V',
    provision: 'general',
    category: 'policymaking',
    subcategory: 'pm-development',
    ...none,
  },
];

export function smallRegister(): Facts {
  const facts = new Facts();
  facts.vocabulary = {
    subcategories: [
      { code: 'cb-functions', category: 'capacity-building' },
      { code: 'cb-training', category: 'capacity-building' },
      { code: 'cb-guidance', category: 'capacity-building' },
      { code: 'la-drafting', category: 'legislative-assistance' },
      { code: 'pm-development', category: 'policymaking' },
    ],
    types: ['on-site', 'staff-training', 'other-type'],
    tags: ['good-practices', 'training', 'institutions'],
    topics: ['bribery', 'statistics'],
  };
  for (const review of reviews) facts.putReview(review);
  for (const need of needs) facts.putNeed(need);
  return facts;
}

/** The second cycle, chapter II, without a limit in time, as staff see it. */
export const asStaff: Filter = {
  ...noFilter,
  cycle: 2,
  chapters: ['II'],
  cutoff: 99991231,
  sees: () => true,
};
export const asPublic: Filter = { ...asStaff, sees: ({ publishedOn }) => publishedOn > 0 };

/** The six categories of the note with these numbers and zeros. */
export const six = (numbers: Readonly<Record<string, number>>) => ({
  'capacity-building': 0,
  'institution-building': 0,
  'legislative-assistance': 0,
  'research-and-data': 0,
  policymaking: 0,
  'international-cooperation': 0,
  ...numbers,
});
