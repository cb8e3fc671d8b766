import 'server-only';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import next from 'next';
import { noteDamageOf } from '#db/damage';
import { withRequestNetwork } from '#db/request-network';
import { clientAddress, networkOf } from '#lib/server/client-address';
import { securityHeaders } from '#lib/server/security-headers';
import { createPageCache } from '#lib/server/page-cache';
import { requestMeasure } from '#lib/server/request-metrics';
import { requestLog } from '#lib/server/access-log';
import { limitConnections } from '#lib/server/connection-limits';
import {
  applyServerLimits,
  endUnreadRequest,
  limitBodyTime,
  serverLimits,
} from '#lib/server/server-limits';
import { requestHandler, type BuildOutput, type RequestHandler } from '#lib/server/request-handler';
import { routeTable } from '#lib/server/route-table';
import { ownClientChunks } from '#lib/server/page-scripts';
import { staticFiles } from '#lib/server/static-files';
import { environment } from '#lib/base/env';
import { log } from '#lib/base/log';
import { withRequestId } from '#lib/base/request-id';
import { latestSeenRevision } from '#lib/counting/facts/revisions';
import { setPageRenderer } from '#lib/http/form-page';
import { setSeenRevision } from '#lib/http/register-head';
import { setStylesheetHref } from '#lib/http/stylesheet';
import { sendStatusPage } from '#lib/server/send-status-page';
import { createDrain, type Drain } from '#lib/server/drain';

export type RunningServer = Readonly<{ server: Server; stop: () => Promise<void> }>;
type Headers = Readonly<Record<string, string>>;

/** Reads from the build what the edge uses of it. */
function readBuild(root: URL, render: RequestHandler, fixed: Headers): BuildOutput {
  const buildFolder = new URL('.next/', root);
  const files = staticFiles(root, fixed);
  setStylesheetHref(files.versioned('/register.css'));
  const chunks = ownClientChunks(buildFolder);
  const script = files.versioned('/live.js');
  return {
    routes: routeTable(buildFolder),
    chunks,
    formScripts: { typed: files.versioned('/typed.js'), idle: files.versioned('/idle.js') },
    files,
    pages: createPageCache({ render, chunks, baseHeaders: fixed, script }),
  };
}

type ListenerOptions = Readonly<{
  drain: Drain;
  measure: (request: IncomingMessage, response: ServerResponse) => void;
  fixed: Headers;
  demonstration: boolean;
  logRequest: ReturnType<typeof requestLog>;
}>;

function requestListener(
  handle: RequestHandler,
  { drain, measure, fixed, demonstration, logRequest }: ListenerOptions,
) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const id = randomUUID();
    drain.watch(response);
    measure(request, response);
    logRequest(request, response, id);
    limitBodyTime(request, response, fixed, demonstration);
    endUnreadRequest(request, response);
    const answer = async () => {
      try {
        await handle(request, response);
      } catch (error) {
        noteDamageOf(error);
        log.error({ err: error }, 'a request failed');
        if (response.headersSent) response.destroy();
        else sendStatusPage(request, response, 500, fixed);
      }
    };
    const network = networkOf(clientAddress(request, environment().trustedProxy));
    withRequestNetwork(network, () => withRequestId(id, answer));
  };
}

const listen = (server: Server, port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });

/** Starts the register's server, in the folder of the project, and waits until it listens. */
export async function serve({ development }: { development: boolean }): Promise<RunningServer> {
  const { host, port, publicUrl, demonstration, trustedProxy, accessLog, stopSeconds } =
    environment();
  const root = pathToFileURL(`${process.cwd()}/`);
  const app = next({ dev: development, dir: root.pathname, hostname: host, port, quiet: true });
  await app.prepare();
  const render = app.getRequestHandler();
  setPageRenderer(render);
  setSeenRevision(latestSeenRevision);

  const fixed = securityHeaders(publicUrl);
  const build = development ? null : readBuild(root, render, fixed);
  // Next would take over every request to change the protocol and never close its connection.
  const upgrades = development ? {} : { shouldUpgradeCallback: () => false };
  const logRequest = requestLog(build?.routes.routeOf, accessLog);
  const drain = createDrain();
  const measure = requestMeasure(build?.routes.routeOf);
  const handle = requestHandler(render, build, fixed);
  const server = createServer(
    { ...serverLimits, ...upgrades },
    requestListener(handle, { drain, measure, fixed, demonstration, logRequest }),
  );
  limitConnections(server, trustedProxy);
  applyServerLimits(server, fixed, demonstration);
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    sendStatusPage(request, response, 400, fixed),
  );
  if (development) server.on('upgrade', app.getUpgradeHandler());
  await listen(server, port, host);
  const stop = async () => {
    await drain.close(server, stopSeconds * 1000);
    await app.close();
  };
  return { server, stop };
}
