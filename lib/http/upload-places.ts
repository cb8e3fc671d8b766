import 'server-only';
import { globalSingleton } from '#lib/base/global-singleton';

/** The files that are received at the same time: of one account, and in all. */
const mostOfOne = 2;
const mostInAll = 10;
/** When a person may try again, in seconds. */
export const uploadRetrySeconds = 30;

const receiving = () => globalSingleton('receiving-files', () => new Map<string, number>());

/**
 * Receives a file while fewer than two of this account, and ten in all, are on their way: each takes
 * up to 21 MB of memory for as long as its sender likes. Undefined where there are too many.
 */
export async function inUploadPlace<T>(
  accountId: string,
  receive: () => Promise<T>,
): Promise<T | undefined> {
  const counts = receiving();
  const own = counts.get(accountId) ?? 0;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (own >= mostOfOne || all >= mostInAll) return undefined;
  counts.set(accountId, own + 1);
  try {
    return await receive();
  } finally {
    const left = counts.get(accountId)! - 1;
    if (left > 0) counts.set(accountId, left);
    else counts.delete(accountId);
  }
}
