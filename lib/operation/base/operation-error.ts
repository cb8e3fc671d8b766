import 'server-only';
import { databaseFailure, type DatabaseFailure } from '#db/errors';

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

/** What the database says, by why it failed. */
const ofDatabase: Readonly<Record<DatabaseFailure, readonly [OperationFailure, string]>> = {
  full: ['full', 'The disk is full. Nothing was replaced.'],
  locked: ['in-use', 'Another program holds the database. Stop it and try again.'],
  'read-only': [
    'permission',
    'The database cannot be opened or written to: check the permissions of the file and its folder.',
  ],
  unreachable: ['unreachable', 'The database cannot be reached: check DATABASE_URL.'],
  damaged: [
    'damaged',
    'The database is damaged or is none. Restore the last backup: npm run restore FILE',
  ],
  duplicate: ['failed', 'The database holds what was to be added.'],
};

/** Any error as one of the operation: what the disk and the database say, in words. */
export function operationError(error: unknown): OperationError {
  if (error instanceof OperationError) return error;
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new OperationError(...ofDatabase.full);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    const { path } = error as NodeJS.ErrnoException;
    return new OperationError('permission', `This account may not write to ${path ?? 'the disk'}.`);
  }
  const failure = databaseFailure(error);
  if (failure) return new OperationError(...ofDatabase[failure]);
  return new OperationError('failed', error instanceof Error ? error.message : String(error));
}
