import { globalSingleton } from '#lib/base/global-singleton';

/** How many transactions there were, and how long they waited for their turn, in seconds. */
export const databaseWaits = globalSingleton('database-waits', () => ({
  transactions: 0,
  waiting: 0,
  seconds: 0,
}));

/** Measures how long a transaction waits before its work begins; call what it returns then. */
export function startWaiting(): () => void {
  const since = performance.now();
  databaseWaits.waiting += 1;
  return () => {
    databaseWaits.waiting -= 1;
    databaseWaits.transactions += 1;
    databaseWaits.seconds += (performance.now() - since) / 1000;
  };
}
