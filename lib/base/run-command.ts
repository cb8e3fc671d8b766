import 'server-only';
import { transaction, type Writer } from '#db/client';
import { databaseFailure, isUnstorable } from '#db/errors';
import { failed, notFound, Refusal, type Outcome } from '#lib/base/errors';

/** Runs the work in one transaction, which a returned failure rolls back. */
const runOnce = <T>(work: (tx: Writer) => Promise<Outcome<T>>) =>
  transaction(async (tx) => {
    const outcome = await work(tx);
    if (!outcome.ok) throw new Refusal(outcome.failure);
    return outcome;
  });

/**
 * Runs a command in one transaction and returns its outcome. A failure rolls everything back, also
 * that of a database which is locked, read-only, full or unreachable. Any other error is a bug and
 * is thrown. Where another process has just stored what must be unique, the command runs again and
 * finds it; where it cannot see it even then, the answer is `not-found`.
 */
export async function runCommand<T>(
  work: (tx: Writer) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  for (const isLastTry of [false, true]) {
    try {
      return await runOnce(work);
    } catch (error) {
      if (error instanceof Refusal) return failed(error.failure);
      if (isUnstorable(error)) return notFound;
      const why = databaseFailure(error);
      if (!why) throw error;
      if (why !== 'duplicate') return failed({ kind: 'database', why });
      if (isLastTry) return notFound;
    }
  }
  return notFound;
}
