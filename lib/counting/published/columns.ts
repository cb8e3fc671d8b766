/**
 * The columns that say what a number counts; with the prefix `base_`, for the base of a percentage.
 */
export const calculationColumns = [
  'of',
  'region',
  'category',
  'subcategory',
  'tag',
  'type',
  'article',
  'each',
  'plus',
  'since',
] as const;
const ownColumns = ['id', 'where', 'what', 'value', 'unit', 'comparison', 'rule'] as const;

/** The columns of a file with the numbers of a note. All are required, in any order. */
export const noteColumns: readonly string[] = [
  ...ownColumns,
  ...calculationColumns,
  ...calculationColumns.map((column) => `base_${column}`),
];

/** The value of a column that is either set or empty. */
export const flagValues = { each: 'yes', plus: '2x_combined', since: 'yes' } as const;
/** The separator between several regional groups. */
export const regionSeparator = ';';

export const mostNumbers = 1000;
export const largestNoteFile = 1_000_000;
export const longestWhat = 500;
export const longestCode = 60;
