import 'server-only';
import { transaction, type Writer } from '#db/client';
import { databaseFailure, isUnstorable } from '#db/errors';
import { failed, notFound, Refusal, type Outcome } from '#lib/base/errors';

const once = <T>(work: (tx: Writer) => Promise<Outcome<T>>) =>
  transaction(async (tx) => {
    const outcome = await work(tx);
    if (!outcome.ok) throw new Refusal(outcome.failure);
    return outcome;
  });

/**
 * Runs the work of a command in one transaction. A failure that it returns undoes all of it and is
 * the answer, and so is a
 * database that is locked, read-only, full or out of reach; anything else is a bug and is thrown.
 * Where another process has
 * just stored what must be unique, the work runs again and finds it; what it then still cannot see
 * is not there for this actor.
 */
export async function attempt<T>(work: (tx: Writer) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  for (const last of [false, true]) {
    try {
      return await once(work);
    } catch (error) {
      if (error instanceof Refusal) return failed(error.failure);
      if (isUnstorable(error)) return notFound;
      const why = databaseFailure(error);
      if (!why) throw error;
      if (why !== 'duplicate') return failed({ kind: 'database', why });
      if (last) return notFound;
    }
  }
  return notFound;
}
