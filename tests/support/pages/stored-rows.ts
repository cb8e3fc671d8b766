import Database from 'better-sqlite3';

const counted = [
  'need',
  'need_version',
  'need_article',
  'review',
  'review_version',
  'account',
  'assignment',
  'invitation',
  'change',
] as const;

/** How many rows the register of a running server has, read beside it; on SQLite alone. */
export function rowsStored(
  databaseUrl: string,
): Readonly<Record<(typeof counted)[number], number>> {
  const database = new Database(databaseUrl.replace(/^file:/, ''), {
    readonly: true,
    fileMustExist: true,
  });
  try {
    const count = (table: string) =>
      (database.prepare(`select count(*) as n from "${table}"`).get() as { n: number }).n;
    return Object.fromEntries(counted.map((table) => [table, count(table)])) as Record<
      (typeof counted)[number],
      number
    >;
  } finally {
    database.close();
  }
}
