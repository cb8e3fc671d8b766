import type { ServerResponse } from 'node:http';

export type Held = Readonly<{ status: number; body: Buffer }>;
type Done = () => void;

const isPage = (response: ServerResponse) => {
  // HTML that is given to keep is a file, whose bytes and checksum stay as they were made.
  if (String(response.getHeader('content-disposition') ?? '').startsWith('attachment'))
    return false;
  const type = String(response.getHeader('content-type') ?? '');
  return type.startsWith('text/html') || (response.statusCode >= 400 && !type.includes('json'));
};

const setAll = (response: ServerResponse, given: unknown) => {
  if (typeof given !== 'object' || given === null) return;
  const pairs = Array.isArray(given)
    ? given.flatMap((name: string, i) =>
        i % 2 === 0 ? [[name, given[i + 1] as string] as const] : [],
      )
    : Object.entries(given as Record<string, string | string[]>);
  for (const [name, value] of pairs) response.setHeader(name, value);
};

/**
 * Holds back a page, or a failure without words of its own, until it is whole, and hands it over to
 * be sent: only then are
 * its status, its length and whether it needs scripts known. All else (files, JSON, downloads)
 * passes through as it comes.
 */
export function holdPage(response: ServerResponse, deliver: (held: Held) => void) {
  const { writeHead, write, end, flushHeaders } = response;
  const parts: Buffer[] = [];
  let held: boolean | undefined;
  const holds = () => {
    // What is not held keeps these functions and passes through them: Next's compression has put
    // its own over them, and waits there
    // to be told of its headers. Taken away, they leave whoever takes a large file waiting for its
    // end.
    held ??= !response.headersSent && isPage(response);
    return held;
  };
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string')
      parts.push(
        Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'),
      );
    else if (chunk instanceof Uint8Array) parts.push(Buffer.from(chunk));
  };
  const doneOf = (...given: readonly unknown[]) =>
    given.find((each): each is Done => typeof each === 'function');

  Object.assign(response, {
    writeHead: (status: number, ...rest: readonly unknown[]) => {
      response.statusCode = status;
      setAll(response, rest.at(-1));
      return holds() ? response : writeHead.call(response, status);
    },
    flushHeaders: () => {
      if (!holds()) flushHeaders.call(response);
    },
    write: (chunk: unknown, encoding?: unknown, done?: unknown) => {
      if (!holds()) return Reflect.apply(write, response, [chunk, encoding, done]) as boolean;
      keep(chunk, encoding);
      const next = doneOf(encoding, done);
      if (next) process.nextTick(next);
      return true;
    },
    end: (chunk?: unknown, encoding?: unknown, done?: unknown) => {
      if (!holds()) return Reflect.apply(end, response, [chunk, encoding, done]) as ServerResponse;
      keep(chunk, encoding);
      const next = doneOf(chunk, encoding, done);
      if (next) response.once('finish', next);
      Object.assign(response, { writeHead, write, end, flushHeaders });
      deliver({ status: response.statusCode, body: Buffer.concat(parts) });
      // Nothing more may be written to it, whatever Next still tries.
      Object.assign(response, {
        write: () => true,
        end: () => response,
        writeHead: () => response,
        flushHeaders: () => undefined,
      });
      return response;
    },
  });
}
