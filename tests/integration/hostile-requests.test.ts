import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  personWithPassword,
  rightPassword,
  secondFactorVoluntary,
} from '#tests/support/factories/credentials';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { rows } from '#tests/support/databases/sql';
import { raw, sender } from '#tests/support/pages/raw-requests';
import { mintedReview } from '#tests/support/factories/reviews';
import { ensureBuilt } from '#tests/support/run/built-pages';
import { startOwnServer, type OwnServer } from '#tests/support/servers/own-server';
import { onOneEngine } from '#tests/support/run/engines';

const formType = 'application/x-www-form-urlencoded';
const multipartType = 'multipart/form-data; boundary=b';
const token = 'a-token-that-must-not-be-logged';

describe.runIf(onOneEngine)('a hostile client', () => {
  let server: OwnServer;
  let review: string;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    await ensureBuilt();
    await freshRegister();
    await secondFactorVoluntary();
    review = (await mintedReview()).id;
    server = await startOwnServer({ env: { TRUSTED_PROXY: '1' } });
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await server?.stop();
  });

  const signInFrom = (address: string, email: string, password: string, cookie = '') =>
    raw(server.url, {
      path: '/en/accounts/begin-session',
      body: String(new URLSearchParams({ email, password })),
      headers: {
        origin: server.url,
        'content-type': formType,
        'x-forwarded-for': address,
        cookie,
      },
    });

  /** Begins an upload on a bare connection and leaves it one byte short. */
  function holdUpload(cookie: string): Socket {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => {});
    sockets.push(socket);
    socket.write(
      [
        `POST /en/reviews/${review}/attach HTTP/1.1`,
        `host: ${new URL(server.url).host}`,
        `origin: ${server.url}`,
        `cookie: ${cookie}`,
        `content-type: ${multipartType}`,
        'content-length: 1000000',
        '\r\n',
      ].join('\r\n'),
    );
    return socket;
  }

  const answerOf = async (socket: Socket) => {
    const { promise, resolve } = Promise.withResolvers<string>();
    let text = '';
    socket.on('data', (part) => {
      text += part;
      if (text.includes('\r\n\r\n')) resolve(text);
    });
    socket.once('close', () => resolve(text));
    return promise;
  };

  it('is answered before its body is sent, and its connection ended, where it has not signed in', async () => {
    const socket = holdUpload('');
    expect(await answerOf(socket)).toMatch(/^HTTP\/1\.1 401 /);
    await new Promise<void>((resolve) => {
      if (socket.destroyed) resolve();
      else socket.once('close', () => resolve()).resume();
    });
  });

  it('is answered before its body is sent where its role may not send it', async () => {
    const { email } = await personWithPassword();
    const { cookie } = await sender(server.url, email, rightPassword);
    expect(await answerOf(holdUpload(cookie))).toMatch(/^HTTP\/1\.1 (403|404) /);
  });

  it('of four hundred thousand parts costs no more than one of twenty-one', async () => {
    const { email } = await personWithPassword('administrator');
    const person = await sender(server.url, email, rightPassword);
    const part = '--b\r\ncontent-disposition: form-data; name="x"\r\n\r\n\r\n';
    const sent = person.post(`/en/reviews/${review}/attach`, part.repeat(300_000), {
      'content-type': multipartType,
    });
    // A server that has seen enough hangs up while it is still being sent to.
    const status = await sent.then(
      (answer) => answer.status,
      () => 'ended',
    );
    expect([403, 404, 422, 'ended']).toContain(status);
    expect((await raw(server.url, { method: 'GET', path: '/en/summaries' })).status).toBe(200);
  });

  it('ends nobody else’s sign-in, and is told when to try again', async () => {
    const [victim, other] = [await personWithPassword(), await personWithPassword()];
    const home = await signInFrom('198.51.100.1', victim.email, rightPassword);
    const cookie = home.cookies.map((value) => value.split(';', 1)[0]).join('; ');
    for (let n = 1; n <= 5; n += 1) {
      const answer = await signInFrom('192.0.2.66', victim.email, 'wrong');
      expect(answer.status).toBe(422);
    }
    // The wait grows with each try: a slow machine must not outlast it.
    await rows("update attempt set count = count + 5 where key like 'pair:%'");
    const limited = await signInFrom('192.0.2.66', victim.email, 'wrong');
    expect(limited.status).toBe(429);
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signInFrom('1.2.3.4, 192.0.2.66', victim.email, 'wrong')).status).toBe(429);
    // From a device that is known, its owner signs in from anywhere.
    expect((await signInFrom('198.51.100.2', victim.email, rightPassword, cookie)).status).toBe(
      303,
    );
    expect((await signInFrom('192.0.2.66', victim.email, rightPassword, cookie)).status).toBe(303);
    expect((await signInFrom('192.0.2.66', other.email, rightPassword)).status).toBe(303);
  });

  it('asks the API so often, and is told when to ask again; others go on', async () => {
    const askFrom = (address: string) =>
      raw(server.url, {
        method: 'GET',
        path: '/api/v1/summary?cycle=2&chapter=II',
        headers: { 'x-forwarded-for': address },
      });
    let limited: Awaited<ReturnType<typeof askFrom>> | undefined;
    for (let round = 0; round < 400 && !limited; round += 1) {
      const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => askFrom('192.0.2.77')));
      limited = answers.find(({ status }) => status === 429);
    }
    expect(Number(limited!.headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.parse(limited!.text)).toMatchObject({
      status: 429,
      title: expect.stringMatching(/try again/i),
    });
    expect((await askFrom('192.0.2.78')).status).toBe(200);
  });

  it('holds its own few bytes on their way, and is told when to try again; others go on', async () => {
    const begin = (address: string, bytes: number) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => {});
      sockets.push(socket);
      socket.write(
        [
          'POST /en/accounts/begin-session HTTP/1.1',
          `host: ${new URL(server.url).host}`,
          `origin: ${server.url}`,
          `x-forwarded-for: ${address}`,
          `content-type: ${formType}`,
          `content-length: ${bytes}`,
          '\r\n',
        ].join('\r\n'),
      );
      return socket;
    };
    for (let n = 0; n < 10; n += 1) begin('192.0.2.99', 200_000);
    await wait(200);
    const answer = await answerOf(begin('192.0.2.99', 200_000));
    expect(answer).toMatch(/^HTTP\/1\.1 429 /);
    expect(answer).toMatch(/^retry-after: \d+/im);
    const { email } = await personWithPassword();
    expect((await signInFrom('198.51.100.9', email, rightPassword)).status).toBe(303);
  });

  it('leaves one line for each request in the log, without token, text or address', async () => {
    const secret = randomUUID();
    await raw(server.url, { method: 'GET', path: `/en/accounts/invitations/${token}?q=${secret}` });
    await raw(server.url, { method: 'GET', path: `/en/summaries?q=${secret}` });
    await raw(server.url, { method: 'GET', path: `/${secret}` });
    await wait(200);
    const said = server.said();
    const [line] = said
      .split('\n')
      .filter((each) => each.includes('"/[locale]/accounts/invitations/[token]"'));
    expect(JSON.parse(line!)).toEqual({
      level: 30,
      time: expect.any(String),
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      method: 'GET',
      route: '/[locale]/accounts/invitations/[token]',
      status: 200,
      milliseconds: expect.any(Number),
    });
    expect(said).not.toContain(secret);
    expect(said).not.toContain(token);
  });
});

describe.runIf(onOneEngine)('a malformed TRUSTED_PROXY', () => {
  it('ends the start with one line that names it', async () => {
    await ensureBuilt();
    await expect(startOwnServer({ env: { TRUSTED_PROXY: 'nginx' } })).rejects.toThrow(
      /It said:\nTRUSTED_PROXY must be [^\n]*\n$/,
    );
  });
});
