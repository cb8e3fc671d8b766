import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '#tests/support/run/built-pages';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';
import { startOwnServer, type OwnServer } from '#tests/support/servers/own-server';
import { counts } from '#tests/support/run/campaign';
import { onOneEngine } from '#tests/support/run/engines';

/** Opens a connection, sends a request for a page, and reads until the server closes it. */
async function send(url: string, path: string) {
  const { hostname, port } = new URL(url);
  const socket: Socket = connect(Number(port), hostname);
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
  const closed = once(socket, 'close').then(() => said);
  return { socket, closed };
}

describe.runIf(onOneEngine)('a server that is stopped', () => {
  beforeAll(async () => {
    await ensureBuilt();
    await demonstrationRegister();
  });

  const start = (env: Readonly<Record<string, string>> = {}) =>
    startOwnServer({ env: { DEMO: '1', ...env } });

  /** Sends so many requests, stops the server at once, and counts the whole answers. */
  async function answeredOf(server: OwnServer, how: 'stop' | 'interrupt') {
    const [many, idle] = [30, 5];
    // Connections on which nothing has been asked yet, and one that has had its answer.
    const waiting = await Promise.all(
      Array.from({ length: idle }, () => send(server.url, '/robots.txt')),
    );
    const sent = await Promise.all(
      Array.from({ length: many }, (_, n) => send(server.url, `/en/needs?page=1&q=${n}`)),
    );
    const stopped = server[how]();
    const answers = await Promise.all(sent.map(({ closed }) => closed));
    await Promise.all(waiting.map(({ closed }) => closed));
    await stopped;
    return answers.filter(
      (text) =>
        (/^HTTP\/1\.1 200/.test(text) && text.endsWith('0\r\n\r\n')) || /<\/html>\s*$/.test(text),
    ).length;
  }

  it.each([
    ['SIGTERM', 'stop'],
    ['Ctrl-C', 'interrupt'],
  ] as const)(
    'by %s answers all requests that were sent before, also those that it had not read yet, and ends',
    async (_signal, how) => {
      for (let n = 0; n < counts(1, 20); n += 1) {
        const server = await start();
        expect(await answeredOf(server, how)).toBe(30);
        expect(server.said()).toContain('Stopping');
        expect(server.exitCode()).toBe(0);
      }
    },
  );

  it('says so to the balancer meanwhile, and ends after STOP_SECONDS whatever is not done', async () => {
    const server = await start({ STOP_SECONDS: '2' });
    // A form of which the rest never comes.
    const { hostname, port } = new URL(server.url);
    const slow = connect(Number(port), hostname);
    slow.on('error', () => undefined);
    await once(slow, 'connect');
    const head = `POST /en/accounts/begin-session HTTP/1.1\r\nHost: ${hostname}:${port}\r\n`;
    const type = 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n';
    slow.write(`${head}Origin: ${server.url}\r\n${type}\r\nemail=`);
    await wait(100);
    const stopped = server.stop();
    await wait(50);
    const ready = await fetch(`${server.url}/readyz`).catch(() => undefined);
    expect(ready?.status).toBe(503);
    expect(await ready?.text()).toBe('stopping\n');
    await stopped;
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });
});
