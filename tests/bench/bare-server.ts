/**
 * The least that the summary API could be: node:http, one look-up of the revision, and the bytes.
 * Given: port, database, file of the body.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { openSqlite } from '#db/sqlite';

const [port = '', databaseUrl = '', path = ''] = process.argv.slice(2);
const body = readFileSync(path);
const revision = openSqlite(databaseUrl, 'read').prepare<[], { revision: number }>(
  'select revision from register where id = 1',
);

createServer((request, response) => {
  const tag = `"${createHash('sha256').update(`${revision.get()!.revision} ${request.url}`).digest('base64url').slice(0, 27)}"`;
  const headers = { etag: tag, 'cache-control': 'public, no-cache', vary: 'cookie' };
  if (request.headers['if-none-match'] === tag) return response.writeHead(304, headers).end();
  response.writeHead(200, {
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
  });
  return response.end(body);
}).listen(Number(port), '127.0.0.1');
