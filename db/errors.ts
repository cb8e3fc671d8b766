/**
 * What the database said, in our words. Nothing of a driver's message goes further than this file.
 */
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

function causes(error: unknown): Error[] {
  const found: Error[] = [];
  for (let cause = error; cause instanceof Error && found.length < 10; cause = cause.cause)
    found.push(cause);
  return found;
}

const codeOf = (error: unknown): string | undefined =>
  causes(error).flatMap((cause) =>
    'code' in cause && typeof cause.code === 'string' ? [cause.code] : [],
  )[0];

// The pool says these in words alone.
const cut =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/**
 * Whether it was asked for by a text that PostgreSQL cannot hold at all (NUL), so that nothing
 * there can bear it. SQLite looks and finds nothing.
 */
export const isUnstorable = (error: unknown): boolean => codeOf(error) === '22021';

/** The failure that a driver's error stands for, or undefined where the error is a bug. */
export function databaseFailure(error: unknown): DatabaseFailure | undefined {
  const code = codeOf(error);
  if (code === undefined)
    return causes(error).some(({ message }) => cut.test(message)) ? 'unreachable' : undefined;
  return meanings.find(([pattern]) => pattern.test(code))?.[1];
}
