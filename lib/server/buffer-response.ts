import 'server-only';
import type { ServerResponse } from 'node:http';

export type BufferedPage = Readonly<{ status: number; body: Buffer }>;
type Callback = () => void;

/** Whether the response is a page, or a failure without a body of its own. */
function isPage(response: ServerResponse): boolean {
  // HTML to be downloaded is a file: its bytes and checksum stay as they are.
  const disposition = String(response.getHeader('content-disposition') ?? '');
  if (disposition.startsWith('attachment')) return false;
  const type = String(response.getHeader('content-type') ?? '');
  return type.startsWith('text/html') || (response.statusCode >= 400 && !type.includes('json'));
}

/** Sets the headers given to `writeHead`: as an object, or as a flat list of names and values. */
function setHeaders(response: ServerResponse, headers: unknown) {
  if (typeof headers !== 'object' || headers === null) return;
  if (!Array.isArray(headers)) {
    for (const [name, value] of Object.entries(headers as Record<string, string | string[]>)) {
      response.setHeader(name, value);
    }
    return;
  }
  for (let at = 0; at < headers.length; at += 2) {
    response.setHeader(headers[at] as string, headers[at + 1] as string);
  }
}

const isCallback = (value: unknown): value is Callback => typeof value === 'function';

function toBuffer(chunk: unknown, encoding: unknown): Buffer[] {
  if (chunk instanceof Uint8Array) return [Buffer.from(chunk)];
  if (typeof chunk !== 'string') return [];
  return [Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')];
}

/** After its end nothing more may be written to a response, whatever Next still tries. */
const closeForWriting = (response: ServerResponse) =>
  Object.assign(response, {
    write: () => true,
    end: () => response,
    writeHead: () => response,
    flushHeaders: () => undefined,
  });

/**
 * Buffers a page, or a failure without a body of its own, and delivers it when it is complete: only
 * then are its status, its length and its need of scripts known. All else (files, JSON, downloads)
 * passes through as it comes.
 */
export function bufferPage(response: ServerResponse, deliver: (page: BufferedPage) => void) {
  const { writeHead, write, end, flushHeaders } = response;
  const chunks: Buffer[] = [];
  let buffers: boolean | undefined;
  const isBuffered = () => {
    // A response that is not buffered keeps these functions and passes through them: Next's
    // compression has wrapped them and waits there for its headers. Without them the reader of a
    // large file would wait for its end.
    buffers ??= !response.headersSent && isPage(response);
    return buffers;
  };

  Object.assign(response, {
    writeHead: (status: number, ...rest: readonly unknown[]) => {
      response.statusCode = status;
      setHeaders(response, rest.at(-1));
      return isBuffered() ? response : writeHead.call(response, status);
    },
    flushHeaders: () => {
      if (!isBuffered()) flushHeaders.call(response);
    },
    write: (chunk: unknown, encoding?: unknown, done?: unknown) => {
      if (!isBuffered()) return Reflect.apply(write, response, [chunk, encoding, done]) as boolean;
      chunks.push(...toBuffer(chunk, encoding));
      const callback = [encoding, done].find(isCallback);
      if (callback) process.nextTick(callback);
      return true;
    },
    end: (chunk?: unknown, encoding?: unknown, done?: unknown) => {
      if (!isBuffered()) {
        return Reflect.apply(end, response, [chunk, encoding, done]) as ServerResponse;
      }
      chunks.push(...toBuffer(chunk, encoding));
      const callback = [chunk, encoding, done].find(isCallback);
      if (callback) response.once('finish', callback);
      Object.assign(response, { writeHead, write, end, flushHeaders });
      deliver({ status: response.statusCode, body: Buffer.concat(chunks) });
      closeForWriting(response);
      return response;
    },
  });
}
