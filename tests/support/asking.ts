import { Agent, request as begin, type IncomingHttpHeaders } from 'node:http';

export type Asked = Readonly<{ method?: string; path: string; headers?: Readonly<Record<string, string>>; body?: string | Buffer }>;
export type Answered = Readonly<{ status: number; headers: IncomingHttpHeaders; text: string; milliseconds: number }>;
export type Ask = (asked: Asked) => Promise<Answered>;

/** Asks a server over a few connections that stay open, exactly what is said. */
export function asking(url: string, connections = 6): Ask {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  return ({ method = 'GET', path, headers = {}, body }) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    let began = performance.now();
    const sent = begin({ hostname, port, method, path, agent, headers: { ...length, ...headers } }, (response) => {
      const parts: Buffer[] = [];
      const done = () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString('utf8'), milliseconds: performance.now() - began });
      response.on('data', (part: Buffer) => parts.push(part)).on('end', done).on('error', reject);
    });
    sent.on('socket', () => { began = performance.now(); }).on('error', reject);
    sent.end(body);
    return promise;
  };
}

const type = 'application/x-www-form-urlencoded';

/** A form as the register's own pages send it. */
export const formOf = (url: string, path: string, fields: Readonly<Record<string, string | readonly string[]>>, cookie = ''): Asked => ({
  method: 'POST', path, headers: { origin: url, 'content-type': type, cookie },
  body: String(new URLSearchParams(Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, String(value)])))),
});
