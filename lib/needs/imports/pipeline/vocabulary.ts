/** The statuses in which an import may leave the needs that it writes. */
export const targetStatuses = ['draft', 'submitted', 'approved'] as const;
export type TargetStatus = (typeof targetStatuses)[number];

/** Which summaries a states file without a column of publication publishes: all completed, or none. */
export const publicationChoices = ['completed', 'none'] as const;
export type PublicationChoice = (typeof publicationChoices)[number];

/** The files that an import reads, in the order in which it reads them. */
export const fileKinds = ['states', 'needs'] as const;
export type FileKind = (typeof fileKinds)[number];

/** The columns of each file. Without an optional one, the register keeps what it has. */
export const fileColumns = {
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
  FileKind,
  Readonly<{ required: readonly string[]; optional: readonly string[] }>
>;

export const columnsOf = (kind: FileKind): readonly string[] => [
  ...fileColumns[kind].required,
  ...fileColumns[kind].optional,
];

/** The most characters of a ref. */
export const longestRef = 100;

/** The most faults that a report lists; all are counted. */
export const maxReportedFaults = 200;

/** Rows that are checked, looked up and written at a time. */
export const rowsAtATime = 500;

/** The largest file that may be uploaded, in bytes. */
export const largestFile = 10 * 1024 * 1024;
