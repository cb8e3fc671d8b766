import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * A mail as it came: the addresses of its envelope, its headers with their lines unfolded, and all
 * of it.
 */
type Received = Readonly<{
  from: string;
  to: readonly string[];
  headers: readonly string[];
  source: string;
}>;
export type SmtpServer = Readonly<{
  url: string;
  received: Received[];
  refuse: (times: number) => void;
  stop: () => Promise<void>;
}>;

const headersOf = (source: string) =>
  source
    .split('\r\n\r\n', 1)[0]!
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');

/**
 * A mail server that keeps what it is sent. Told to refuse, it answers so many mails with a failure
 * that passes.
 */
export async function startSmtp(): Promise<SmtpServer> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let refusals = 0;
  const converse = (socket: Socket) => {
    let [from, to, rest, data] = ['', [] as string[], '', false];
    const say = (line: string) => socket.write(`${line}\r\n`);
    const answers: Readonly<Record<string, (line: string) => unknown>> = {
      EHLO: () => say('250 test.example.org'),
      QUIT: () => {
        say('221 bye');
        socket.end();
      },
      RSET: () => say('250 ok'),
      MAIL: (line) => {
        [from, to] = [/<(.*)>/.exec(line)?.[1] ?? '', []];
        return say('250 ok');
      },
      RCPT: (line) => {
        to.push(/<(.*)>/.exec(line)?.[1] ?? '');
        return say(refusals > 0 && refusals-- ? '451 try later' : '250 ok');
      },
      DATA: () => {
        data = true;
        return say('354 go on');
      },
    };
    say('220 test.example.org');
    socket.setEncoding('utf8').on('data', (text: string) => {
      rest += text;
      while (rest.includes(data ? '\r\n.\r\n' : '\r\n')) {
        const end = rest.indexOf(data ? '\r\n.\r\n' : '\r\n');
        const part = rest.slice(0, end);
        rest = rest.slice(end + (data ? 5 : 2));
        if (!data) (answers[part.slice(0, 4).toUpperCase()] ?? (() => say('500 what?')))(part);
        else {
          data = false;
          received.push({ from, to: [...to], headers: headersOf(part), source: part });
          say('250 kept');
        }
      }
    });
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    converse(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    refuse: (times) => {
      refusals = times;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
