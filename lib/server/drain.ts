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
 * How long a server that stops goes on taking connections, so that it reads what had been sent
 * before: the system holds connections and requests that this process has not come to see yet.
 */
const readingTime = 300;
/** How often the event loop has to come round before all of that was read. */
const turns = 3;

async function readWhatWasSent() {
  await wait(readingTime);
  // After a long task the time has passed, but nothing has been read.
  for (let n = 0; n < turns; n += 1) {
    await setImmediate();
    await wait(10);
  }
}

/** Makes a server's stop: whoever has sent a request before it gets the answer. */
export function createDrain(): Drain {
  const open = new Set<ServerResponse>();
  let isStopping = false;

  const watch = (response: ServerResponse) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    if (isStopping) response.shouldKeepAlive = false;
  };

  const close = async (server: Server, milliseconds: number) => {
    isStopping = true;
    setStopping();
    // A connection ends with the answer that it waits for, so that nobody sends into one that closes.
    for (const response of open) if (!response.headersSent) response.shouldKeepAlive = false;
    await readWhatWasSent();
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), milliseconds);
    // Answers that began before the stop keep their connections open: these end once they are idle.
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    await closed;
    clearTimeout(cut);
    clearInterval(idle);
  };
  return { watch, close };
}
