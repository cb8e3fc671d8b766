import 'server-only';
import type { Server, ServerResponse } from 'node:http';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { setStopping } from '#lib/operation/base/readiness';

export type Drain = Readonly<{
  /** Takes note of a request, which a stop waits for. */
  watch: (response: ServerResponse) => void;
  close: (server: Server, milliseconds: number) => Promise<void>;
}>;

/**
 * How long a server that stops goes on taking connections at least, so that it reads what had been
 * sent before: the system holds connections and requests that this process has not come to see yet.
 */
const readingTime = 300;
/** For how many turns of the event loop nothing new has come, when all of that was read. */
const quietTurns = 10;
/** Where people go on asking, it takes no more connections after this time. */
const longestReading = 5000;

/** Waits until nothing new comes. `arrivals` counts what has come so far. */
async function readWhatWasSent(arrivals: () => number, longest: number) {
  const start = performance.now();
  let seen = arrivals();
  for (let quiet = 0; quiet < quietTurns || performance.now() - start < readingTime; quiet += 1) {
    await wait(10);
    await setImmediate();
    if (performance.now() - start > longest) return;
    // The time may have passed with one long task, in which nothing was read.
    if (arrivals() !== seen) quiet = -1;
    seen = arrivals();
  }
}

/** Makes a server's stop: whoever has sent a request before it gets the answer. */
export function createDrain(): Drain {
  const open = new Set<ServerResponse>();
  let isStopping = false;
  let arrived = 0;

  const watch = (response: ServerResponse) => {
    arrived += 1;
    open.add(response);
    response.once('close', () => open.delete(response));
    if (isStopping) response.shouldKeepAlive = false;
  };

  const close = async (server: Server, milliseconds: number) => {
    const since = performance.now();
    isStopping = true;
    setStopping();
    // A connection ends with the answer that it waits for, so that nobody sends into one that closes.
    for (const response of open) if (!response.headersSent) response.shouldKeepAlive = false;
    server.on('connection', () => {
      arrived += 1;
    });
    await readWhatWasSent(() => arrived, Math.min(longestReading, milliseconds));
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    server.closeIdleConnections();
    const left = Math.max(0, milliseconds - (performance.now() - since));
    const cut = setTimeout(() => server.closeAllConnections(), left);
    // Answers that began before the stop keep their connections open: these end once they are idle.
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    await closed;
    clearTimeout(cut);
    clearInterval(idle);
  };
  return { watch, close };
}
