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

/** The connections over which somebody has asked who has signed in. */
const ofSignedIn = new WeakSet<Socket>();

/** Keeps the connection of somebody who has signed in, while there are others to end. */
export const keepForSignedIn = (socket: Socket): void => void ofSignedIn.add(socket);

/** Ends the oldest connection of a network, one of the public if there is one. */
function endOldest(holder: Holder) {
  const [oldest] = holder;
  for (const socket of holder) {
    if (!ofSignedIn.has(socket)) return void socket.destroy();
  }
  oldest?.destroy();
}

function largestOf(holders: ReadonlyMap<string, Holder>): Holder {
  let largest: Holder = new Set();
  for (const holder of holders.values()) if (holder.size > largest.size) largest = holder;
  return largest;
}

const isProxy = (address: string, trusted: TrustedProxy | null): boolean => {
  if (trusted === null) return false;
  return trusted.kind === 'hops' || trusted.contains(address);
};

/**
 * Bounds the connections of each network and in all. Where all are taken, a new one takes the place
 * of the oldest of that network, or of whoever holds the most: one client with thousands of
 * connections ends its own. Those of people who have signed in are kept for as long as there are
 * others.
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
    holders.set(network, holder.add(socket));
    count += 1;
    socket.once('close', () => {
      count -= 1;
      holder.delete(socket);
      if (holder.size === 0) holders.delete(network);
    });
    if (holder.size > ofOne && !isProxy(address, trusted)) endOldest(holder);
    else if (count > inAll) endOldest(largestOf(holders));
  });
}
