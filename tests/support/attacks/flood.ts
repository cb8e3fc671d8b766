import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { HttpRequest } from '#tests/support/servers/http-client';

/** From where the hostile client and the other user come: two addresses of this machine. */
export const hostileAddress = '127.0.0.2';
const otherAddress = '127.0.0.3';

type Timed = Readonly<{ status: number; milliseconds: number; text: string }>;
const portOf = (url: string) => Number(new URL(url).port);

/**
 * Asks once over a connection of its own; status 0 where the server hung up without an answer, as it
 * may do with a hostile client.
 */
export function askFrom(localAddress: string, url: string, asked: HttpRequest): Promise<Timed> {
  const { method = 'GET', path, headers = {}, body } = asked;
  const { promise, resolve } = Promise.withResolvers<Timed>();
  const began = performance.now();
  const answer = (status: number, text = '') =>
    resolve({ status, text, milliseconds: performance.now() - began });
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const sent = request(
    {
      host: '127.0.0.1',
      port: portOf(url),
      localAddress,
      agent: false,
      method,
      path,
      headers: { host: new URL(url).host, ...length, ...headers },
    },
    (response) => {
      const parts: Buffer[] = [];
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => answer(response.statusCode ?? 0, Buffer.concat(parts).toString('utf8')))
        .on('error', () => answer(response.statusCode ?? 0));
    },
  );
  sent.on('error', () => answer(0)).end(body);
  return promise;
}

/** Opens a bare connection of the hostile client, sends this, and leaves it. */
export function hold(url: string, text: string): Socket {
  const socket = connect({
    port: portOf(url),
    host: '127.0.0.1',
    localAddress: hostileAddress,
  }).on('error', () => undefined);
  socket.write(text);
  return socket;
}

/** What somebody else reads meanwhile, one page after the other, from another address. */
export async function otherUser(
  url: string,
  pageOf: (n: number) => HttpRequest,
  isOver: () => boolean,
): Promise<Timed[]> {
  const answers: Timed[] = [];
  for (let n = 0; !isOver(); n += 1) {
    answers.push(await askFrom(otherAddress, url, pageOf(n)));
    await wait(20);
  }
  return answers;
}

/** The milliseconds within which 95 of 100 answers came. */
export function ninetyFifth(answers: readonly Timed[]): number {
  const sorted = answers.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  return Math.round(sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0);
}

/** The memory that a process holds now, in megabytes; 0 where the system does not say. */
export function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
