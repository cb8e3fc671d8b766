import 'server-only';

type Turn = () => void;
type Client = { running: number; waiting: Turn[] };
type Bounds = Readonly<{
  /** How many requests run at the same time: in all, and of one client. */
  inAll: number;
  ofOne: number;
  /** How many more wait: of one client, and in all. */
  waiting: number;
  waitingInAll?: number;
}>;

/**
 * Lets clients take turns at what costs the register much: each has few requests running and few
 * waiting, and whoever waits comes after one request of each other client.
 */
export function createClientTurns({ inAll, ofOne, waiting, waitingInAll = Infinity }: Bounds) {
  const clients = new Map<string, Client>();
  let running = 0;
  let waitingNow = 0;

  function startNext() {
    for (const [name, client] of clients) {
      if (running >= inAll) return;
      if (client.running >= ofOne) continue;
      const turn = client.waiting.shift();
      if (!turn) continue;
      waitingNow -= 1;
      client.running += 1;
      running += 1;
      // The next turn is another client's.
      clients.delete(name);
      clients.set(name, client);
      turn();
      return startNext();
    }
  }

  function end(name: string, client: Client) {
    client.running -= 1;
    running -= 1;
    if (client.running === 0 && client.waiting.length === 0) clients.delete(name);
    startNext();
  }

  /**
   * Waits for a turn and returns how to end it; undefined where too many wait, or where the client
   * has left in the meantime.
   */
  return async (
    name: string,
    hasLeft: () => boolean = () => false,
  ): Promise<(() => void) | undefined> => {
    const client = clients.get(name) ?? { running: 0, waiting: [] };
    if (client.waiting.length >= waiting || waitingNow >= waitingInAll) return undefined;
    clients.set(name, client);
    waitingNow += 1;
    await new Promise<void>((resolve) => {
      client.waiting.push(resolve);
      startNext();
    });
    let isOver = false;
    const finish = () => {
      if (isOver) return;
      isOver = true;
      end(name, client);
    };
    if (!hasLeft()) return finish;
    finish();
    return undefined;
  };
}
