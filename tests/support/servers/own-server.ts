import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '#tests/support/servers/free-port';

export type OwnServer = Readonly<{
  url: string;
  pid: number;
  /** The memory that it has held at most, in megabytes; 0 where the system does not say. */
  peak: () => number;
  /** Everything that it has written so far. */
  said: () => string;
  /** Ends it at once, as a power cut would end its process. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
  /** Stops it as Ctrl-C does. */
  interrupt: () => Promise<void>;
  /** The code that it ended with; null before its end, and where it was killed. */
  exitCode: () => number | null;
}>;

/**
 * The server as `npm start` runs it, on the database of this test file; the build must be there.
 */
export async function startOwnServer({
  env = {},
  port,
}: { env?: Readonly<Record<string, string>>; port?: number } = {}): Promise<OwnServer> {
  const listening = port ?? (await freePort());
  const server = spawn(
    process.execPath,
    [
      '--import',
      './bin/register-node.mjs',
      '--disable-warning=ExperimentalWarning',
      'bin/start.ts',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_OPTIONS: '',
        HOST: '127.0.0.1',
        PORT: String(listening),
        DEMO: '0',
        ...env,
      },
    },
  );
  let said = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (text: Buffer) => {
      said = `${said}${text}`.slice(-50_000);
    });
  const exit = once(server, 'exit');
  const killed = () => server.kill('SIGKILL');
  process.on('exit', killed);
  const ended = async (signal: NodeJS.Signals) => {
    if (server.exitCode === null && server.signalCode === null) server.kill(signal);
    await exit;
    process.off('exit', killed);
  };
  const url = `http://localhost:${listening}`;
  for (const end = Date.now() + 300_000; ;) {
    if (server.exitCode !== null || Date.now() > end) {
      killed();
      throw new Error(`The server did not start. It said:\n${said}`);
    }
    const answer = await fetch(`${url}/api/none`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 404) break;
    await wait(50);
  }
  const peak = () => {
    try {
      return (
        Number(
          /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0,
        ) / 1024
      );
    } catch {
      return 0;
    }
  };
  return {
    url,
    pid: server.pid!,
    peak,
    said: () => said,
    kill: () => ended('SIGKILL'),
    stop: () => ended('SIGTERM'),
    interrupt: () => ended('SIGINT'),
    exitCode: () => server.exitCode,
  };
}
