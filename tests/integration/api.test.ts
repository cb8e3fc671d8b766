import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { transaction } from '#db/client';
import { apiToken } from '#db/schema/api';
import { eq } from 'drizzle-orm';
import { endToken } from '#lib/people/api-tokens/commands';
import { listTokens } from '#lib/people/api-tokens/queries';
import { ask, tokenOf } from '#tests/support/api/program';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { approved, draft, submitted } from '#tests/support/factories/needs';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint } from '#tests/support/factories/people';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';

let focal: Actor;
let first: Actor;
let second: Actor;
let review: Readonly<{ id: string; stateCode: string }>;
let tokens: Readonly<Record<'focal' | 'first' | 'second', string>>;

beforeAll(async () => {
  await freshRegister();
  const minted = await panel(await publishedReview());
  ({ focal, first, second, review } = minted);
  tokens = {
    focal: await tokenOf(focal),
    first: await tokenOf(first),
    second: await tokenOf(second),
  };
});

const content = {
  chapter: 'II',
  articles: [5],
  category: 'capacity-building',
  subcategory: 'cb-training',
  types: ['staff-training'],
  text: 'Training of procurement officers.',
  language: 'en',
};
const enter = (more: object = {}, headers: Readonly<Record<string, string>> = {}) =>
  ask('/needs', { token: tokens.focal, body: { review: review.id, ...content, ...more }, headers });

describe('a need by the API', () => {
  it('walks from its entry to its approval, each step from the version seen', async () => {
    const entered = await enter();
    expect(entered).toMatchObject({ status: 201, json: { status: 'draft', version: 1 } });
    const path = `/needs/${entered.json.id}`;
    expect(entered.headers.get('location')).toBe(`/api/v1${path}`);
    const changed = await ask(path, {
      method: 'PATCH',
      token: tokens.focal,
      body: { priority: 3 },
      headers: { 'if-match': entered.tag },
    });
    expect(changed.json).toMatchObject({ version: 2, priority: 3, text: content.text });
    const move = (verb: string, token: string, tag: string, body: object = {}) =>
      ask(`${path}/${verb}`, { token, body, headers: { 'if-match': tag } });
    const sent = await move('submit', tokens.focal, changed.tag);
    expect(sent.json.status).toBe('submitted');
    const recoded = await move('recode', tokens.first, sent.tag, { priority: 4, reason: 'So.' });
    expect(recoded.json).toMatchObject({ status: 'recoded', priority: 4 });
    const own = await move('approve', tokens.first, recoded.tag);
    expect([own.status, own.json.detail]).toEqual([403, expect.stringContaining('')]);
    const approvedNow = await move('approve', tokens.second, recoded.tag);
    expect(approvedNow.json.status).toBe('approved');
    const history = await ask(`${path}/history`, { token: tokens.focal });
    expect(history.json.map(({ verb }: { verb: string }) => verb)).toEqual([
      'approve',
      'recode',
      'submit',
      'edit',
      'enter',
    ]);
    expect((await ask(path)).json).toMatchObject({ status: 'approved', working: false });
  });

  it('is changed only with the version that is in force', async () => {
    const { json, tag } = await enter();
    const patch = (headers: Readonly<Record<string, string>>, body: object = { priority: 1 }) =>
      ask(`/needs/${json.id}`, { method: 'PATCH', token: tokens.focal, body, headers });
    expect((await patch({})).status).toBe(428);
    for (const ifMatch of ['*', '1', 'W/"v1"', '"v1", "v2"', '"x"'])
      expect((await patch({ 'if-match': ifMatch })).status).toBe(428);
    expect((await patch({ 'if-match': tag })).status).toBe(200);
    const stale = await patch({ 'if-match': tag }, { priority: 2 });
    expect([stale.status, stale.json.type]).toEqual([
      412,
      expect.stringMatching(/\/en\/api#version-stale$/),
    ]);
  });

  it('is of nobody else, who gets the answer of what does not exist', async () => {
    const { json } = await enter();
    const stranger = await tokenOf(await focalPoint(await mintedReview()));
    const unknown = await ask(`/needs/${randomUUID()}`, { token: stranger });
    for (const path of [`/needs/${json.id}`, `/needs/${json.id}/history`]) {
      const answer = await ask(path, { token: stranger });
      expect([answer.status, answer.text]).toEqual([404, unknown.text]);
    }
    const body = { reason: 'No.' };
    const headers = { 'if-match': '"v1"' };
    const moved = await ask(`/needs/${json.id}/submit`, { token: stranger, body, headers });
    expect([moved.status, moved.text]).toEqual([404, unknown.text]);
  });

  it('is entered once for one Idempotency-Key, and another request with it is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const one = await enter({}, headers);
    const two = await enter({}, headers);
    expect([two.status, two.text, two.tag]).toEqual([201, one.text, one.tag]);
    expect(two.headers.get('location')).toBe(one.headers.get('location'));
    expect((await enter({ priority: 2 }, headers)).status).toBe(422);
    const both = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all([enter({}, both), enter({}, both)]);
    const ids = answers.flatMap(({ status, json }) => (status === 201 ? [json.id] : []));
    expect(new Set(ids).size).toBe(1);
  });
});

describe('lists of the API', () => {
  it('are walked page by page, back and forth, by their links', async () => {
    for (let i = 0; i < 5; i += 1) await approved(focal, first, review);
    const query = `/needs?show=all&sort=reference&limit=2&state=${review.stateCode}`;
    const seen: string[] = [];
    let path: string | undefined = query;
    let last = '';
    while (path) {
      const page = await ask(path);
      seen.push(...page.json.items.map(({ id }: { id: string }) => id));
      last = page.headers.get('link') ?? '';
      path = /<[^>]*\/api\/v1([^>]+)>; rel="next"/.exec(last)?.[1];
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(5);
    expect(last).toMatch(/rel="prev"/);
    const [, back = ''] = /<[^>]*\/api\/v1([^>]+)>; rel="prev"/.exec(last)!;
    expect((await ask(back)).json.items).toHaveLength(2);
  });

  it('answer with the fields that are asked for, and refuse others by name', async () => {
    const some = await ask('/needs?show=all&fields=id,reference&limit=1');
    expect(Object.keys(some.json.items[0])).toEqual(['id', 'reference']);
    expect((await ask('/needs?fields=enteredBy')).status).toBe(400);
    const { status, json } = await ask('/needs?colour=red&sort=size&limit=201');
    expect([status, json.errors.map(({ field }: { field: string }) => field).toSorted()]).toEqual([
      400,
      ['colour', 'limit', 'sort'],
    ]);
  });

  it('are not sent again to whoever holds them, and open to the scripts of any page', async () => {
    const { tag, headers } = await ask('/vocabulary');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect((await ask('/vocabulary', { headers: { 'if-none-match': tag } })).status).toBe(304);
    const byToken = await ask('/vocabulary', { token: tokens.focal });
    expect(byToken.headers.get('access-control-allow-origin')).toBeNull();
    expect(byToken.headers.get('cache-control')).toBe('private, no-cache');
  });
});

describe('a token', () => {
  it('does only what its scopes say', async () => {
    const reading = await tokenOf(focal, ['read']);
    const writing = await tokenOf(focal, ['needs']);
    const body = { review: review.id };
    const refused = await ask('/needs', { token: reading, body });
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      403,
      'Bearer error="insufficient_scope"',
    ]);
    expect((await ask('/needs', { token: writing })).status).toBe(403);
    expect((await ask('/needs', { token: writing, body })).status).toBe(201);
    expect((await ask('/audit', { token: tokens.focal })).status).toBe(403);
    expect((await ask('/audit', { token: await tokenOf(await administrator()) })).status).toBe(200);
  });

  it('is refused once it is ended, expired or of a deactivated account, and when it is made up', async () => {
    const [ended, expired] = [await tokenOf(focal), await tokenOf(focal)];
    const [newest, before] = await listTokens(focal);
    await endToken(focal, { id: before!.id });
    await transaction(async (tx) => {
      await tx
        .update(apiToken)
        .set({ expiresAt: new Date(Date.now() - 1).toISOString() })
        .where(eq(apiToken.id, newest!.id));
    });
    for (const token of [ended, expired, 'nrt_', `nrt_${'A'.repeat(43)}`, 'x'])
      expect((await ask('/needs', { token })).status).toBe(401);
    const none = await ask('/needs', { body: { review: review.id } });
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it('in an address is refused and ended', async () => {
    for (const hide of [(token: string) => token, (token: string) => token.replace('n', '%6e')]) {
      const token = await tokenOf(focal);
      expect((await ask('/needs', { token })).status).toBe(200);
      expect((await ask(`/needs?text=${hide(token)}`)).json.type).toMatch(/#token-in-address$/);
      expect((await ask('/needs', { token })).status).toBe(401);
    }
  });

  it('is kept as a hash alone, and says when it was last used', async () => {
    const token = await tokenOf(second);
    await ask('/needs', { token });
    const [stored] = await listTokens(second);
    expect(stored!.lastUsedAt).toMatch(/^\d{4}-/);
    expect(JSON.stringify(stored)).not.toContain(token.slice(8));
  });
});

describe('bad input', () => {
  const write = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    ask('/needs', { method: 'POST', token: tokens.focal, body, headers });

  it('is refused at its place, in the asked language', async () => {
    const { status, json, headers } = await write(
      { review: review.id, articles: [5, 'x'], colour: 1, language: 'de' },
      { 'accept-language': 'fr' },
    );
    expect([status, headers.get('content-type'), headers.get('content-language')]).toEqual([
      422,
      'application/problem+json',
      'fr',
    ]);
    expect(json.title).toBe('Certaines valeurs ne sont pas valides.');
    expect(json.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      '/articles/1',
      '/colour',
      '/language',
    ]);
  });

  it('that is no JSON object, too deep, too odd or of another type is refused', async () => {
    const deep = `{"text":${'['.repeat(20)}${']'.repeat(20)}}`;
    for (const body of ['', '[]', 'null', '{', deep, '{"text":"\\u0000"}', '{"text":"\\ud800"}'])
      expect((await write(body)).status, body).toBe(400);
    expect((await write('{}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await write('{"__proto__":1,"review":"x"}')).status).toBe(422);
    expect((await write({})).json.errors).toMatchObject([{ pointer: '/review' }]);
  });

  it('of a method or address that there is not is answered so', async () => {
    const wrong = await ask('/vocabulary', { method: 'POST', token: tokens.focal, body: {} });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    for (const path of ['/nothing', '/needs/a/b/c', '/%00', '/needs/%ff'])
      expect((await ask(path)).status).toBe(404);
  });
});

describe('what changed since a revision', () => {
  it('is told to whoever sees it, and to nobody else', async () => {
    const before = (await ask('/changes?since=0')).json.revision;
    const hidden = await draft(focal, review);
    const waiting = await submitted(focal, review);
    expect((await ask(`/changes?since=${before}`)).json.needs).toEqual([]);
    const own = await ask(`/changes?since=${before}`, { token: tokens.focal });
    const ids = own.json.needs.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining([hidden.id, waiting.id]));
    const counted = await approved(focal, first, review);
    expect((await ask(`/changes?since=${before}`)).json).toMatchObject({
      needs: [{ id: counted.id, review: review.id, counts: true }],
      reviews: [review.id],
    });
    expect((await ask('/changes?since=999999')).status).toBe(400);
    expect((await ask('/changes')).status).toBe(400);
  });
});
