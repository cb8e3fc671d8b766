import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createDrain } from '#lib/server/drain';

/** A server whose answers take a while, with the stop of the register. */
async function slowServer(milliseconds: number, block = false) {
  const drain = createDrain();
  const server = createServer(async (_request, response) => {
    drain.watch(response);
    // Work that lets nothing else happen, as the rendering of a page does.
    for (const end = performance.now() + milliseconds; block && performance.now() < end;);
    if (!block) await wait(milliseconds);
    response.end('whole');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, drain };
}

/** Everything that comes back on a connection until it is closed. */
async function open(server: Server) {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => {
    socket.on('close', () => resolve(said));
  });
  await once(socket, 'connect');
  const ask = () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  return { ask, closed };
}

it.each([
  ['while others wait', 60, false],
  ['while each takes the whole process', 20, true],
])('a stop answers 30 of 30 requests that were just sent, %s', async (_, milliseconds, block) => {
  const { server, drain } = await slowServer(milliseconds, block);
  const clients = await Promise.all(Array.from({ length: 30 }, () => open(server)));
  for (const { ask } of clients) ask();
  const stopped = drain.close(server, 10_000);
  const answers = await Promise.all(clients.map(({ closed }) => closed));
  await stopped;
  expect(answers.filter((text) => /^HTTP\/1\.1 200.*whole$/s.test(text))).toHaveLength(30);
  expect(answers.every((text) => /^connection: close\r$/im.test(text))).toBe(true);
});

it('a stop ends connections that ask for nothing, and cuts what takes longer than it may', async () => {
  const { server, drain } = await slowServer(60_000);
  const [idle, endless] = [await open(server), await open(server)];
  endless.ask();
  await wait(50);
  await drain.close(server, 200);
  expect(await idle.closed).toBe('');
  expect(await endless.closed).toBe('');
});
