import 'server-only';
import {
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { statusPage } from '#lib/server/status-page';

type Headers = Readonly<Record<string, string>>;

/** No browser sends more headers than this; `maxHeaderSize` bounds their total length. */
export const maxHeaderCount = 100;

/** The slowest line that a form must get through, in bits per millisecond (kbit/s). */
const slowestLine = 50;

/** How long a body of so many bytes may take, in milliseconds. */
export const bodyTimeout = (bytes: number): number => 15_000 + Math.ceil((bytes * 8) / slowestLine);

/** How long a body may stand still before it is complete, in milliseconds. */
const longestStall = 20_000;

/**
 * The limits of Node's server. The largest file gets through the slowest line in an hour; smaller
 * bodies have less time (`boundBody`). A connection is kept open for longer than a proxy keeps it,
 * so that the proxy never sends into one that is being closed.
 */
export const serverLimits = {
  requestTimeout: 3_600_000,
  headersTimeout: 20_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5000,
  maxHeaderSize: 16_384,
  // Node would refuse a missing Host without our headers; the request handler refuses it.
  requireHostHeader: false,
} as const satisfies ServerOptions;

const statusOfError = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
} as const;
type ClientError = Error & { code?: keyof typeof statusOfError };

/** Answers on the bare connection, where there is no request that Node can parse, and ends it. */
function answerRaw(socket: Duplex, status: number, headers: Headers, demonstration: boolean) {
  const body = statusPage('en', 400, demonstration);
  const headerLines = Object.entries({
    ...headers,
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const statusLine = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`;
  socket.end(`${statusLine}${headerLines.join('')}\r\n${body}`);
}

/** Ends a request whose body is not complete in time, unless its answer has begun. */
export function limitBodyTime(
  request: IncomingMessage,
  response: ServerResponse,
  headers: Headers,
  demonstration: boolean,
  time = bodyTimeout,
  stallTime = longestStall,
) {
  const bytes = Number(request.headers['content-length'] ?? 0);
  if (request.complete || request.method === 'GET' || request.method === 'HEAD') return;
  const end = () => {
    stop();
    if (request.complete) return;
    if (response.headersSent) request.socket.destroy();
    else answerRaw(request.socket, 408, headers, demonstration);
  };
  const timer = setTimeout(end, time(bytes)).unref();
  let read = request.socket.bytesRead;
  const stalled = setInterval(() => {
    // Where we do not read, the sender cannot go on.
    const isOurs = request.readableLength >= request.readableHighWaterMark;
    if (request.socket.bytesRead === read && !isOurs) end();
    read = request.socket.bytesRead;
  }, stallTime).unref();
  const stop = () => {
    clearTimeout(timer);
    clearInterval(stalled);
  };
  request.once('end', stop).once('close', stop);
}

/** How long a client may still read an answer whose request it has not sent whole. */
const lingerTime = 2000;

/** Ends the connection of a request that was answered before its body was read. */
export function endUnreadRequest(request: IncomingMessage, response: ServerResponse) {
  response.once('finish', () => {
    if (request.complete) return;
    setTimeout(() => {
      if (!request.complete) request.socket.destroy();
    }, lingerTime).unref();
  });
}

/** Limits requests, and answers malformed, too large and too slow requests with our headers. */
export function applyServerLimits(server: Server, headers: Headers, demonstration: boolean) {
  server.maxRequestsPerSocket = 1000;
  // A client that reads nothing for two minutes is gone.
  server.timeout = 120_000;
  // Node would silently drop the headers beyond a limit; the request handler counts and refuses.
  server.maxHeadersCount = 0;
  server.on('clientError', (error: ClientError, socket) => {
    // As in Node's own handler: nothing more may be written into an answer that has begun.
    const begun = (socket as Duplex & { _httpMessage?: ServerResponse | null })._httpMessage
      ?.headersSent;
    if (!socket.writable || begun) return void socket.destroy();
    answerRaw(socket, statusOfError[error.code!] ?? 400, headers, demonstration);
  });
  // CONNECT requests a tunnel and never reaches the request handler.
  server.on('connect', (_request, socket) => answerRaw(socket, 405, headers, demonstration));
}
