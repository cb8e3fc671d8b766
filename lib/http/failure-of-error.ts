import 'server-only';
import { databaseFailure, isUnstorable } from '#db/errors';
import type { Failure } from '#lib/base/errors';

/** Turns an error of the database into a failure; any other error is a bug and is thrown. */
export function failureOfError(error: unknown): Failure {
  if (isUnstorable(error)) return { kind: 'not-found' };
  const why = databaseFailure(error);
  if (!why) throw error;
  return { kind: 'database', why };
}
