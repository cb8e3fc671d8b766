import {
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { plainPage } from '#bin/plain-page';

/** No browser sends more headers than this; their length together is bounded by `maxHeaderSize`. */
export const mostHeaders = 100;

/**
 * How long a body of so many bytes may take, in milliseconds: as long as on a line of 50 kbit/s,
 * and a quarter of a minute more.
 */
export const timeForBody = (bytes: number): number => 15_000 + Math.ceil((bytes * 8) / 50);

/**
 * How long and how large a request may be: an hour, in which the largest file gets through a line
 * of 50 kbit/s; less has less
 * (`boundBody`). A connection is kept for longer than a proxy in front keeps it, so that the proxy
 * never sends into one that is being closed.
 */
export const limits = {
  requestTimeout: 3_600_000,
  headersTimeout: 20_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5000,
  maxHeaderSize: 16_384,
  // Node would refuse a missing Host with headers of its own; `respond` does.
  requireHostHeader: false,
} as const satisfies ServerOptions;

const answered = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
} as const;

/** Answers on the bare connection what Node could not make a request of, and ends it. */
function answerRaw(
  socket: Duplex,
  status: number,
  headers: Readonly<Record<string, string>>,
  demonstration: boolean,
) {
  const body = plainPage('en', 400, demonstration);
  const lines = Object.entries({
    ...headers,
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    connection: 'close',
  });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  );
}

/** Ends a request whose body has not come whole by its time, unless an answer to it has begun. */
export function boundBody(
  request: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  demonstration: boolean,
  time = timeForBody,
) {
  const bytes = Number(request.headers['content-length'] ?? 0);
  if (request.complete || request.method === 'GET' || request.method === 'HEAD') return;
  const timer = setTimeout(() => {
    if (request.complete) return;
    if (response.headersSent) request.socket.destroy();
    else answerRaw(request.socket, 408, headers, demonstration);
  }, time(bytes)).unref();
  request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
}

/**
 * Bounds connections, and answers what is malformed, too large or too slow with the headers of
 * every answer.
 */
export function bound(
  server: Server,
  headers: Readonly<Record<string, string>>,
  demonstration: boolean,
) {
  server.maxConnections = 2000;
  server.maxRequestsPerSocket = 1000;
  // A reader that takes nothing of an answer for two minutes is gone.
  server.timeout = 120_000;
  // Node would silently drop what is more; we count and refuse.
  server.maxHeadersCount = 0;
  server.on('clientError', (error: Error & { code?: keyof typeof answered }, socket) => {
    // As Node's own handler does: into an answer that has begun nothing more may be written.
    const begun = (socket as Duplex & { _httpMessage?: ServerResponse | null })._httpMessage
      ?.headersSent;
    if (!socket.writable || begun) return void socket.destroy();
    answerRaw(socket, answered[error.code!] ?? 400, headers, demonstration);
  });
  // CONNECT asks for a tunnel, and reaches no request handler.
  server.on('connect', (_request, socket) => answerRaw(socket, 405, headers, demonstration));
}
