import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { parseEnvironment } from '#lib/base/env';
import { parseTrustedProxy } from '#lib/base/trusted-proxy';
import { clientAddress, networkOf } from '#lib/server/client-address';

function client(trusted: string, peer: string, forwarded?: string): string {
  const request = {
    socket: { remoteAddress: peer },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  } as unknown as IncomingMessage;
  return clientAddress(request, parseTrustedProxy(trusted)!);
}

describe('the address of a client', () => {
  it.each([
    ['', '192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['', '::ffff:192.0.2.1', undefined, '192.0.2.1'],
    ['1', '127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['1', '127.0.0.1', '1.1.1.1, 198.51.100.7', '198.51.100.7'],
    ['2', '127.0.0.1', '1.1.1.1, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
    ['2', '127.0.0.1', '198.51.100.7', '127.0.0.1'],
    ['1', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['1', '127.0.0.1', '', '127.0.0.1'],
    ['1', '127.0.0.1', undefined, '127.0.0.1'],
    ['1', '127.0.0.1', '198.51.100.7:4711', '198.51.100.7'],
    ['1', '127.0.0.1', '[2001:DB8::7]:4711', '2001:db8::7'],
    ['127.0.0.1', '127.0.0.1', '1.1.1.1, 198.51.100.7', '198.51.100.7'],
    ['127.0.0.1', '192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['127.0.0.1,10.0.0.0/8', '127.0.0.1', '1.1.1.1, 198.51.100.7, 10.1.2.3', '198.51.100.7'],
    ['127.0.0.1, 10.0.0.0/8', '::ffff:10.0.0.9', '10.0.0.1, 10.0.0.2', '10.0.0.1'],
    ['10.0.0.0/8', '10.0.0.9', '1.1.1.1, nonsense, 10.0.0.2', '10.0.0.2'],
    ['fd00::/8', 'fd00::1', '2001:db8::1', '2001:db8::1'],
  ])('with TRUSTED_PROXY=%s from %s with %s is %s', (trusted, peer, forwarded, address) => {
    expect(client(trusted, peer, forwarded)).toBe(address);
  });
});

describe('the network that limits count by', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::ffff', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8::1.2.3.4', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network));
});

describe('TRUSTED_PROXY', () => {
  it.each([
    '0',
    '11',
    '1.5',
    '-1',
    'nginx',
    '10.0.0.0/33',
    '10.0.0',
    '127.0.0.1,',
    'fe80::1%eth0',
    '1 2',
    '10.0.0.1/8/9',
    '::1/129',
  ])('%j is refused at the start in one line that names it', (value) => {
    expect(() => parseEnvironment({ TRUSTED_PROXY: value })).toThrow(/^TRUSTED_PROXY must [^\n]+$/);
  });
  it('that is not set trusts nobody', () => {
    expect(parseEnvironment({}).trustedProxy).toBeNull();
    expect(parseEnvironment({ TRUSTED_PROXY: '' }).trustedProxy).toBeNull();
  });
});
