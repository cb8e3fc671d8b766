import { Agent, request as begin, type IncomingHttpHeaders } from 'node:http';

export type HttpRequest = Readonly<{
  method?: string;
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
}>;
export type HttpResponse = Readonly<{
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  milliseconds: number;
}>;
export type SendRequest = (asked: HttpRequest) => Promise<HttpResponse>;

type Lost = Error & { code?: string };

/**
 * Asks a server over a few connections that stay open, exactly what is said. A server may close
 * one that has been idle just as it is used again: what it has not read then, it is asked over
 * another.
 */
export function httpClient(url: string, connections = 6): SendRequest {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  const ask: SendRequest = (asked) => {
    const { method = 'GET', path, headers = {}, body } = asked;
    const { promise, resolve, reject } = Promise.withResolvers<HttpResponse>();
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { hostname, port, method, path, agent, headers: { ...length, ...headers } };
    let began = performance.now();
    const sent = begin(options, (response) => {
      const parts: Buffer[] = [];
      const done = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
          milliseconds: performance.now() - began,
        });
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', done)
        .on('error', reject);
    });
    sent.on('socket', () => {
      began = performance.now();
    });
    sent.on('error', (error: Lost) => {
      const closedBefore = sent.reusedSocket && error.code === 'ECONNRESET';
      if (closedBefore) resolve(ask(asked));
      else reject(error);
    });
    sent.end(body);
    return promise;
  };
  return ask;
}

const type = 'application/x-www-form-urlencoded';

/** A form as the register's own pages send it. */
export const formRequest = (
  url: string,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  cookie = '',
): HttpRequest => ({
  method: 'POST',
  path,
  headers: { origin: url, 'content-type': type, cookie },
  body: String(
    new URLSearchParams(
      Object.entries(fields).flatMap(([name, values]) =>
        [values].flat().map((value) => [name, String(value)]),
      ),
    ),
  ),
});
