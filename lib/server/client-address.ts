import 'server-only';
import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';
import type { TrustedProxy } from '#lib/base/trusted-proxy';

const mappedPrefix = '::ffff:';
/** Longer than any address with its port. */
const longestEntry = 64;

/** An address without port, brackets and zone, an IPv4 address as such; undefined for no address. */
function parseAddress(entry: string): string | undefined {
  if (entry.length > longestEntry) return undefined;
  const [, bracketed, withPort] =
    /^(?:\[([\da-fA-F:.]+)\](?::\d{1,5})?|([\d.]+):\d{1,5})$/.exec(entry) ?? [];
  const [address = ''] = (bracketed ?? withPort ?? entry).split('%');
  if (isIP(address) === 0) return undefined;
  const plain = address.toLowerCase();
  const mapped = plain.startsWith(mappedPrefix) ? plain.slice(mappedPrefix.length) : '';
  return isIP(mapped) === 4 ? mapped : plain;
}

/** The address of the other end of a connection; empty where it has gone. */
export const plainAddress = (address: string | undefined): string =>
  parseAddress(address ?? '') ?? '';

/** The address by trusted proxies: the last one before them that some proxy has seen itself. */
function beforeTrusted(
  peer: string,
  entries: readonly string[],
  contains: (address: string) => boolean,
): string {
  let address = peer;
  for (const entry of entries.toReversed()) {
    if (!contains(address)) return address;
    const next = parseAddress(entry);
    // A proxy that cannot say for whom it asks is the client itself.
    if (next === undefined) return address;
    address = next;
  }
  return address;
}

/**
 * The address of the client of a request. What a proxy says counts only where `TRUSTED_PROXY` names
 * it: everybody else could write any address.
 */
export function clientAddress(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  trusted: TrustedProxy | null,
): string {
  const peer = plainAddress(socket.remoteAddress);
  const forwarded = headers['x-forwarded-for'];
  if (trusted === null || forwarded === undefined) return peer;
  const entries = String(forwarded)
    .split(',')
    .map((entry) => entry.trim());
  if (trusted.kind === 'addresses') return beforeTrusted(peer, entries, trusted.contains);
  return parseAddress(entries.at(-trusted.count) ?? '') ?? peer;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  // The groups of the last 32 bits do not matter, however they are written.
  const [left = '', right] = address.split('::');
  const before = left.split(':').filter(Boolean);
  const after = right?.split(':').filter(Boolean) ?? [];
  const afterCount = after.length + (after.at(-1)?.includes('.') ? 1 : 0);
  const zeros = Array<string>(Math.max(0, 8 - before.length - afterCount)).fill('0');
  const groups = right === undefined ? before : [...before, ...zeros, ...after];
  return groups.map((group) => group.replace(/^0{1,3}(?=.)/, ''));
}

/** What limits count by: an IPv4 address, or the /64 that one subscriber of IPv6 has. */
export const networkOf = (address: string): string =>
  isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address;
