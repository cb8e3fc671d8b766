import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { securityHeaders } from '#lib/server/security-headers';
import { maxFileFormBytes } from '#lib/server/write-guards';
import {
  applyServerLimits,
  limitBodyTime,
  serverLimits,
  bodyTimeout,
} from '#lib/server/server-limits';
import { lines } from '#tests/support/servers/raw-lines';
import { score } from '#tests/support/servers/observatory';

/**
 * A server with the register's bounds, but less patience, that answers once it has read all that
 * was sent.
 */
describe('a request that is too slow', () => {
  let server: Server;
  let url: string;
  let read = 0;
  beforeAll(async () => {
    const headers = securityHeaders(new URL('https://needs.example.org'));
    server = createServer(
      { ...serverLimits, headersTimeout: 400, connectionsCheckingInterval: 50 },
      (request, response) => {
        limitBodyTime(request, response, headers, false, () => 400);
        request
          .on('data', (part: Buffer) => {
            read += part.length;
          })
          .on('end', () => response.end('read'))
          .on('error', () => undefined);
      },
    );
    applyServerLimits(server, headers, false);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const drops = (text: string) => Array.from({ length: text.length }, (_, i) => text[i]!);
  it.each<[string, readonly string[]]>([
    [
      'in its headers',
      ['GET / HTTP/1.1\r\nhost: localhost\r\n', ...drops(`x: ${'a'.repeat(100)}`)],
    ],
    [
      'in its body',
      [
        'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\n',
        ...drops('a'.repeat(100)),
      ],
    ],
    [
      'and does not come at all',
      ['POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\n'],
    ],
  ])('%s is ended with 408 and the headers of every answer', async (_said, parts) => {
    const { status, closed, headers, text } = await lines(url, parts, { pause: 20 });
    expect([status, closed]).toEqual([408, true]);
    expect(score({ headers, text, https: true }).score).toBe(130);
    expect(text).toMatch(/<h1>[^<]+<\/h1>/);
  });
  it('ends early, whatever it was going to send', () => expect(read).toBeLessThan(100));
  it('is no request that is only large', async () => {
    const { status, text } = await lines(url, [
      `POST / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: 100000\r\n\r\n${'a'.repeat(100_000)}`,
    ]);
    expect([status, text.endsWith('read')]).toEqual([200, true]);
  });
});

describe('the bounds', () => {
  it('leave a slow line the time for each form, the largest file included, and no more', () => {
    const onSlowLine = (bytes: number) => (bytes * 8) / 50;
    for (const bytes of [1000, 256 * 1024, 20 * 1024 * 1024])
      expect(bodyTimeout(bytes)).toBeGreaterThan(onSlowLine(bytes));
    expect(bodyTimeout(maxFileFormBytes)).toBeLessThanOrEqual(serverLimits.requestTimeout);
    expect(bodyTimeout(256 * 1024)).toBeLessThan(60_000);
  });
  it('let no header pass 16 KB', () => expect(serverLimits.maxHeaderSize).toBe(16_384));
});
