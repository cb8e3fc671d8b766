import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '#db/client';
import { apiToken } from '#db/schema/api';
import { apiDocument } from '#lib/api/document';
import type { Operation } from '#lib/api/model/operation';
import { operations, operationsAt } from '#lib/api/operations/all';
import { apiScopes } from '#lib/base/api-scopes';
import { endToken } from '#lib/people/api-tokens/commands';
import { listTokens } from '#lib/people/api-tokens/queries';
import { answerCheck, requestMaker } from '#tests/support/api/described-answers';
import { tokenOf } from '#tests/support/api/program';
import { typedClient } from '#tests/support/api/typed-client';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { accepted, answering } from '#tests/support/factories/matches';
import { approved, draft } from '#tests/support/factories/needs';
import { administrator } from '#tests/support/factories/people';
import { ensureBuilt } from '#tests/support/run/built-pages';
import { chance } from '#tests/support/run/seeded-random';
import { startOwnServer, type OwnServer } from '#tests/support/servers/own-server';

const curl = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'api-client-'));
let server: OwnServer;
let world: Awaited<ReturnType<typeof answering>>;
let token: string;
let check: ReturnType<typeof answerCheck>;

beforeAll(async () => {
  await ensureBuilt();
  await freshRegister();
  world = await answering();
  for (let i = 0; i < 6; i += 1) await approved(world.focal, world.decides, world.review);
  token = await tokenOf(world.focal);
  check = answerCheck(apiDocument());
  server = await startOwnServer();
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Asked = Readonly<{
  method?: string;
  as?: string | undefined;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}>;

/** Asks as an outsider does, and holds every answer against the description of its operation. */
async function ask(path: string, { method, as, body, headers = {} }: Asked = {}) {
  const verb = method ?? (body === undefined ? 'GET' : 'POST');
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: verb,
    headers: {
      ...(as ? { authorization: `Bearer ${as}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const type = response.headers.get('content-type')?.split(';', 1)[0] ?? '';
  const json = type.includes('json') && text !== '' ? JSON.parse(text) : null;
  const answer = { status: response.status, headers: response.headers, type, text, json };
  const known = operationsAt(decodeURIComponent(path.split('?', 1)[0]!));
  const asked: Operation | undefined = known.find(
    (each) => each.operation.method === verb,
  )?.operation;
  if (asked) expect(check(asked, answer)).toBeUndefined();
  return answer;
}
const problemOf = ({ json }: Awaited<ReturnType<typeof ask>>) => json?.type?.split('#')[1];
const content = { text: 'Training of investigators.', language: 'en' };
const enter = (more: object = {}, headers: Readonly<Record<string, string>> = {}, as = token) =>
  ask('/needs', { as, body: { review: world.review.id, ...content, ...more }, headers });

describe('a token over HTTP', () => {
  it('of each scope opens the operations of this scope, and no other', async () => {
    const one: Partial<Record<string, Operation>> = {};
    for (const operation of operations) if (!operation.isPublic) one[operation.scope] ??= operation;
    for (const scope of apiScopes) {
      const own = await tokenOf(world.manager, [scope]);
      for (const operation of Object.values(one) as Operation[]) {
        const path = operation.path.replaceAll(/\{\w+\}/g, randomUUID());
        const body = operation.method === 'GET' ? {} : { body: operation.example.body ?? {} };
        const headers = { 'if-match': '"v1"' };
        const answer = await ask(path, { method: operation.method, as: own, ...body, headers });
        const isRefused = problemOf(answer) === 'token-scope';
        expect([operation.id, scope, isRefused]).toEqual([
          operation.id,
          scope,
          operation.scope !== scope,
        ]);
      }
    }
  });

  it('that is expired, revoked, made up or in the address is refused, and the last is ended', async () => {
    const [revoked, expired] = [await tokenOf(world.provider), await tokenOf(world.provider)];
    const [newest, before] = await listTokens(world.provider);
    await endToken(world.provider, { id: before!.id });
    await transaction(async (tx) => {
      const expiresAt = new Date(Date.now() - 1).toISOString();
      await tx.update(apiToken).set({ expiresAt }).where(eq(apiToken.id, newest!.id));
    });
    for (const path of ['/needs', '/summary?cycle=2&chapter=II', '/assistance', '/unmet'])
      for (const as of [revoked, expired, `nrt_${'A'.repeat(43)}`]) {
        const answer = await ask(path, { as });
        expect([path, answer.status, answer.type]).toEqual([path, 401, 'application/problem+json']);
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      }
    for (const path of ['/needs?text=', '/summary?token=', '/none?a=', '/needs/']) {
      const spent = await tokenOf(world.provider);
      expect([path, problemOf(await ask(path + spent))]).toEqual([path, 'token-in-address']);
      expect((await ask('/needs', { as: spent })).status).toBe(401);
    }
  });

  it('is what curl sends, too', async () => {
    const { stdout } = await curl('curl', [
      ...['-sS', '-i', '-H', `Authorization: Bearer ${token}`],
      ...['-H', 'Content-Type: application/json', '-H', `Idempotency-Key: ${randomUUID()}`],
      ...['-d', JSON.stringify({ review: world.review.id, ...content })],
      `${server.url}/api/v1/needs`,
    ]);
    expect(stdout).toMatch(/^HTTP\/1\.1 201 /);
    expect(stdout).toMatch(/^etag: "v1-/im);
    expect(stdout).toMatch(/^location: \/api\/v1\/needs\/[\w-]{36}\r$/im);
  });
});

describe('a write over HTTP', () => {
  it('needs the version that was read, and one that has moved on is stale', async () => {
    const { json, headers } = await enter();
    const tag = headers.get('etag')!;
    const patch = (ifMatch: string | undefined, body: object) =>
      ask(`/needs/${json.id}`, {
        method: 'PATCH',
        as: token,
        body,
        headers: ifMatch ? { 'if-match': ifMatch } : {},
      });
    expect(problemOf(await patch(undefined, { priority: 1 }))).toBe('version-missing');
    expect(problemOf(await patch('*', { priority: 1 }))).toBe('version-missing');
    const changed = await patch(tag, { priority: 1 });
    expect([changed.status, changed.json.version]).toEqual([200, 2]);
    const stale = await patch(tag, { priority: 2 });
    expect([stale.status, problemOf(stale)]).toEqual([412, 'version-stale']);
    const held = {
      'if-none-match': (await ask(`/needs/${json.id}`, { as: token })).headers.get('etag')!,
    };
    expect((await ask(`/needs/${json.id}`, { as: token, headers: held })).status).toBe(304);
  });

  it('sent again with its Idempotency-Key is done once, with another body refused', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const [one, two] = [await enter({}, key), await enter({}, key)];
    expect([two.status, two.text, two.headers.get('idempotent-replayed')]).toEqual([
      201,
      one.text,
      'true',
    ]);
    expect(problemOf(await enter({ priority: 2 }, key))).toBe('key-reused');
    const others = await enter({ id: randomUUID() }, key, await tokenOf(world.decides));
    expect(problemOf(others)).not.toBe('key-reused');
  });

  it('that is wrong is refused at its place, in the asked language', async () => {
    const inFrench = { 'accept-language': 'fr' };
    const wrong = await enter({ articles: ['x'], priority: '1', colour: 1, a: { b: 1 } }, inFrench);
    expect([wrong.status, wrong.headers.get('content-language')]).toEqual([422, 'fr']);
    const pointers = wrong.json.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers.toSorted()).toEqual(['/a', '/articles/0', '/colour', '/priority']);
    const asked = { method: 'POST', as: token };
    const send = (body: string, headers = {}) => ask('/needs', { ...asked, body, headers });
    const deep = `{"text":${'['.repeat(20)}${']'.repeat(20)}}`;
    for (const body of ['[]', '{', deep, '{"text":"\\ud800"}'])
      expect([body, (await send(body)).status]).toEqual([body, 400]);
    expect((await send('{}', { 'content-type': 'text/plain' })).status).toBe(415);
    const large = await send(`{"text":"${'x'.repeat(300_000)}"}`, inFrench);
    expect([large.status, problemOf(large), large.headers.get('content-language')]).toEqual([
      413,
      'too-large',
      'fr',
    ]);
  });
});

describe('what no operation answers', () => {
  it('is a problem as well, in the asked language, and never a page', async () => {
    const found: unknown[] = [];
    const tried: readonly (readonly [string, string, number])[] = [
      ['GET', '/none', 404],
      ['GET', '/needs/%zz', 400],
      ['PUT', '/needs', 405],
      ['DELETE', '/summary', 405],
      ['OPTIONS', '/needs', 405],
      ['POST', '/summary', 405],
      ['GET', '/summary', 400],
      ['GET', '/assistance?colour=red', 400],
      ['GET', '/unmet?cycle=9', 400],
      ['GET', '/audit', 401],
    ];
    for (const [method, path, status] of tried) {
      const { stdout } = await curl('curl', [
        ...['-sS', '-X', method, '-H', 'Accept-Language: ar', '-D', '-'],
        ...(method === 'POST' ? ['-H', 'content-type: application/json', '-d', '{}'] : []),
        `${server.url}/api/v1${path}`,
      ]);
      const isProblem = /^content-type: application\/problem\+json/im.test(stdout);
      const isArabic =
        /^content-language: ar/im.test(stdout) && /"title":"[^a-zA-Z]+"/.test(stdout);
      const [, said] = /^HTTP\/1\.1 (\d+)/.exec(stdout) ?? [];
      if (Number(said) !== status || !isProblem || !isArabic) found.push([method, path, stdout]);
    }
    expect(found).toEqual([]);
  });
});

describe('a list over HTTP', () => {
  it('is walked by its links to the end, without a row twice', async () => {
    const lists = ['/needs?show=all&limit=2', '/matches?limit=1', '/changes?since=0&limit=2'];
    for (const list of lists) {
      const whole = (await ask(list.replace(/limit=\d/, 'limit=200'), { as: token })).json;
      const seen: string[] = [];
      for (let path: string | undefined = list; path !== undefined;) {
        const { json, headers } = await ask(path, { as: token });
        seen.push(...(json.items ?? json.needs).map(({ id }: { id: string }) => id));
        path = /<[^>]*\/api\/v1([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
      }
      const expected = (whole.items ?? whole.needs).map(({ id }: { id: string }) => id);
      expect([list, seen.toSorted()]).toEqual([list, expected.toSorted()]);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it('has the fields that are asked for, and so has one thing', async () => {
    const { json } = await ask('/needs?show=all&fields=id,state&limit=1');
    expect(Object.keys(json.items[0])).toEqual(['id', 'state']);
    const one = await fetch(`${server.url}/api/v1/needs/${json.items[0].id}?fields=status`);
    expect(await one.json()).toEqual({ status: 'approved' });
    const states = await fetch(`${server.url}/api/v1/states?fields=code`);
    expect(Object.keys(((await states.json()) as object[])[0]!)).toEqual(['code']);
    expect((await ask('/needs?fields=enteredBy')).status).toBe(400);
    expect((await ask('/states?fields=enteredBy')).status).toBe(400);
  });

  it('is open to the scripts of any page only as everybody reads it, and tells its limits', async () => {
    for (const path of ['/needs', '/summary?cycle=2&chapter=II', '/assistance', '/vocabulary']) {
      const open = await ask(path, { headers: { origin: 'https://example.org' } });
      expect(open.headers.get('access-control-allow-origin')).toBe('*');
      const own = await ask(path, { as: token });
      expect(own.headers.get('access-control-allow-origin')).toBeNull();
      expect(own.headers.get('cache-control')).toContain('private');
      expect(own.headers.get('vary')).toMatch(/authorization/);
      expect(own.headers.get('ratelimit-policy')).toMatch(/^"api";q=\d+;w=\d+$/);
      expect(own.headers.get('ratelimit')).toMatch(/^"api";r=\d+;t=\d+$/);
    }
    expect((await enter()).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the description over HTTP', () => {
  it('makes a typed client that enters, reads and moves a need', async () => {
    const described = await fetch(`${server.url}/api/v1/openapi.json`);
    const file = join(folder, 'client.ts');
    writeFileSync(file, typedClient((await described.json()) as ReturnType<typeof apiDocument>));
    const { createClient } = await import(/* @vite-ignore */ file);
    const client = createClient(`${server.url}/api/v1`, token);
    const entered = await client('enter-need', { body: { review: world.review.id, ...content } });
    const path = { id: entered.data.id };
    const read = await client('read-need', { path });
    expect([read.status, read.data]).toEqual([200, entered.data]);
    const header = { 'If-Match': read.headers.get('etag') };
    const moved = await client('need-withdraw', { path, header, body: {} });
    expect(moved.status).toBe(200);
    expect((await client('list-needs', { query: { limit: '1' } })).data.items).toHaveLength(1);
  });

  it('holds for requests made by chance, of which none fails', async () => {
    const matched = await accepted(await answering());
    const entered = await draft(world.focal, world.review);
    const known = [world.need, entered.id, world.assistance, matched.id, world.review.id];
    const own = {
      needs: [world.need, entered.id],
      activities: [world.assistance],
      matches: [matched.id],
      reviews: [world.review.id],
    };
    const people = [world.focal, world.decides, world.provider, await administrator()];
    const tokens = [undefined, ...(await Promise.all(people.map((each) => tokenOf(each))))];
    const by = chance(24);
    const make = requestMaker(apiDocument(), by, { known, own });
    for (let i = 0; i < 2 * operations.length; i += 1) {
      const { path, ...asked } = make(operations[i % operations.length]!);
      const { status } = await ask(path, { ...asked, as: by.oneOf(tokens) });
      expect(status).toBeLessThan(500);
    }
  });
});
