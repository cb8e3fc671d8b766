/**
 * The columns of what is counted, for the number itself and, after `base_`, for the base of a
 * percentage.
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

/** The columns of a file with the numbers of a note. All must be there; their order is free. */
export const noteColumns: readonly string[] = [
  ...ownColumns,
  ...calcColumns,
  ...calcColumns.map((column) => `base_${column}`),
];

/** How a condition is written that is either there or not. */
export const written = { each: 'yes', plus: '2x_combined', since: 'yes' } as const;
/** What stands between several regional groups. */
export const between = ';';

export const mostNumbers = 1000;
export const largestNoteFile = 1_000_000;
export const longestWhat = 500;
export const longestCode = 60;
