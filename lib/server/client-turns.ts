import 'server-only';

type Turn = () => void;
type Client = { running: number; waiting: Turn[] };
type Bounds = Readonly<{
  /** How many requests run at the same time: in all, and of one client. */
  inAll: number;
  ofOne: number;
  /** How many more of one client wait. */
  waiting: number;
}>;

/**
 * Lets clients take turns at what costs the register much: each has few requests running and few
 * waiting, and whoever waits comes after one request of each other client.
 */
export function createClientTurns({ inAll, ofOne, waiting }: Bounds) {
  const clients = new Map<string, Client>();
  let running = 0;

  function startNext() {
    for (const [name, client] of clients) {
      if (running >= inAll) return;
      if (client.running >= ofOne) continue;
      const turn = client.waiting.shift();
      if (!turn) continue;
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
   * Waits for a turn and returns how to end it; undefined where too many of this client wait, or
   * where the client has left in the meantime.
   */
  return async (name: string, hasLeft: () => boolean): Promise<(() => void) | undefined> => {
    const client = clients.get(name) ?? { running: 0, waiting: [] };
    clients.set(name, client);
    if (client.waiting.length >= waiting) return undefined;
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
