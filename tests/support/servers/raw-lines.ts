import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export type Lines = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  text: string;
  closed: boolean;
}>;

/** The whole of an answer has come: its head, and as many bytes as that says, or its last chunk. */
function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const [head, body] = [text.slice(0, end), text.slice(end + 4)];
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  if (length !== undefined) return body.length >= Number(length);
  return /^transfer-encoding: chunked/im.test(head) && body.endsWith('0\r\n\r\n');
}

// Against hanging alone.
const patience = 120_000;

/** `pause`: milliseconds after each part. */
type How = Readonly<{ pause?: number; until?: 'closed' | 'answered' }>;

/**
 * Sends these bytes on a bare connection, part by part, and reads until the server closes it, or
 * until an answer has come whole, if that is enough.
 */
export async function lines(
  url: string,
  parts: readonly string[],
  { pause = 0, until = 'closed' }: How = {},
): Promise<Lines> {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  let text = '';
  const { promise: over, resolve } = Promise.withResolvers<boolean>();
  socket.setEncoding('latin1').on('data', (part: string) => {
    text += part;
    if (until === 'answered' && isWhole(text)) resolve(false);
  });
  socket.on('close', () => resolve(true)).on('error', () => resolve(true));
  const timer = setTimeout(() => resolve(false), patience);
  for (const part of parts) {
    if (socket.destroyed) break;
    socket.write(part, 'latin1');
    if (pause > 0) await wait(pause);
  }
  const closed = await over;
  clearTimeout(timer);
  socket.destroy();
  const head = text.split('\r\n\r\n', 1)[0]!.split('\r\n');
  const headers = Object.fromEntries(
    head.slice(1).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1] ?? 0), headers, text, closed };
}
