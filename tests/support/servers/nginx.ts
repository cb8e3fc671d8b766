import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '#tests/support/servers/free-port';

const places = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'];

/** Where nginx is on this machine, if it is. */
export const nginxPath = (): string | undefined => places.find((path) => existsSync(path));

export type Proxy = Readonly<{
  httpPort: number;
  httpsPort: number;
  /** The certificate that it answers with, in PEM. */
  certificate: string;
  /** All that it has written into its logs. */
  logged: () => string;
  stop: () => Promise<void>;
}>;

function makeCertificate(folder: string, name: string): string {
  const { status, stderr } = spawnSync(
    'openssl',
    [
      ...'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2'.split(' '),
      ...['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`],
      ...['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`openssl made no certificate: ${stderr}`);
  return readFileSync(join(folder, 'fullchain.pem'), 'utf8');
}

/** What Debian's own nginx.conf would say around the file of the project. */
const mainConfiguration = (folder: string) => `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/main.log alert;
events { worker_connections 512; }
http {
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  include ${folder}/needs-register.conf;
}
`;

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const [event] = await Promise.race([
    once(socket, 'connect').then(() => ['connect']),
    once(socket, 'close').then(() => ['close']),
  ]).catch(() => ['error']);
  socket.destroy();
  return event === 'connect';
}

/** Runs nginx with deploy/nginx.conf, on free ports and in a folder of its own. */
export async function startNginx(registerUrl: string): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), 'register-nginx-'));
  const [httpPort, httpsPort] = [await freePort(), await freePort()];
  const certificate = makeCertificate(folder, 'register.example.org');
  const configuration = readFileSync('deploy/nginx.conf', 'utf8')
    .replaceAll('listen 80', `listen 127.0.0.1:${httpPort}`)
    .replaceAll('listen 443', `listen 127.0.0.1:${httpsPort}`)
    .replaceAll('127.0.0.1:3000', new URL(registerUrl).host.replace('localhost', '127.0.0.1'))
    .replaceAll('/etc/ssl/needs-register', folder)
    .replaceAll('/var/log/nginx', folder);
  writeFileSync(join(folder, 'needs-register.conf'), configuration);
  writeFileSync(join(folder, 'nginx.conf'), mainConfiguration(folder));

  const child = spawn(nginxPath()!, ['-c', join(folder, 'nginx.conf'), '-p', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => void (said += text));
  const exit = once(child, 'exit');
  const killed = () => child.kill('SIGKILL');
  process.on('exit', killed);
  for (const end = Date.now() + 60_000; child.exitCode === null && Date.now() < end;) {
    if (await accepts(httpPort)) break;
    await wait(50);
  }
  if (child.exitCode !== null) throw new Error(`nginx did not start: ${said}`);
  const logs = ['needs-register.log', 'needs-register-error.log', 'main.log'];
  return {
    httpPort,
    httpsPort,
    certificate,
    logged: () =>
      said +
      logs
        .map((name) => join(folder, name))
        .map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : ''))
        .join(''),
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
      process.off('exit', killed);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
