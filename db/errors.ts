/** Why the database failed. The drivers' own messages do not leave this file. */
export type DatabaseFailure =
  | 'locked'
  | 'read-only'
  | 'full'
  | 'unreachable'
  | 'duplicate'
  | 'damaged';

const failureOfCode: readonly [RegExp, DatabaseFailure][] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'locked'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/, 'read-only'],
  [/^SQLITE_(FULL|IOERR)/, 'full'],
  [/^SQLITE_(CORRUPT|NOTADB)|^XX00[12]$/, 'damaged'],
  [/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)/, 'duplicate'],
  [/^23505$/, 'duplicate'],
  [/^(55P03|40001|40P01|57014)$/, 'locked'],
  [/^25006$/, 'read-only'],
  [/^53[01]00$/, 'full'],
  [/^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT)$/, 'unreachable'],
];

const maxCauses = 10;

/** An error and its causes. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (causes.length === maxCauses) break;
    causes.push(cause);
  }
  return causes;
}

const codeOf = (error: unknown): string | undefined =>
  causesOf(error).flatMap((cause) =>
    'code' in cause && typeof cause.code === 'string' ? [cause.code] : [],
  )[0];

// These errors of the pool have no code.
const connectionLost =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/**
 * Whether a parameter contains what PostgreSQL cannot store (NUL), so that no row can match it. SQLite
 * accepts it and finds nothing.
 */
export const isUnstorable = (error: unknown): boolean => codeOf(error) === '22021';

/** The failure behind a driver's error; undefined where the error is a bug. */
export function databaseFailure(error: unknown): DatabaseFailure | undefined {
  const code = codeOf(error);
  if (code === undefined)
    return causesOf(error).some(({ message }) => connectionLost.test(message))
      ? 'unreachable'
      : undefined;
  return failureOfCode.find(([pattern]) => pattern.test(code))?.[1];
}
