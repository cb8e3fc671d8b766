import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '#tests/support/servers/free-port';

export type Bare = Readonly<{ url: string; stop: () => Promise<void> }>;

/**
 * Starts tests/support/servers/next-only-server.ts on the database of this test file, and waits until it
 * listens.
 */
export async function startBare(): Promise<Bare> {
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [
      '--import',
      './bin/register-node.mjs',
      '--disable-warning=ExperimentalWarning',
      'tests/support/servers/next-only-server.ts',
      String(port),
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '', DEMO: '0', PORT: String(port) },
    },
  );
  let said = '';
  const listening = new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (text: Buffer) => {
      if (String(text).includes('listening')) resolve();
    });
    server.stderr.on('data', (text: Buffer) => {
      said = `${said}${text}`.slice(-5000);
    });
    server.once('exit', () => reject(new Error(`The bare server ended: ${said}`)));
  });
  const killed = () => server.kill('SIGKILL');
  process.on('exit', killed);
  await listening;
  return {
    url: `http://localhost:${port}`,
    stop: async () => {
      const exit = once(server, 'exit');
      server.kill('SIGTERM');
      await exit;
      process.off('exit', killed);
    },
  };
}
