/** What the database said, in our words. Nothing of a driver's message goes further than this file. */
export type DatabaseFailure = 'locked' | 'read-only' | 'full' | 'unreachable' | 'duplicate';

const meanings: readonly [RegExp, DatabaseFailure][] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'locked'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/, 'read-only'],
  [/^SQLITE_(FULL|IOERR)/, 'full'],
  [/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)/, 'duplicate'],
  [/^23505$/, 'duplicate'],
  [/^(55P03|40001|40P01|57014)$/, 'locked'],
  [/^25006$/, 'read-only'],
  [/^53[01]00$/, 'full'],
  [/^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT)$/, 'unreachable'],
];

const codeOf = (error: unknown): string | undefined => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return undefined;
};

/** The failure that a driver's error stands for, or undefined where the error is a bug. */
export function databaseFailure(error: unknown): DatabaseFailure | undefined {
  const code = codeOf(error);
  return code === undefined ? undefined : meanings.find(([pattern]) => pattern.test(code))?.[1];
}
