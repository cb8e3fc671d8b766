import fc from 'fast-check';

/** What stands in a row of a file: about which need, and what it says of it. */
export type AnyRow = Readonly<{ about: 'draft' | 'returned' | 'submitted' | 'imported' | 'nobody'; nth: number; articles: string; category: string; text: string; language: string; priority: string }>;

const rowOf = fc.record<AnyRow>({
  about: fc.constantFrom('draft', 'returned', 'submitted', 'imported', 'nobody'), nth: fc.nat({ max: 2 }),
  articles: fc.constantFrom('5', '6; 5', 'general', '7', '', '15'), category: fc.constantFrom('policymaking,pm-development', 'capacity-building,cb-training', 'other,', ','),
  text: fc.constantFrom('A policy.', 'تدريب', '', '=1+1', 'Two\nlines; "quoted"'), language: fc.constantFrom('en', 'العربية', ''), priority: fc.constantFrom('', '1', '1000'),
});

/** Files of a few rows each, sent one after the other. */
export const anyFiles = fc.array(fc.array(rowOf, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 });
