import { createServer } from 'node:http';
import next from 'next';
import { setPageRenderer } from '#lib/http/form-page';

/**
 * A program of its own: the built pages and routes as Next serves them, with nothing of
 * lib/server/server.ts before them. What the
 * register must refuse, it must refuse without those checks as well. Arguments: the port.
 */
Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
const port = Number(process.argv[2]);
const app = next({ dev: false, dir: process.cwd(), hostname: '127.0.0.1', port, quiet: true });
await app.prepare();
const render = app.getRequestHandler();
setPageRenderer(render);
const server = createServer((request, response) => void render(request, response));
server.listen(port, '127.0.0.1', () => process.stdout.write('listening\n'));
process.on('SIGTERM', () => process.exit(0));
