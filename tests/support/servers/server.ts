import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Engine } from '#db/engine';
import { createEmpty, reservedDatabase } from '#tests/support/databases/databases';
import { freePort } from '#tests/support/servers/free-port';
import { copyTemplate } from '#tests/support/databases/templates';

type Wanted = Readonly<{
  engine: Engine;
  demonstration?: boolean;
  /** On a database without any table, which the server itself then migrates and fills. */
  empty?: boolean;
  env?: Readonly<Record<string, string>>;
}>;
export type RunningServer = Readonly<{
  url: string;
  databaseUrl: string;
  pid: number;
  stop: () => Promise<void>;
}>;

// Against hanging alone: a busy machine takes a multiple of the usual two seconds.
const secondsToStart = 300;
const secondsToStop = 120;

/** What one server has compiled, the next ones need not: that is a quarter of a start. */
const compiled = resolve('test-results/compiled');

const ended = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode === null ? signalCode : `exit code ${exitCode}`;

async function untilItAnswers(server: ChildProcess, url: string) {
  for (const end = Date.now() + secondsToStart * 1000; Date.now() < end; await wait(100)) {
    if (ended(server))
      throw new Error(`The server stopped while it was starting: ${ended(server)}.`);
    const answer = await fetch(`${url}/en`, { redirect: 'manual' }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer && answer.status < 500) return;
  }
  throw new Error(`The server did not answer within ${secondsToStart} seconds.`);
}

async function stopCleanly(server: ChildProcess) {
  if (ended(server)) throw new Error(`The server stopped before the test did: ${ended(server)}.`);
  const patience = setTimeout(() => server.kill('SIGKILL'), secondsToStop * 1000);
  const exit = once(server, 'exit');
  server.kill('SIGTERM');
  await exit;
  clearTimeout(patience);
  if (server.exitCode !== 0) throw new Error(`The server did not stop cleanly: ${ended(server)}.`);
}

/**
 * The server as `npm start` runs it, on a free port and a new register; the build must be there.
 * Say `stop` when done.
 */
export async function startServer(wanted: Wanted): Promise<RunningServer> {
  const { engine, demonstration = false, empty = false, env = {} } = wanted;
  const database = reservedDatabase(engine);
  if (empty) await createEmpty(database.url);
  else await copyTemplate(demonstration ? 'demonstration' : 'migrated', database.url);
  const port = await freePort();
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
        PUBLIC_URL: '',
        PUBLIC: '',
        MAIL_URL: '',
        MAIL_FROM: '',
        HOST: '127.0.0.1',
        PORT: String(port),
        DATABASE_URL: database.url,
        DEMO: demonstration ? '1' : '0',
        NODE_COMPILE_CACHE: compiled,
        ...env,
      },
    },
  );
  let said = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (text: Buffer) => void (said = `${said}${text}`.slice(-20_000)));
  const killed = () => server.kill('SIGKILL');
  process.on('exit', killed);
  const closed = once(server, 'close');

  /**
   * Whatever goes wrong, the server ends, its database goes, and its last words stand in the
   * failure.
   */
  const finish = async (work: Promise<void>) => {
    const failure = await work.then(
      () => undefined,
      (error: Error) => error,
    );
    killed();
    await closed;
    process.off('exit', killed);
    await database.drop();
    if (failure) throw new Error(`${failure.message} It said:\n${said}`, { cause: failure });
  };

  const url = `http://localhost:${port}`;
  await untilItAnswers(server, url).catch((error: unknown) => finish(Promise.reject(error)));
  return {
    url,
    databaseUrl: database.url,
    pid: server.pid!,
    stop: () => finish(stopCleanly(server)),
  };
}
