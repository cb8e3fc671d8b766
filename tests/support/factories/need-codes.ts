import type { Codes, NeedFields } from '#lib/needs/model/schema';

/** A vocabulary that is small enough to see through. */
export const codes: Codes = {
  subcategories: [
    { code: 'cb-training', category: 'capacity-building' },
    { code: 'cb-other', category: 'capacity-building' },
    { code: 'la-drafting', category: 'legislative-assistance' },
  ],
  topics: ['asset-declarations', 'whistle-blowers'],
  types: ['staff-training', 'on-site'],
  tags: ['training', 'good-practices'],
};
/** What the form sends for a need that can be submitted, in the words of this vocabulary. */
export const complete: NeedFields = {
  chapter: 'II',
  articles: ['5'],
  category: 'capacity-building',
  subcategory: 'cb-training',
  topics: [],
  types: [],
  tags: [],
  targetGroups: [],
  priority: '',
  text: 'A need.',
  language: 'en',
  quote: '',
  paragraph: '',
  page: '',
};

type Result = Readonly<{
  success: boolean;
  error?: Readonly<{
    issues: readonly Readonly<{ path: readonly PropertyKey[]; message: string }>[];
  }>;
}>;

/** What a schema says is wrong, each as `field message`. */
export const faultsOf = ({ success, error }: Result): string[] =>
  success || !error ? [] : error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
