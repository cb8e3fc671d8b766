import 'server-only';

/** Why something of the operation failed, for the page of the administrator. */
export const operationFailures = [
  'full',
  'unreachable',
  'in-use',
  'program',
  'permission',
  'unverified',
  'not-a-backup',
  'damaged',
  'newer',
  'foreign',
  'identity',
  'failed',
] as const;
export type OperationFailure = (typeof operationFailures)[number];

/** A failure with one line for the operator, which says what to do. */
export class OperationError extends Error {
  readonly why: OperationFailure;
  constructor(why: OperationFailure, message: string) {
    super(message);
    this.why = why;
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Any error as one of the operation: what the disk and the database say, in words. */
export function operationError(error: unknown): OperationError {
  if (error instanceof OperationError) return error;
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL')
    return new OperationError('full', 'The disk is full. Nothing was replaced.');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    const { path } = error as NodeJS.ErrnoException;
    return new OperationError('permission', `This account may not write to ${path ?? 'the disk'}.`);
  }
  if (/^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|57P0[123]|08...)$/.test(code))
    return new OperationError('unreachable', 'The database cannot be reached: check DATABASE_URL.');
  return new OperationError('failed', error instanceof Error ? error.message : String(error));
}
