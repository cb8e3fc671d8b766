/** The status in which an import leaves the needs that it writes. */
export const targets = ['draft', 'submitted', 'approved'] as const;
export type Target = (typeof targets)[number];

/** The files that an import reads, in the order in which it reads them. */
export const kinds = ['states', 'needs'] as const;
export type Kind = (typeof kinds)[number];

/** The columns of each file. Whoever may leave one out leaves in the register what stands there. */
export const columns = {
  states: { required: ['state', 'region', 'cycle', 'completed_on'], optional: ['published_on'] },
  needs: {
    required: [
      'ref',
      'state',
      'cycle',
      'chapter',
      'articles',
      'category',
      'subcategory',
      'topics',
      'types',
      'tags',
      'priority',
    ],
    optional: ['text', 'language', 'quote', 'target_groups'],
  },
} as const satisfies Record<
  Kind,
  Readonly<{ required: readonly string[]; optional: readonly string[] }>
>;

export const columnsOf = (kind: Kind): readonly string[] => [
  ...columns[kind].required,
  ...columns[kind].optional,
];

/** What stands between two cells; the header line tells which. */
export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/**
 * Characters that one record may have, its line breaks among them. A longer one is refused unread.
 */
export const longestRecord = 1_000_000;
export const longestRef = 100;

/** Faults that are kept to be shown; all are counted. */
export const mostShown = 200;

/** Rows that are checked, looked up and written at a time. */
export const rowsAtATime = 500;

/** Rows and bytes that a file may have which comes through the page. */
export const mostRows = 10_000;
export const largestFile = 10 * 1024 * 1024;
