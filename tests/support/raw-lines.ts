import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export type Lines = Readonly<{ status: number; headers: Readonly<Record<string, string>>; text: string; closed: boolean }>;

/** Sends these bytes on a bare connection, part by part, and reads until the server closes it or nothing more comes for a while. */
export async function lines(url: string, parts: readonly string[], { pause = 0, patience = 3000 }: { pause?: number; patience?: number } = {}): Promise<Lines> {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  let text = '';
  const { promise: closed, resolve } = Promise.withResolvers<boolean>();
  socket.setEncoding('latin1').on('data', (part: string) => { text += part; }).on('close', () => resolve(true)).on('error', () => resolve(true));
  for (const part of parts) {
    if (socket.destroyed) break;
    socket.write(part, 'latin1');
    if (pause > 0) await wait(pause);
  }
  const ended = await Promise.race([closed, wait(patience, false)]);
  socket.destroy();
  const head = text.split('\r\n\r\n', 1)[0]!.split('\r\n');
  const headers = Object.fromEntries(head.slice(1).map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  return { status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1] ?? 0), headers, text, closed: ended };
}
