import 'server-only';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf, plainAddress } from '#lib/server/client-address';
import type { TrustedProxy } from '#lib/base/trusted-proxy';

/** The connections that one network may hold. A proxy holds those of everybody. */
const mostOfOne = 200;
/** The connections in all; the last ones come at the cost of whoever holds the most. */
const mostInAll = 2000;

type Holder = Set<Socket>;

/** Ends the oldest connection of the network that holds the most. */
function endOldestOfLargest(holders: ReadonlyMap<string, Holder>) {
  let largest: Holder | undefined;
  for (const holder of holders.values()) {
    if (!largest || holder.size > largest.size) largest = holder;
  }
  const [oldest] = largest ?? [];
  oldest?.destroy();
}

const isProxy = (address: string, trusted: TrustedProxy | null): boolean => {
  if (trusted === null) return false;
  return trusted.kind === 'hops' || trusted.contains(address);
};

/**
 * Bounds the connections of each network and in all. Where all are taken, a new one takes the place
 * of the oldest of whoever holds the most: one client with thousands of connections ends its own.
 */
export function limitConnections(
  server: Server,
  trusted: TrustedProxy | null,
  { ofOne = mostOfOne, inAll = mostInAll } = {},
) {
  const holders = new Map<string, Holder>();
  let count = 0;
  server.on('connection', (socket) => {
    const address = plainAddress(socket.remoteAddress);
    const network = networkOf(address);
    const holder = holders.get(network) ?? new Set<Socket>();
    if (holder.size >= ofOne && !isProxy(address, trusted)) return void socket.destroy();
    holders.set(network, holder.add(socket));
    count += 1;
    socket.once('close', () => {
      count -= 1;
      holder.delete(socket);
      if (holder.size === 0) holders.delete(network);
    });
    if (count > inAll) endOldestOfLargest(holders);
  });
}
