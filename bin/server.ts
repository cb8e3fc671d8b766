import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import next from 'next';
import { securityHeaders } from '#bin/headers';
import { keepPages } from '#bin/kept-pages';
import { bound, boundBody, limits } from '#bin/limits';
import { answerPlainly } from '#bin/plain-answer';
import { respondBy, type Build, type Respond } from '#bin/respond';
import { postRoutes } from '#bin/routes';
import { ownChunks } from '#bin/scripts';
import { staticFiles } from '#bin/static-files';
import { renderPagesBy } from '#lib/http/answer';
import { environment } from '#lib/base/env';
import { log } from '#lib/base/log';
import { stylesheetIs } from '#lib/http/stylesheet';

export type Running = Readonly<{ server: Server; stop: () => Promise<void> }>;
type Headers = Readonly<Record<string, string>>;

const root = new URL('..', import.meta.url);

/** Reads what the build says of itself. */
function known(render: Respond, fixed: Headers): Build {
  const built = new URL('.next/', root);
  const files = staticFiles(root, fixed);
  stylesheetIs(files.versioned('/register.css'));
  const chunks = ownChunks(built);
  return {
    takesPost: postRoutes(built),
    chunks,
    files,
    kept: keepPages({ render, chunks, fixed, script: files.versioned('/live.js') }),
  };
}

function listener(respond: Respond, fixed: Headers, demonstration: boolean) {
  return (request: IncomingMessage, response: ServerResponse) => {
    boundBody(request, response, fixed, demonstration);
    Promise.resolve(respond(request, response)).catch((error: unknown) => {
      log.error({ err: error }, 'a request failed');
      if (!response.headersSent) answerPlainly(request, response, 500, fixed);
      else response.destroy();
    });
  };
}

/** Starts the register's server and waits until it listens. */
export async function serve({ development }: { development: boolean }): Promise<Running> {
  const { host, port, publicUrl, demonstration } = environment();
  const app = next({ dev: development, dir: root.pathname, hostname: host, port, quiet: true });
  await app.prepare();
  const render = app.getRequestHandler();
  renderPagesBy(render);
  const fixed = securityHeaders(publicUrl);
  const respond = respondBy(render, development ? null : known(render, fixed), fixed);
  // Next would take over every request to change the protocol, and leave its connection open for
  // good.
  const server = createServer(
    { ...limits, ...(development ? {} : { shouldUpgradeCallback: () => false }) },
    listener(respond, fixed, demonstration),
  );
  bound(server, fixed, demonstration);
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    answerPlainly(request, response, 400, fixed),
  );
  if (development) server.on('upgrade', app.getUpgradeHandler());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const stop = async () => {
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
    await closed;
    await app.close();
  };
  return { server, stop };
}
