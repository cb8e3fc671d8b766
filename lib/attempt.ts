import 'server-only';
import { transaction, type Writer } from '#db/client';
import { databaseFailure } from '#db/errors';
import { failed, Refusal, type Outcome } from '#lib/errors';

/**
 * Runs the work of a command in one transaction. A failure that it returns undoes all of it and is the answer, and so is a
 * database that is locked, read-only, full or out of reach; anything else is a bug and is thrown.
 */
export async function attempt<T>(work: (tx: Writer) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await transaction(async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) throw new Refusal(outcome.failure);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refusal) return failed(error.failure);
    const why = databaseFailure(error);
    if (why && why !== 'duplicate') return failed({ kind: 'database', why });
    throw error;
  }
}
