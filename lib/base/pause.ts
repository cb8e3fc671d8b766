import 'server-only';
import { setImmediate } from 'node:timers/promises';

/** How long work goes on before others have their turn, in milliseconds. */
const turn = 10;

/**
 * Lets other requests have their turn during long work: ask `isDue` often, and `rest` when it is
 * so.
 */
export function createPause() {
  let since = performance.now();
  return {
    isDue: () => performance.now() - since >= turn,
    rest: async () => {
      await setImmediate();
      since = performance.now();
    },
  };
}
