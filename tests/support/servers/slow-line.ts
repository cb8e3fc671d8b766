import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type Line = Readonly<{
  bitsPerSecond: number;
  roundTrip: number;
  loss: number;
  seed?: number;
}>;
const segment = 1400;

/**
 * Seconds until the last of so many bytes of an answer have come over a line by a new connection: a
 * round trip for the handshake, one for
 * the request, the bytes themselves, and a round trip more for each segment that is lost on
 * average. By calculation, so that no machine is too slow for it.
 */
export const secondsOver = ({ bitsPerSecond, roundTrip, loss }: Line, bytes: number): number =>
  (2 + Math.ceil(bytes / segment) * loss) * (roundTrip / 1000) + (bytes * 8) / bitsPerSecond;

/**
 * A slow line in front of a server: one narrow road for all connections, half a round trip each
 * way, and segments that are
 * lost and sent again a round trip later, while what follows them waits, as TCP has it. Losses fall
 * alike in every run.
 */
export async function slowLine(url: string, { bitsPerSecond, roundTrip, loss, seed = 1 }: Line) {
  let state = seed;
  const lost = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 < loss;
  };
  const sockets = new Set<Socket>();
  const road = { free: 0 };

  /** Carries what comes from one end to the other, segment by segment. */
  function carry(from: Socket, to: Socket, down: boolean) {
    let arrives = 0;
    from.on('data', (data: Buffer) => {
      for (let i = 0; i < data.length; i += segment) {
        const part = data.subarray(i, i + segment);
        const now = performance.now();
        if (down) road.free = Math.max(road.free, now) + (part.length * 8000) / bitsPerSecond;
        // In order: nothing overtakes a segment that is being sent again.
        arrives = Math.max(
          arrives,
          (down ? road.free : now) + roundTrip / 2 + (lost() ? roundTrip : 0),
        );
        setTimeout(() => to.writable && to.write(part), arrives - now);
      }
    });
    from.on('end', () =>
      setTimeout(() => to.end(), Math.max(arrives - performance.now(), 0) + roundTrip / 2),
    );
    from.on('error', () => to.destroy());
  }

  const proxy = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({
      port: Number(new URL(url).port),
      host: '127.0.0.1',
      allowHalfOpen: true,
    });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    }
    // The handshake of the connection takes a round trip as well.
    near.pause();
    setTimeout(() => near.resume(), roundTrip);
    carry(near, far, false);
    carry(far, near, true);
  });
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    },
  };
}
