import { once } from 'node:events';
import { request as overHttp, type IncomingHttpHeaders } from 'node:http';
import { request as overHttps } from 'node:https';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { rows } from '#tests/support/databases/sql';
import { personWithPassword, rightPassword } from '#tests/support/factories/credentials';
import { raw } from '#tests/support/pages/raw-requests';
import { ensureBuilt } from '#tests/support/run/built-pages';
import { onOneEngine } from '#tests/support/run/engines';
import { nginxPath, startNginx, type Proxy } from '#tests/support/servers/nginx';
import { startOwnServer, type OwnServer } from '#tests/support/servers/own-server';

const host = 'register.example.org';
const origin = `https://${host}`;
const token = 'a-token-that-must-not-be-logged';

type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; text: string }>;
type Asked = Readonly<{
  path: string;
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
  /** The address of this machine that the client asks from. */
  from?: string;
}>;

describe.runIf(nginxPath() && onOneEngine)('the register behind deploy/nginx.conf', () => {
  let server: OwnServer;
  let proxy: Proxy;
  beforeAll(async () => {
    await ensureBuilt();
    await freshRegister();
    server = await startOwnServer({ env: { TRUSTED_PROXY: '1', PUBLIC_URL: origin } });
    proxy = await startNginx(server.url);
  });
  afterAll(async () => {
    await proxy?.stop();
    await server?.stop();
  });

  const secure = () => ({
    host: '127.0.0.1',
    port: proxy.httpsPort,
    servername: host,
    ca: proxy.certificate,
  });

  async function ask(
    { path, method = 'GET', headers = {}, body, from = '127.0.0.1' }: Asked,
    { isPlain = false } = {},
  ): Promise<Answer> {
    const options = {
      method,
      path,
      localAddress: from,
      agent: false,
      headers: { host, ...headers },
    };
    const sent = isPlain
      ? overHttp({ ...options, host: '127.0.0.1', port: proxy.httpPort })
      : overHttps({ ...options, ...secure() });
    sent.end(body);
    const [response] = await once(sent, 'response');
    let text = '';
    for await (const part of response.setEncoding('utf8')) text += part;
    return { status: response.statusCode, headers: response.headers, text };
  }

  const signIn = (email: string, password: string, from: string, forwarded: string) => {
    const body = String(new URLSearchParams({ email, password }));
    return ask({
      path: '/en/accounts/begin-session',
      method: 'POST',
      body,
      from,
      headers: {
        origin,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(body.length),
        'x-forwarded-for': forwarded,
        forwarded: `for=${forwarded};host=evil.example`,
        'x-forwarded-host': 'evil.example',
      },
    });
  };

  /** The version of TLS that was agreed, or why there is none. */
  const handshake = async (options: object): Promise<string> => {
    const socket = connect({ ...secure(), ...options });
    const { promise, resolve } = Promise.withResolvers<string>();
    socket.once('secureConnect', () => resolve(socket.getProtocol()!));
    socket.once('error', (error: Error & { code?: string }) =>
      resolve(error.code ?? error.message),
    );
    const agreed = await promise;
    socket.destroy();
    return agreed;
  };

  it('answers over TLS 1.2 and 1.3 alone, and to its own name alone', async () => {
    expect(await handshake({})).toBe('TLSv1.3');
    expect(await handshake({ maxVersion: 'TLSv1.2' })).toBe('TLSv1.2');
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };
    expect(await handshake(old)).toMatch(/PROTOCOL/);
    const weak = { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA' };
    expect(await handshake(weak)).toMatch(/HANDSHAKE|ALERT/);
    expect(await handshake({ servername: 'other.example.org' })).toMatch(/UNRECOGNIZED_NAME|ALERT/);
  });

  it('passes on pages with the headers of the register, each once, and without its version', async () => {
    const direct = await fetch(`${server.url}/en/summaries`);
    await direct.body?.cancel();
    const { status, headers } = await ask({ path: '/en/summaries' });
    expect(status).toBe(200);
    expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy'])
      expect(headers[name]).toBe(direct.headers.get(name));
    expect(headers.server ?? '').not.toMatch(/\d/);
  });

  it('leads pages from http to https, and answers no program there', async () => {
    const page = await ask({ path: '/en/needs?status=draft' }, { isPlain: true });
    expect([page.status, page.headers.location]).toEqual([308, `${origin}/en/needs?status=draft`]);
    expect((await ask({ path: '/api/v1/summary' }, { isPlain: true })).status).toBe(403);
  });

  it('is not what alone keeps to https: the register leads pages there and refuses programs itself', async () => {
    const headers = { 'x-forwarded-proto': 'http' };
    const page = await raw(server.url, { method: 'GET', path: '/en/needs', headers });
    expect([page.status, page.location]).toEqual([308, `${origin}/en/needs`]);
    const api = await raw(server.url, { method: 'GET', path: '/api/v1/summary', headers });
    expect([api.status, api.location]).toEqual([403, '']);
  });

  it('tells the register who asks, whatever the client claims', async () => {
    const { email } = await personWithPassword();
    // Each further try waits twice as long, so that one of them comes too early on any machine.
    let status = 422;
    for (let n = 1; n <= 20 && status === 422; n += 1)
      ({ status } = await signIn(email, 'wrong', '127.0.0.2', `198.51.100.${n}`));
    expect(status).toBe(429);
    // The account waits wherever it is tried from; another one of that network does not.
    const other = await personWithPassword();
    const right = await signIn(other.email, rightPassword, '127.0.0.3', '127.0.0.2');
    expect([right.status, right.headers.location]).toEqual([303, expect.stringMatching(/^\/en/)]);
    expect(String(right.headers['set-cookie'])).toMatch(/__Host-needs-register=.*; Secure/);
    const networks = await rows("select data from event where kind like 'sign-in%'");
    expect(JSON.stringify(networks)).not.toContain('198.51.100');
    expect(JSON.stringify(networks)).toContain('127.0.0.2');
  });

  it('refuses a body that is too large, and one with two lengths, with the headers of the register', async () => {
    const tooLarge = { 'content-length': String(22 * 1024 * 1024), expect: '100-continue' };
    const large = await ask({ path: '/en/needs/enter', method: 'POST', headers: tooLarge });
    expect(large.status).toBe(413);
    expect(large.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'strict-transport-security': expect.any(String),
      'x-content-type-options': 'nosniff',
    });
    expect(large.text.split('\n').filter(Boolean)).toHaveLength(6);

    const socket = connect(secure());
    await once(socket, 'secureConnect');
    socket.write(
      `POST /en HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 6\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nG`,
    );
    let text = '';
    for await (const part of socket.setEncoding('utf8')) text += part;
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('says where to report a weakness', async () => {
    const { status, headers, text } = await ask({ path: '/.well-known/security.txt' });
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text).toContain(`Canonical: ${origin}/.well-known/security.txt\r\n`);
  });

  it('logs no address, also where the register does not answer', async () => {
    await ask({ path: `/en/accounts/invitations/${token}` });
    await ask({ path: `/en/accounts/invitations/${token}` }, { isPlain: true });
    await server.stop();
    const down = await ask({ path: `/en/accounts/invitations/${token}` });
    expect([down.status, down.headers['retry-after']]).toEqual([502, '10']);
    expect(down.headers['x-content-type-options']).toBe('nosniff');
    // It writes the line after it has answered.
    await expect.poll(() => proxy.logged()).toMatch(/^\S+ 127\.0\.0\.1 GET 502 \d+ [\d.]+$/m);
    expect(proxy.logged()).not.toContain(token);
    expect(server.said()).not.toContain(token);
  });
});
