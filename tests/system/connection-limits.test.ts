import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { parseTrustedProxy } from '#lib/base/trusted-proxy';
import { keepForSignedIn, limitConnections } from '#lib/server/connection-limits';
import { endUnreadRequest } from '#lib/server/server-limits';

let server: Server;
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
});

async function listen(bounds: { ofOne: number; inAll: number }, trusted?: string) {
  server = createServer((request, response) => {
    if (request.headers.cookie) keepForSignedIn(request.socket);
    endUnreadRequest(request, response);
    response.end('answered');
  });
  limitConnections(server, parseTrustedProxy(trusted)!, bounds);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

/** Opens a connection from an address of this machine. */
async function open(localAddress: string): Promise<Socket> {
  const { port } = server.address() as AddressInfo;
  const socket = connect({ port, host: '127.0.0.1', localAddress }).on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

const isAnswered = async (socket: Socket, headers = ''): Promise<boolean> => {
  if (socket.destroyed) return false;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  socket.once('data', () => resolve(true)).once('close', () => resolve(false));
  socket.write(`GET / HTTP/1.1\r\nhost: localhost\r\n${headers}\r\n`);
  return promise;
};

describe('connections', () => {
  it('of one network are few, and those of others are open', async () => {
    await listen({ ofOne: 3, inAll: 100 });
    const held = [await open('127.0.0.2'), await open('127.0.0.2'), await open('127.0.0.2')];
    expect(await isAnswered(await open('127.0.0.3'))).toBe(true);
    // One more takes the place of the oldest, so that nobody in that network is shut out.
    expect(await isAnswered(await open('127.0.0.2'))).toBe(true);
    expect(await isAnswered(held[0]!)).toBe(false);
    expect(await isAnswered(held[1]!)).toBe(true);
  });

  it('of somebody who has signed in are kept, whoever opens others in the same network', async () => {
    await listen({ ofOne: 3, inAll: 100 });
    const own = await open('127.0.0.2');
    expect(await isAnswered(own, 'cookie: signed-in\r\n')).toBe(true);
    for (let n = 0; n < 10; n += 1) expect(await isAnswered(await open('127.0.0.2'))).toBe(true);
    expect(await isAnswered(own)).toBe(true);
  });

  it('of a trusted proxy are those of everybody', async () => {
    await listen({ ofOne: 3, inAll: 100 }, '127.0.0.2');
    for (let n = 0; n < 5; n += 1) expect(await isAnswered(await open('127.0.0.2'))).toBe(true);
  });

  it('that are too many in all cost whoever holds the most their oldest', async () => {
    await listen({ ofOne: 10, inAll: 5 });
    const held: Socket[] = [];
    for (let n = 0; n < 4; n += 1) held.push(await open('127.0.0.2'));
    const other = await open('127.0.0.3');
    expect(await isAnswered(await open('127.0.0.4'))).toBe(true);
    expect(await isAnswered(held[0]!)).toBe(false);
    expect(await isAnswered(other)).toBe(true);
    expect(await isAnswered(held[1]!)).toBe(true);
  });

  it('with a body that nobody reads end soon after the answer', async () => {
    await listen({ ofOne: 10, inAll: 10 });
    const socket = await open('127.0.0.2');
    const closed = once(socket, 'close');
    socket.resume();
    socket.write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\nx');
    await closed;
    expect(socket.bytesRead).toBeGreaterThan(0);
  });
});
