/**
 * A server in a process of its own, so that its processor time is its own: the register, or as
 * little as a server can be, with
 * the same look-up or the same durable write. Asked for `usage`, it tells what it has used so far.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSqlite } from '#db/sqlite';
import { environment } from '#lib/base/env';
import { currentRevision } from '#lib/counting/facts/load';

export type ServerKind = 'register' | 'bare page' | 'bare insert' | 'bare update';

async function listening(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<number> {
  const server = createServer({ keepAliveTimeout: 65_000 }, answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

function barePage() {
  const page = Buffer.from(
    `<!doctype html><title>30 KB</title>${'<p>A paragraph.</p>'.repeat(2000)}`.slice(0, 30_000),
  );
  return listening(async (request, response) => {
    const revision = await currentRevision();
    if (request.headers['if-none-match'] === `"${revision}"`)
      return response.writeHead(304, { etag: `"${revision}"` }).end();
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-length': page.length,
        etag: `"${revision}"`,
      })
      .end(page);
  });
}

function bareWrite(sql: string) {
  const db = openSqlite(environment().databaseUrl, 'write');
  db.exec('create table if not exists bench_insert (id integer primary key, body text not null)');
  db.prepare(`insert or ignore into bench_insert (id, body) values (1, '')`).run();
  const write = db.prepare(sql);
  return listening((request, response) => {
    let body = '';
    request
      .setEncoding('utf8')
      .on('data', (part: string) => {
        body += part;
      })
      .on('end', () => {
        write.run(body);
        response.writeHead(303, { location: '/' }).end();
      });
  });
}

async function register(): Promise<number> {
  const { serve } = await import('#lib/server/server');
  const { server } = await serve({ development: false });
  return (server.address() as AddressInfo).port;
}

const port = await {
  register,
  'bare page': barePage,
  'bare insert': () => bareWrite('insert into bench_insert (body) values (?)'),
  'bare update': () => bareWrite('update bench_insert set body = ? where id = 1'),
}[process.argv[2] as ServerKind]();
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send!({ cpu: (user + system) / 1000, rss: process.memoryUsage().rss });
});
process.send!({ port });
