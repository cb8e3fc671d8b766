import fc from 'fast-check';

/** What stands in a row of a file: about which need, and what it says of it. */
export type AnyRow = Readonly<{
  about: 'draft' | 'returned' | 'submitted' | 'imported' | 'nobody';
  nth: number;
  articles: string;
  category: string;
  text: string;
  language: string;
  priority: string;
}>;

/** Mostly what is sound, so that files go through; now and then what is not. */
const mostly = <T>(sound: readonly T[], unsound: readonly T[]) =>
  fc.oneof(
    { weight: 24, arbitrary: fc.constantFrom(...sound) },
    { weight: 1, arbitrary: fc.constantFrom(...unsound) },
  );

const rowOf = fc.record<AnyRow>({
  about: mostly(['draft', 'returned', 'imported', 'nobody', 'nobody'], ['submitted']),
  nth: fc.nat({ max: 9 }),
  articles: mostly(['5', '6; 5', 'general', '7'], ['', '15']),
  category: mostly(
    ['policymaking,pm-development', 'capacity-building,cb-training', 'other,'],
    [','],
  ),
  text: fc.constantFrom('A policy.', 'تدريب', '', '=1+1', 'Two\nlines; "quoted"'),
  language: mostly(['en', 'العربية'], ['']),
  priority: mostly(['', '1'], ['1000']),
});

/** Files of a few rows each, sent one after the other. */
export const anyFiles = fc.array(
  fc.uniqueArray(rowOf, {
    minLength: 1,
    maxLength: 5,
    selector: ({ about, nth }) => (about === 'nobody' ? `${about}${nth}` : about),
  }),
  { minLength: 1, maxLength: 3 },
);
