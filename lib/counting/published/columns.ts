/**
 * The columns that say what a number counts; with the prefix `base_`, for the base of a percentage.
 */
export const calcColumns = [
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
export type CalcColumn = (typeof calcColumns)[number];
export const ownColumns = ['id', 'where', 'what', 'value', 'unit', 'comparison', 'rule'] as const;

/** The columns of a file with the numbers of a note. All are required, in any order. */
export const noteColumns: readonly string[] = [
  ...ownColumns,
  ...calcColumns,
  ...calcColumns.map((column) => `base_${column}`),
];

/** The value of a column that is either set or empty. */
export const written = { each: 'yes', plus: '2x_combined', since: 'yes' } as const;
/** The separator between several regional groups. */
export const between = ';';

export const mostNumbers = 1000;
export const largestNoteFile = 1_000_000;
export const longestWhat = 500;
export const longestCode = 60;
